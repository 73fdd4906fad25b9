package io.infinityloop.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.Stage;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.json.EventReader;
import io.infinityloop.json.EventWriter;
import io.infinityloop.json.Line;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.MetricRegistry;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.watch.Deviation;
import io.infinityloop.watch.Watcher;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SampleLogTest {
    private static final Path FILE = Path.of("sample", "shop-2026-q3.ndjson");
    private static final List<LoopEvent> EVENTS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        EVENTS.clear();
        try (InputStream in = Files.newInputStream(FILE)) {
            EventReader.read(in, line -> {
                assertThat(line).isInstanceOf(Line.Known.class);
                EVENTS.add(((Line.Known) line).event());
            });
        }
    }

    /** Run with {@code -Dsample.write=true} to write the file again after a change of the generator. */
    @Test
    void the_committed_file_is_what_the_generator_makes() throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        EventWriter.write(SampleQuarter.damaged(), made);
        if (Boolean.getBoolean("sample.write")) {
            Files.write(FILE, made.toByteArray());
        }
        assertThat(FILE).hasBinaryContent(made.toByteArray());
    }

    @Test
    void before_it_is_damaged_nothing_deviates() {
        assertThat(Watcher.watch(SampleQuarter.legal()).deviations()).isEmpty();
    }

    @Test
    void every_stage_has_work_and_every_loop_came_round() {
        assertThat(Watcher.watch(EVENTS).states())
                .hasSize(20)
                .allSatisfy(state -> assertThat(state.stage()).isEqualTo(Stage.PLAN))
                .allSatisfy(state -> assertThat(state.cycle()).isEqualTo(2));
    }

    @Test
    void the_planted_faults_and_nothing_else_are_reported() {
        assertThat(Watcher.watch(EVENTS).deviations())
                .extracting(
                        Deviation::kind,
                        deviation -> deviation.loop().value(),
                        deviation -> deviation.event().id())
                .containsExactly(
                        tuple(Deviation.Kind.SKIPPED_STAGE, "SHOP-4", "SHOP-4#7"),
                        tuple(Deviation.Kind.BACKWARD_MOVE, "SHOP-5", "SHOP-5#11"),
                        tuple(Deviation.Kind.MISSING_MOVE, "SHOP-7", "SHOP-7#11"),
                        tuple(Deviation.Kind.DUPLICATE_EVENT, "SHOP-9", "SHOP-9#7"),
                        tuple(Deviation.Kind.IGNORED_FAILURE, "SHOP-11", "SHOP-11#9"),
                        tuple(Deviation.Kind.CONFLICTING_EVENT, "SHOP-13", "SHOP-13#16/1"),
                        tuple(Deviation.Kind.NOT_STARTED, "SHOP-16", "SHOP-16#3/1"),
                        tuple(Deviation.Kind.AFTER_RETIREMENT, "SHOP-15", "SHOP-15#18"),
                        tuple(Deviation.Kind.AFTER_RETIREMENT, "SHOP-15", "SHOP-15#18/1"),
                        tuple(Deviation.Kind.REPEATED_STAGE, "SHOP-17", "SHOP-17-again"),
                        tuple(Deviation.Kind.STARTED_AGAIN, "SHOP-18", "SHOP-18-start"));
    }

    /**
     * The log covers 87 days, from 1 July to 25 September 2026. A median of an even number of samples is the middle
     * between the two in the middle; each comment names them.
     */
    @Nested
    class Metrics_worked_by_hand {
        private final Window quarter =
                new Window(Instant.parse("2026-07-01T00:00:00Z"), Instant.parse("2026-09-26T00:00:00Z"));
        private final Scorecard scorecard = Analysis.builder(quarter.to(), ZoneOffset.UTC)
                .metrics(MetricRegistry.discover(SampleLogTest.class.getClassLoader()))
                .window(quarter)
                .build()
                .run(Facts.of(EVENTS));

        @Test
        void twelve_releases_in_87_days() {
            // 12 releases / (87 days / 7) = 84 / 87
            assertThat(value("delivery.release-frequency").headline().number()).isEqualByComparingTo("0.965517241");
            assertThat(part("delivery.release-frequency", "count")).isEqualTo(Amount.count(12));
            assertThat(part("delivery.release-frequency", "median interval")).isEqualTo(Amount.of(Duration.ofDays(7)));
        }

        @Test
        void twelve_successful_production_deployments_in_87_days() {
            // the failed one of 28 July and the 12 to staging do not count: 12 / 87
            MetricResult.Value value = value("dora.deployment-frequency");
            assertThat(value.headline().number()).isEqualByComparingTo("0.137931034");
            assertThat(value.excluded()).containsOnly(entry("not in production", 12L), entry("not successful", 1L));
        }

        @Test
        void changes_per_release() {
            // commits of 1.1.0 to 1.12.0: 6 1 5 2 3 6 4 3 2 3 4 3
            // sorted: 1 2 2 3 3 [3 3] 4 4 5 6 6
            MetricResult.Value value = value("delivery.release-batch-size");
            assertThat(value.headline()).isEqualTo(Amount.count(3));
            assertThat(value.parts().get("max")).isEqualTo(Amount.count(6));
            assertThat(value.parts().get("mean"))
                    .isEqualTo(new Amount(new BigDecimal("3.5"), Amount.count(1).unit()));
            assertThat(value.n()).isEqualTo(12);
        }

        @Test
        void commit_to_release() {
            // hours from writing a commit to Tuesday noon, by release:
            // 1.1.0: 107:30 99 90:30 27:30 26 24:30 | 1.2.0: 92 | 1.3.0: 104 57:30 54 50:30 33:38 | 1.4.0: 128 124
            // 1.5.0: 167 109:20 104:40 | 1.6.0: 188:30 180 171:30 74 66 58 | 1.7.0: 143 45 39 25:36
            // 1.8.0: 111 109 25 | 1.9.0: 83 71 | 1.10.0: 153 57 51 | 1.11.0: 131:40 120:20 47 13:35
            // 1.12.0: 143:30 139 134:30
            // 42 commits: 20 are below 90:30, 20 above 92; the middle between these two is 91:15
            MetricResult.Value value = value("delivery.release-lead-time");
            assertThat(value.n()).isEqualTo(42);
            assertThat(value.headline().toDuration()).isEqualTo(Duration.parse("PT91H15M"));
            assertThat(part("delivery.release-lead-time", "min")).isEqualTo(Amount.of(Duration.parse("PT13H35M")));
            assertThat(part("delivery.release-lead-time", "max")).isEqualTo(Amount.of(Duration.parse("PT188H30M")));
        }

        @Test
        void change_lead_time() {
            // 3:20 more than to the release, but 22:20 more for the two commits of 1.4.0, whose first deployment
            // failed:
            // 150:20 and 146:20 instead of 131:20 and 127:20, both above the middle
            // the two in the middle are 93:50 and 95:20
            MetricResult.Value value = value("dora.change-lead-time");
            assertThat(value.n()).isEqualTo(42);
            assertThat(value.headline().toDuration()).isEqualTo(Duration.parse("PT94H35M"));
            assertThat(part("dora.change-lead-time", "max")).isEqualTo(Amount.of(Duration.parse("PT191H50M")));
        }

        @Test
        void everything_is_released() {
            assertThat(value("delivery.unreleased-changes").headline()).isEqualTo(Amount.count(0));
        }

        @Test
        void time_in_plan() {
            // hours, sorted: 20 20 20 24 28 32 32 36 36 [40 40] 44 44 48 52 52 56 60 68 68
            assertThat(dwell(Stage.PLAN, 20)).isEqualTo(Duration.ofHours(40));
            assertThat(value("flow.dwell-time.plan").excluded()).containsEntry("still in the stage", 20L);
        }

        @Test
        void time_in_code() {
            // hours, sorted: 5 5 5 (rework) 6 6 10 10 12 14 14 18 [18] 18 18 22 32 34 34 34 36 38 38 40:23
            // the last is SHOP-4, whose build was skipped: its 23 minutes count as CODE
            assertThat(dwell(Stage.CODE, 23)).isEqualTo(Duration.ofHours(18));
        }

        @Test
        void time_in_build() {
            // minutes, sorted: 1 10 11 11 12 15 15 15 15 15 15 [20] 20 21 21 22 22 22 23 23 24 24 25
            // 23 and 1 are SHOP-17, which entered BUILD from itself; SHOP-4 has none
            assertThat(dwell(Stage.BUILD, 23)).isEqualTo(Duration.ofMinutes(20));
        }

        @Test
        void time_in_test() {
            // hours, sorted: 2 2 2 2 2 3 3 3 5 5 [6 6] 6 7 8 8 8 9 9 9 10 10; SHOP-7's end is missing
            assertThat(dwell(Stage.TEST, 22)).isEqualTo(Duration.ofHours(6));
        }

        @Test
        void time_in_release() {
            // hours:minutes, sorted: 4:45 11:20 12:49 23:21 31:23 41:36 47:49 52:45 78:38 [80:37 81:50] 90:48 98:40
            // 102:40 109:45 121:37 126:39 128:36 151:39 156:38
            assertThat(dwell(Stage.RELEASE, 20)).isEqualTo(Duration.parse("PT81H13M30S"));
        }

        @Test
        void time_in_deploy_operate_and_monitor() {
            // 3:20 from noon to the end of the roll-out, 22:20 where it had to be repeated; then two days, then one
            assertThat(dwell(Stage.DEPLOY, 20)).isEqualTo(Duration.ofMinutes(200));
            assertThat(part("flow.dwell-time.deploy", "max")).isEqualTo(Amount.of(Duration.ofMinutes(1340)));
            assertThat(dwell(Stage.OPERATE, 20)).isEqualTo(Duration.ofDays(2));
            assertThat(dwell(Stage.MONITOR, 20)).isEqualTo(Duration.ofDays(1));
        }

        private Duration dwell(Stage stage, int visits) {
            MetricResult.Value value =
                    value("flow.dwell-time." + stage.displayName().toLowerCase(Locale.ROOT));
            assertThat(value.n()).isEqualTo(visits);
            return value.headline().toDuration();
        }

        private Amount part(String metric, String name) {
            return Objects.requireNonNull(value(metric).parts().get(name));
        }

        private MetricResult.Value value(String metric) {
            return (MetricResult.Value)
                    scorecard.find(metric, quarter).orElseThrow().result();
        }
    }
}

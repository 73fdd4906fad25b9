package io.infinityloop.metrics;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.Log.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.link.Derived;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every number here was worked by hand. */
class BuiltInMetricsTest {
    private static final Window WEEK = new Window(at(0), at(7 * 24));
    private static final String LEAD_TIME = "dora.change-lead-time";
    private static final String DEPLOYMENTS = "dora.deployment-frequency";
    private static final String RELEASES = "delivery.release-frequency";
    private static final String RELEASE_LEAD_TIME = "delivery.release-lead-time";
    private static final String BATCH = "delivery.release-batch-size";
    private static final String UNRELEASED = "delivery.unreleased-changes";

    private static MetricResult result(String metric, Window window, Instant asOf, Derived derived) {
        return Analysis.builder(asOf, ZoneOffset.UTC)
                .metrics(MetricRegistry.discover(Analysis.class.getClassLoader()))
                .window(window)
                .build()
                .run(derived)
                .find(metric, window)
                .orElseThrow()
                .result();
    }

    private static MetricResult result(String metric, LoopEvent... events) {
        return result(metric, WEEK, WEEK.to(), derive(WEEK.to(), events));
    }

    private static MetricResult.Value value(String metric, LoopEvent... events) {
        return (MetricResult.Value) result(metric, events);
    }

    private static Amount hours(long hours) {
        return Amount.of(Duration.ofHours(hours));
    }

    private static LoopEvent[] events(List<? extends LoopEvent> events) {
        return events.toArray(LoopEvent[]::new);
    }

    @Nested
    class Change_lead_time {
        @Test
        @Tag("MET-02")
        void of_1_2_and_9_hours_has_the_median_2_and_the_mean_4() {
            MetricResult.Value value = value(
                    LEAD_TIME,
                    commit("a", 1),
                    commit("b", 2, "a"),
                    commit("c", 3, "b"),
                    commit("not deployed", 13),
                    deployed("d1", 2, "commit:a"),
                    deployed("d2", 4, "commit:b"),
                    deployed("d3", 12, "commit:c"));
            assertThat(value.headline()).isEqualTo(hours(2));
            assertThat(value.parts())
                    .containsEntry("median", hours(2))
                    .containsEntry("mean", hours(4))
                    .containsEntry("min", hours(1))
                    .containsEntry("max", hours(9));
            assertThat(value.n()).isEqualTo(3);
            assertThat(value.excluded()).containsExactly(entry("not deployed yet", 1L));
        }

        @Test
        void of_one_change_is_its_own_median() {
            MetricResult.Value value = value(LEAD_TIME, commit("a", 1), deployed("d", 6, "commit:a"));
            assertThat(value.headline()).isEqualTo(hours(5));
            assertThat(value.parts().values()).containsOnly(hours(5));
        }

        @Test
        void leaves_out_merges_the_baseline_and_negative_durations() {
            MetricResult result = result(
                    LEAD_TIME,
                    commit("a", 1),
                    commit("b", 2),
                    commit("m", 3, "a", "b"),
                    commit("from the future", 9),
                    labelled(deployed("d0", 4, "commit:a"), Labels.BASELINE, "history"),
                    deployed("d1", 5, "commit:m", "commit:from the future"));
            assertThat(result.excluded())
                    .containsOnly(
                            entry("in the baseline", 1L), entry("merge commit", 1L), entry("negative duration", 1L));
            assertThat(((MetricResult.Value) result).headline()).isEqualTo(hours(3));
        }
    }

    @Nested
    class Deployment_frequency {
        @Test
        @Tag("ART-22")
        @Tag("MET-03")
        void of_6_in_production_and_4_in_staging_in_3_days_is_2_a_day() {
            List<LoopEvent> events = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                events.add(deployed("p" + i, 12 * i));
            }
            for (int i = 0; i < 4; i++) {
                events.add(deployment("s" + i, 10 * i, Environment.STAGING, DeploymentStatus.SUCCEEDED));
            }
            Window threeDays = new Window(at(0), at(72));
            MetricResult.Value value = (MetricResult.Value)
                    result(DEPLOYMENTS, threeDays, threeDays.to(), derive(threeDays.to(), events(events)));
            assertThat(value.headline()).hasToString("2/day");
            assertThat(value.parts())
                    .containsExactly(
                            entry("count", Amount.count(6)),
                            entry("deployment days", Amount.count(3)),
                            entry("median interval", hours(12)));
            assertThat(value.excluded()).containsExactly(entry("not in production", 4L));
        }

        @Test
        void leaves_out_what_did_not_succeed() {
            MetricResult result = result(
                    DEPLOYMENTS,
                    deployment("d1", 1, Environment.PRODUCTION, DeploymentStatus.FAILED),
                    deployment("d2", 2, Environment.PRODUCTION, DeploymentStatus.IN_PROGRESS));
            assertThat(result).isInstanceOf(MetricResult.Undefined.class);
            assertThat(result.excluded()).containsExactly(entry("not successful", 2L));
        }

        @Test
        void divides_by_the_part_of_the_window_that_was_seen() {
            Instant asOf = at(24);
            Derived derived = derive(asOf, deployed("d1", 3), deployed("d2", 24));
            assertThat(((MetricResult.Value) result(DEPLOYMENTS, WEEK, asOf, derived)).headline())
                    .hasToString("2/day");
        }

        @Test
        void counts_the_beginning_of_a_window_and_not_its_end() {
            Window day = new Window(at(24), at(48));
            Derived derived = derive(deployed("d1", 24), deployed("d2", 48), deployed("d3", 47.999));
            assertThat(((MetricResult.Value) result(DEPLOYMENTS, day, at(100), derived)).n())
                    .isEqualTo(2);
        }

        @Test
        void is_0_in_a_window_without_one_and_undefined_in_one_that_is_yet_to_come() {
            Derived derived = derive(deployed("d1", 1));
            Window secondDay = new Window(at(24), at(48));
            assertThat(((MetricResult.Value) result(DEPLOYMENTS, secondDay, at(48), derived)).headline())
                    .hasToString("0/day");
            assertThat(result(DEPLOYMENTS, secondDay, at(24), derived))
                    .isEqualTo(new MetricResult.Undefined(
                            DEPLOYMENTS, "the window lies after what is known", new TreeMap<>()));
        }
    }

    @Nested
    class Dwell_time {
        @Test
        @Tag("MET-13")
        void of_1_to_8_hours_adds_up_to_the_cycle_and_monitor_is_slowest() {
            List<LoopEvent> events = new ArrayList<>();
            int entered = 0;
            for (Stage stage : Stage.all()) {
                events.add(advanced("L", stage, entered, entered + stage.number()));
                entered += stage.number();
            }
            Duration sum = Duration.ZERO;
            for (Stage stage : Stage.all()) {
                MetricResult.Value value =
                        value("flow.dwell-time." + stage.name().toLowerCase(java.util.Locale.ROOT), events(events));
                assertThat(value.headline()).isEqualTo(hours(stage.number()));
                sum = sum.plus(value.headline().toDuration());
            }
            assertThat(sum).isEqualTo(Duration.ofHours(36));
        }

        @Test
        void counts_visits_that_have_not_ended_as_left_out() {
            MetricResult result = result("flow.dwell-time.plan", Log.started("L", 1));
            assertThat(result)
                    .isEqualTo(new MetricResult.Undefined(
                            "flow.dwell-time.plan",
                            "no finished visits of Plan are known",
                            new TreeMap<>(java.util.Map.of("still in the stage", 1L))));
            assertThat(result("flow.dwell-time.code", Log.started("L", 1)).excluded())
                    .isEmpty();
        }
    }

    @Nested
    class Releases {
        private final LoopEvent[] log = {
            commit("a", 0),
            commit("b", 10, "a"),
            commit("c", 20, "b"),
            commit("d", 30, "c"),
            labelled(release("v1", 5, "commit:a"), Labels.BASELINE, "history"),
            release("v2", 40, "commit:c"),
            commit("e", 100),
            commit("f", 150)
        };

        @Test
        void have_a_median_interval_between_the_two_in_the_middle() {
            MetricResult.Value value = value(
                    RELEASES,
                    release("v1", 0, "commit:a"),
                    release("v2", 1, "commit:a"),
                    release("v3", 3, "commit:a"),
                    release("v4", 9, "commit:a"),
                    release("v5", 49, "commit:a"));
            // 1, 2, 6 and 40 hours
            assertThat(value.parts()).containsEntry("median interval", hours(4));
        }

        @Test
        void are_counted_by_the_week() {
            MetricResult.Value value = value(RELEASES, log);
            assertThat(value.headline()).hasToString("2/week");
            assertThat(value.parts()).containsEntry("median interval", hours(35));
        }

        @Test
        void have_the_lead_time_of_their_changes_and_the_first_has_none() {
            MetricResult.Value value = value(RELEASE_LEAD_TIME, log);
            assertThat(value.headline()).isEqualTo(hours(25));
            assertThat(value.n()).isEqualTo(2);
            assertThat(value.excluded())
                    .containsExactly(entry("in the first release", 1L), entry("not released yet", 3L));
        }

        @Test
        void have_a_batch_size_and_the_first_has_none() {
            MetricResult.Value value = value(BATCH, log);
            assertThat(value.headline()).isEqualTo(Amount.count(2));
            assertThat(value.excluded()).containsExactly(entry("first release", 1L));
        }

        @Test
        void leave_changes_waiting_whose_ages_are_told() {
            MetricResult.Value value = value(UNRELEASED, log);
            assertThat(value.headline()).isEqualTo(Amount.count(3));
            assertThat(value.parts()).containsExactly(entry("median age", hours(68)), entry("oldest", hours(138)));
        }

        @Test
        void leave_waiting_what_was_committed_and_not_released_at_the_edge_of_each_window() {
            Derived derived = derive(commit("a", 0), commit("b", 24), release("v1", 24, "commit:a", "commit:b"));
            assertThat(waiting(derived, 0, 24, 200)).isEqualTo(1);
            assertThat(waiting(derived, 24, 48, 200)).isZero();
            assertThat(waiting(derived, 0, 48, 24)).isZero();
            assertThat(waiting(derived, 0, 48, 23.9)).isEqualTo(1);
        }

        private long waiting(Derived derived, double from, double to, double asOf) {
            return ((MetricResult.Value) result(UNRELEASED, new Window(at(from), at(to)), at(asOf), derived)).n();
        }

        @Test
        void that_are_announced_for_later_than_what_is_known_do_not_count() {
            LoopEvent announced = new io.infinityloop.event.Recorded(
                    Log.metadata("early", 1), null, release("v9", 50).artifact());
            MetricResult result = result(RELEASES, WEEK, at(2), derive(at(2), announced));
            assertThat(result).isInstanceOf(MetricResult.Undefined.class);
            assertThat(result.excluded()).containsExactly(entry("later than what is known", 1L));
        }
    }

    @Test
    void absurd_instants_are_left_out_and_not_an_error() {
        LoopEvent old = new io.infinityloop.event.Recorded(
                Log.metadata("old", 1),
                null,
                io.infinityloop.artifact.Commit.of("old", Instant.parse("0001-01-01T00:00:00Z"), ""));
        assertThat(result(UNRELEASED, old).excluded()).containsExactly(entry("longer than 292 years", 1L));
        assertThat(result(RELEASE_LEAD_TIME, old, release("v", 2, "commit:old")).excluded())
                .containsExactly(entry("longer than 292 years", 1L));
    }

    @Test
    @Tag("MET-18")
    void no_data_is_undefined_with_a_reason_for_every_metric() {
        Scorecard scorecard = Analysis.builder(WEEK.to(), ZoneOffset.UTC)
                .metrics(MetricRegistry.discover(Analysis.class.getClassLoader()))
                .window(WEEK)
                .build()
                .run(List.of());
        assertThat(scorecard.cells())
                .isNotEmpty()
                .allSatisfy(cell -> assertThat(cell.result())
                        .isEqualTo(new MetricResult.Undefined(
                                cell.metric().id(), "no " + cell.metric().needs() + " are known", new TreeMap<>())));
    }
}

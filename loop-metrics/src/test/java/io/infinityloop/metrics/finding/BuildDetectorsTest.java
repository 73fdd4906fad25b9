package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.finding.Found.automated;
import static io.infinityloop.metrics.finding.Found.in;
import static io.infinityloop.metrics.finding.Found.labelled;
import static io.infinityloop.metrics.finding.Found.manual;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BuildDetectorsTest {
    private static Recorded build(String id, double hours, Duration took) {
        return recorded(new Build(
                ArtifactMetadata.of(id, at(hours)).derivedFrom(List.of(ArtifactRef.parse("commit:c1"))),
                "ci",
                Outcome.PASSED,
                at(hours).plus(took)));
    }

    private static Recorded tests(int passed, String... about) {
        return recorded(new TestRun(
                ArtifactMetadata.of("t1", at(11))
                        .derivedFrom(
                                List.of(about).stream().map(ArtifactRef::parse).toList()),
                Stage.BUILD,
                "unit",
                passed == 0 ? Outcome.SKIPPED : Outcome.PASSED,
                new TestRun.Counts(passed, 0, 0),
                null));
    }

    @Test
    @Tag("ANTI-09")
    void one_of_five_builds_by_hand_is_found_with_its_share() {
        LoopEvent[] five = IntStream.range(0, 5)
                .mapToObj(i -> build("b" + i, i, Duration.ofMinutes(5)))
                .map(event -> event.artifact().id().equals("b3") ? manual(event) : automated(event))
                .toArray(LoopEvent[]::new);
        assertThat(Found.by(BuildDetectors.manualBuild(), 100, five))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .isEqualTo("1 of 5 builds were started by hand: 20 %, found from > 0 %");
                    assertThat(finding.figures()).containsEntry("share", new Amount(new BigDecimal("0.2"), Unit.RATIO));
                    assertThat(finding.evidence()).hasSize(1);
                });
        assertThat(messages(BuildDetectors.manualBuild(new BigDecimal("0.2")), 100, five))
                .isEmpty();
        assertThat(messages(BuildDetectors.manualBuild(), 100, automated(build("b", 1, Duration.ofMinutes(5)))))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-10")
    void thirty_minutes_are_found_and_a_second_less_is_fine() {
        Duration less = Duration.ofMinutes(29).plusSeconds(59);
        assertThat(messages(BuildDetectors.slowBuild(), 100, build("b1", 10, less)))
                .isEmpty();
        assertThat(messages(BuildDetectors.slowBuild(), 100, build("b1", 10, Duration.ofMinutes(30))))
                .containsExactly("build b1 of ci took 30 min, found from 30 min on");
    }

    @Test
    @Tag("ANTI-10")
    void a_slow_build_comes_with_the_frequency_of_commits() {
        assertThat(Found.by(
                        BuildDetectors.slowBuild(),
                        96,
                        commit("c1", 1),
                        commit("c2", 2, "c1"),
                        build("b1", 10, Duration.ofHours(1))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.figures())
                        .containsEntry("commit frequency", new Amount(new BigDecimal("0.5"), Unit.PER_DAY))
                        .containsEntry("duration", Amount.of(Duration.ofHours(1))));
    }

    @Test
    @Tag("ANTI-11")
    void a_build_in_production_is_found() {
        Recorded build = build("b1", 10, Duration.ofMinutes(5));
        assertThat(messages(BuildDetectors.buildInProduction(), 100, labelled(build, Labels.ENVIRONMENT, "PRODUCTION")))
                .containsExactly("build b1 of ci ran in production");
        assertThat(messages(BuildDetectors.buildInProduction(), 100, labelled(build, Labels.ENVIRONMENT, "CI")))
                .isEmpty();
        assertThat(messages(BuildDetectors.buildInProduction(), 100, build)).isEmpty();
    }

    @Test
    @Tag("ANTI-12")
    void a_green_build_with_no_tests_is_found() {
        Recorded build = build("b1", 10, Duration.ofMinutes(5));
        assertThat(messages(BuildDetectors.buildWithoutTests(), 100, build, tests(0, "build:b1")))
                .containsExactly("build b1 of ci succeeded, and no test was run");
        assertThat(messages(BuildDetectors.buildWithoutTests(), 100, build)).hasSize(1);
        assertThat(messages(BuildDetectors.buildWithoutTests(), 100, build, tests(1, "build:b1")))
                .isEmpty();
        assertThat(messages(BuildDetectors.buildWithoutTests(), 100, build, tests(1, "commit:c1")))
                .isEmpty();
        assertThat(messages(BuildDetectors.buildWithoutTests(), 100, in("L", build), in("L", tests(1))))
                .isEmpty();
        assertThat(messages(BuildDetectors.buildWithoutTests(), 100, build, tests(1, "commit:c2")))
                .hasSize(1);
        Recorded red = recorded(Build.of("b1", at(10), Outcome.FAILED));
        assertThat(messages(BuildDetectors.buildWithoutTests(), 100, red)).isEmpty();
    }
}

package io.infinityloop.metrics.delivery;

import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.incident;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.delivery.Figures.WEEK;
import static io.infinityloop.metrics.delivery.Figures.build;
import static io.infinityloop.metrics.delivery.Figures.by;
import static io.infinityloop.metrics.delivery.Figures.minutes;
import static io.infinityloop.metrics.delivery.Figures.ratio;
import static io.infinityloop.metrics.delivery.Figures.result;
import static io.infinityloop.metrics.delivery.Figures.tests;
import static io.infinityloop.metrics.delivery.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.dora.ChangeFailureRate;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Revision;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    private static final TestRun.Counts GREEN = new TestRun.Counts(10, 0, 0);

    private static Recorded suite(String id, double at, Outcome outcome, String... lineage) {
        return tests(id, at, TestLevel.E2E, outcome, GREEN, lineage);
    }

    @Nested
    class Of_a_commit {
        private Readiness of(LoopEvent... events) {
            return Readiness.of(derive(events).subjects(Revision.class).get(0));
        }

        @Test
        @Tag("MET-49")
        void is_ready_if_ci_is_green_and_not_if_it_is_red_and_unknown_without_a_run() {
            Readiness ready = of(
                    commit("a", 1),
                    build("b1", 60, 65, Outcome.PASSED, "commit:a"),
                    suite("e2e", 75, Outcome.PASSED, "build:b1"));
            assertThat(ready).isEqualTo(new Readiness("a", Readiness.State.READY, List.of(), Duration.ofMinutes(15)));

            Readiness red = of(
                    commit("a", 1),
                    build("b1", 60, 65, Outcome.PASSED, "commit:a"),
                    suite("e2e", 75, Outcome.FAILED, "build:b1"));
            assertThat(red)
                    .isEqualTo(new Readiness(
                            "a", Readiness.State.NOT_READY, List.of("tests 'e2e': FAILED"), Duration.ofMinutes(15)));

            Readiness unknown = of(commit("a", 1), build("b1", 60, 65, Outcome.PASSED, "commit:other"));
            assertThat(unknown)
                    .isEqualTo(new Readiness(
                            "a",
                            Readiness.State.UNKNOWN,
                            List.of("no build has passed or failed", "no test run has passed or failed"),
                            null));
        }

        @Test
        void is_by_the_last_run_of_each_subject_and_not_by_local_or_cancelled_ones() {
            LoopEvent[] log = {
                commit("a", 1),
                build("b1", 60, 65, Outcome.FAILED, "commit:a"),
                build("b2", 66, 70, Outcome.PASSED, "commit:a"),
                build("b3", 70, 71, Outcome.CANCELLED, "commit:a"),
                labelled(build("b4", 70, 72, Outcome.FAILED, "commit:a"), Labels.ENVIRONMENT, "local")
            };
            assertThat(of(log).reasons()).containsExactly("no test run has passed or failed");
            assertThat(of(log).state()).isEqualTo(Readiness.State.UNKNOWN);
        }

        @Test
        void adds_up_to_a_share_of_the_commits_of_which_it_is_known() {
            MetricResult.Value value = value(
                    ProductionReadiness.calculator(),
                    commit("a", 1),
                    commit("b", 1),
                    commit("c", 1),
                    commit("d", 1),
                    commit("merge", 1, "a", "b"),
                    build("b1", 60, 65, Outcome.PASSED, "commit:a", "commit:d"),
                    suite("e2e", 70, Outcome.PASSED, "commit:a"),
                    build("b2", 60, 80, Outcome.FAILED, "commit:b"));
            assertThat(value.headline()).isEqualTo(ratio("0.5"));
            assertThat(value.parts())
                    .containsExactly(
                            entry("median time to answer", minutes(15)),
                            entry("not ready", Amount.count(1)),
                            entry("ready", Amount.count(1)));
            assertThat(value.excluded()).containsExactly(entry("merge commit", 1L), entry("nobody can say yet", 2L));
            assertThat(result(ProductionReadiness.calculator(), commit("a", 1)).excluded())
                    .containsExactly(entry("no build is known", 1L));
        }
    }

    @Nested
    class For_another_mode {
        private Scorecard scorecard(int failures) {
            List<LoopEvent> log = new ArrayList<>();
            log.add(by(Trigger.AUTOMATED, suite("unit", 1, Outcome.PASSED)));
            for (int i = 0; i < 10; i++) {
                log.add(Log.deployed("d" + i, 10 * i));
            }
            for (int i = 0; i < failures; i++) {
                log.add(incident("INC-" + i, 10 * i + 1, "deployment:d" + i));
            }
            return Analysis.builder(WEEK.to(), ZoneOffset.UTC)
                    .metric(TestAutomation.calculator())
                    .metric(TestPassRate.calculator())
                    .metric(ChangeFailureRate.calculator())
                    .window(WEEK)
                    .build()
                    .run(Facts.of(log));
        }

        @Test
        @Tag("REL-16")
        void is_there_if_all_targets_are_met_and_else_names_the_one_that_is_missed() {
            ReadinessAdvice ready = ReadinessAdvice.of(scorecard(1), Segment.ALL);
            assertThat(ready.missed()).isEmpty();
            assertThat(ready.isReady()).isTrue();
            ReadinessAdvice missed = ReadinessAdvice.of(scorecard(2), Segment.ALL);
            assertThat(missed.isReady()).isFalse();
            assertThat(missed.missed())
                    .containsExactly("dora.change-failure-rate in " + WEEK + ": it is 0.2, expected < 0.15");
        }

        @Test
        void is_not_there_without_data_and_can_ask_for_something_else() {
            Scorecard empty = Analysis.builder(WEEK.to(), ZoneOffset.UTC)
                    .metric(TestAutomation.calculator())
                    .window(WEEK)
                    .build()
                    .run(List.of());
            assertThat(ReadinessAdvice.of(empty, Segment.ALL).missed())
                    .containsExactly(
                            "delivery.test-automation in " + WEEK + ": no data",
                            "delivery.test-pass-rate in " + WEEK + ": not computed",
                            "dora.change-failure-rate in " + WEEK + ": not computed");
            assertThat(ReadinessAdvice.of(
                                    scorecard(2),
                                    Segment.ALL,
                                    Map.of("delivery.test-automation", TestAutomation.TARGET))
                            .isReady())
                    .isTrue();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ReadinessAdvice.of(empty, Segment.ALL, Map.of()))
                    .withMessage("readiness without a target says nothing: expected at least one");
        }
    }
}

package io.infinityloop.metrics.delivery;

import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.delivery.Figures.WEEK;
import static io.infinityloop.metrics.delivery.Figures.all;
import static io.infinityloop.metrics.delivery.Figures.build;
import static io.infinityloop.metrics.delivery.Figures.by;
import static io.infinityloop.metrics.delivery.Figures.metadata;
import static io.infinityloop.metrics.delivery.Figures.minute;
import static io.infinityloop.metrics.delivery.Figures.ratio;
import static io.infinityloop.metrics.delivery.Figures.result;
import static io.infinityloop.metrics.delivery.Figures.status;
import static io.infinityloop.metrics.delivery.Figures.test;
import static io.infinityloop.metrics.delivery.Figures.tests;
import static io.infinityloop.metrics.delivery.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.link.EnvironmentDifference;
import io.infinityloop.metrics.link.LoadTested;
import io.infinityloop.metrics.link.TestRan;
import io.infinityloop.rule.GateResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TestMetricsTest {
    @Nested
    class Pass_rate {
        @Test
        @Tag("MET-09")
        void of_90_passed_10_failed_and_5_skipped_tests_is_90_percent_and_the_5_are_apart() {
            MetricResult.Value value = value(
                    TestPassRate.calculator(),
                    tests("unit", 1, TestLevel.UNIT, Outcome.PASSED, new TestRun.Counts(60, 0, 5)),
                    tests("e2e", 2, TestLevel.E2E, Outcome.FAILED, new TestRun.Counts(30, 10, 0)));
            assertThat(value.headline()).isEqualTo(ratio("0.9"));
            assertThat(value.parts())
                    .containsEntry("skipped", Amount.count(5))
                    .containsEntry("passed", Amount.count(90))
                    .containsEntry("failed", Amount.count(10))
                    .containsEntry("unit", ratio("1"))
                    .containsEntry("e2e", ratio("0.75"));
            assertThat(value.n()).isEqualTo(2);
        }

        @Test
        void takes_a_run_that_nobody_counted_for_one_test_and_leaves_out_what_has_no_verdict() {
            MetricResult.Value value = value(
                    TestPassRate.calculator(),
                    test("t1", "login", 1, Outcome.PASSED, Environment.CI),
                    test("t2", "basket", 2, Outcome.ERROR, Environment.CI),
                    test("t3", "basket", 3, Outcome.CANCELLED, Environment.CI),
                    test("t4", "basket", 4, Outcome.PASSED, Environment.LOCAL),
                    tests("t5", 5, TestLevel.UNIT, Outcome.PASSED, new TestRun.Counts(0, 0, 7)));
            assertThat(value.headline()).isEqualTo(ratio("0.5"));
            assertThat(value.parts()).containsEntry("runs without counts", Amount.count(2));
            assertThat(value.excluded())
                    .containsOnly(
                            entry("cancelled", 1L),
                            entry("every test skipped", 1L),
                            entry("on a developer's machine", 1L));
        }

        @Test
        void is_told_with_retries_or_without() {
            LoopEvent[] retried = {
                test("t1", "login", 1, Outcome.FAILED, Environment.CI, "commit:a"),
                test("t2", "login", 2, Outcome.PASSED, Environment.CI, "commit:a")
            };
            assertThat(value(TestPassRate.calculator(), retried).headline()).isEqualTo(ratio("0.5"));
            assertThat(value(TestPassRate.calculator(Attempts.LAST), retried).headline())
                    .isEqualTo(ratio("1"));
            assertThat(value(TestPassRate.calculator(Attempts.FIRST), retried).headline())
                    .isEqualTo(ratio("0"));
        }

        @Test
        void does_not_overflow() {
            TestRun.Counts many = new TestRun.Counts(Long.MAX_VALUE, 0, 0);
            assertThat(value(
                                    TestPassRate.calculator(),
                                    tests("t1", 1, TestLevel.UNIT, Outcome.PASSED, many),
                                    tests("t2", 1, TestLevel.UNIT, Outcome.PASSED, many))
                            .headline())
                    .isEqualTo(ratio("1"));
        }
    }

    @Nested
    class Automation {
        private LoopEvent[] log(long automated, long manual) {
            return new LoopEvent[] {
                by(
                        Trigger.AUTOMATED,
                        tests("suite", 1, TestLevel.UNIT, Outcome.PASSED, new TestRun.Counts(automated, 0, 0))),
                by(
                        Trigger.MANUAL,
                        tests("by hand", 2, TestLevel.ACCEPTANCE, Outcome.FAILED, new TestRun.Counts(0, manual, 0))),
            };
        }

        @Test
        @Tag("MET-23")
        void of_8_of_10_tests_is_80_percent_and_reaches_its_target() {
            List<Recorded> runs = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Trigger trigger = i < 8 ? Trigger.AUTOMATED : Trigger.MANUAL;
                runs.add(by(trigger, test("t" + i, "test " + i, i, Outcome.PASSED, Environment.CI)));
            }
            LoopEvent[] log = all(runs.stream());
            assertThat(value(TestAutomation.calculator(), log).headline()).isEqualTo(ratio("0.8"));
            assertThat(status(TestAutomation.calculator(), log)).isEqualTo(Target.Status.MET);
        }

        @Test
        @Tag("THR-13")
        void meets_its_target_at_80_percent_and_misses_it_at_79_point_9() {
            assertThat(status(TestAutomation.calculator(), log(800, 200))).isEqualTo(Target.Status.MET);
            assertThat(status(TestAutomation.calculator(), log(799, 201))).isEqualTo(Target.Status.MISSED);
        }

        @Test
        void leaves_out_what_does_not_say_who_ran_it() {
            MetricResult result =
                    result(TestAutomation.calculator(), test("t", "login", 1, Outcome.PASSED, Environment.CI));
            assertThat(result.excluded()).containsExactly(entry("nobody said what set it off", 1L));
            assertThat(value(TestAutomation.calculator(), log(3, 1)).parts())
                    .containsExactly(entry("automated", Amount.count(3)), entry("manual", Amount.count(1)));
        }
    }

    @Nested
    class Flaky_tests {
        @Test
        @Tag("MET-25")
        void of_3_tests_of_which_1_flips_on_one_revision_are_33_point_3_percent() {
            MetricResult.Value value = value(
                    FlakyTestRate.calculator(),
                    test("t1", "login", 1, Outcome.PASSED, Environment.CI, "commit:a"),
                    test("t2", "login", 2, Outcome.FAILED, Environment.CI, "commit:a"),
                    test("t3", "basket", 3, Outcome.PASSED, Environment.CI, "commit:a"),
                    test("t4", "basket", 4, Outcome.FAILED, Environment.CI, "commit:b"),
                    test("t5", "checkout", 5, Outcome.PASSED, Environment.CI, "commit:a"));
            assertThat(value.headline()).isEqualTo(ratio("0.333333333"));
            assertThat(value.parts()).containsExactly(entry("flaky", Amount.count(1)), entry("tests", Amount.count(3)));
        }

        @Test
        void do_not_flip_between_environments_or_services_or_unknown_revisions() {
            MetricResult.Value value = value(
                    FlakyTestRate.calculator(),
                    test("t1", "login", 1, Outcome.PASSED, Environment.CI, "commit:a"),
                    test("t2", "login", 2, Outcome.FAILED, Environment.STAGING, "commit:a"),
                    labelled(
                            test("t3", "login", 3, Outcome.FAILED, Environment.CI, "commit:a"), Labels.SERVICE, "mail"),
                    test("t4", "login", 4, Outcome.FAILED, Environment.CI));
            assertThat(value.headline()).isEqualTo(ratio("0"));
            assertThat(value.parts()).containsEntry("tests", Amount.count(2));
            assertThat(value.excluded()).containsExactly(entry("revision unknown", 1L));
        }
    }

    @Test
    @Tag("MET-36")
    void of_10_failures_3_that_are_marked_as_the_environments_are_30_percent() {
        List<Recorded> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(test("t" + i, "login", i, Outcome.FAILED, Environment.CI));
        }
        runs.add(build("b1", 0, 1, Outcome.TIMED_OUT));
        runs.add(labelled(build("b2", 0, 1, Outcome.FAILED), Labels.CAUSE, "environment"));
        runs.add(labelled(test("t7", "login", 7, Outcome.FAILED, Environment.CI), Labels.CAUSE, "environment"));
        runs.add(test("t8", "login", 8, Outcome.ERROR, Environment.CI));
        runs.add(labelled(build("green", 0, 1, Outcome.PASSED), Labels.CAUSE, "environment"));
        MetricResult.Value value = value(EnvironmentFailures.calculator(), all(runs.stream()));
        assertThat(value.headline()).isEqualTo(ratio("0.3"));
        assertThat(value.n()).isEqualTo(10);
    }

    @Nested
    class Pyramid {
        private TestPyramid of(long unit, long integration, long e2e) {
            return TestPyramid.of(
                    derive(
                            tests("u", 1, TestLevel.UNIT, Outcome.PASSED, new TestRun.Counts(1, 1, 0)),
                            tests("u", 2, TestLevel.UNIT, Outcome.PASSED, new TestRun.Counts(unit, 0, 0)),
                            tests("i", 2, TestLevel.INTEGRATION, Outcome.PASSED, new TestRun.Counts(integration, 0, 0)),
                            tests("e", 3, TestLevel.E2E, Outcome.FAILED, new TestRun.Counts(0, e2e - 1, 1)),
                            tests("s", 3, TestLevel.SMOKE, Outcome.PASSED, new TestRun.Counts(5000, 0, 0))),
                    WEEK);
        }

        @Test
        @Tag("GATE-10")
        void of_1000_50_and_5_tests_is_one_and_of_10_50_and_200_is_inverted() {
            TestPyramid good = of(1000, 50, 5);
            assertThat(good.shape()).isEqualTo(TestPyramid.Shape.PYRAMID);
            assertThat(List.of(good.unit(), good.integration(), good.e2e())).containsExactly(1000L, 50L, 5L);
            assertThat(good.evidence()).hasSize(3);
            assertThat(of(10, 50, 200).shape()).isEqualTo(TestPyramid.Shape.INVERTED);
        }

        @Test
        void of_two_runs_that_end_at_one_instant_is_the_same_in_any_order() {
            List<TestRan> runs = new ArrayList<>(derive(
                            tests("u", 1, TestLevel.UNIT, Outcome.PASSED, new TestRun.Counts(10, 0, 0)),
                            Log.recorded(new TestRun(
                                    metadata("again", 1),
                                    Stage.TEST,
                                    "u",
                                    Outcome.PASSED,
                                    new TestRun.Counts(3, 0, 0),
                                    minute(1),
                                    TestCoverage.of(TestLevel.UNIT))))
                    .subjects(TestRan.class));
            assertThat(runs).hasSize(2);
            TestPyramid pyramid = TestPyramid.of(runs);
            Collections.reverse(runs);
            assertThat(TestPyramid.of(runs)).isEqualTo(pyramid);
        }

        @Test
        void that_is_neither_is_uneven_and_without_tests_there_is_none() {
            assertThat(of(50, 50, 5).shape()).isEqualTo(TestPyramid.Shape.UNEVEN);
            assertThat(of(100, 3, 5).shape()).isEqualTo(TestPyramid.Shape.UNEVEN);
            assertThat(TestPyramid.of(derive(), WEEK).shape()).isEqualTo(TestPyramid.Shape.NO_DATA);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TestPyramid(-1, 0, 0, List.of()))
                    .withMessage("numbers of tests are not negative: unit -1, integration 0, e2e 0");
        }
    }

    @Nested
    class Environment_difference {
        private final Recorded passed = labelled(
                test("t1", "login", 1, Outcome.PASSED, Environment.LOCAL, "commit:a"), Labels.ENVIRONMENT, "laptop-4");
        private final Recorded failed = labelled(
                test("t2", "login", 2, Outcome.FAILED, Environment.CI, "commit:a"), Labels.ENVIRONMENT, "runner-7");

        @Test
        @Tag("GATE-26")
        void is_a_test_that_passed_locally_and_failed_in_ci_on_one_revision() {
            assertThat(EnvironmentDifferences.of(derive(passed, failed), WEEK))
                    .containsExactly(new EnvironmentDifference(
                            "login", List.of("a"), "laptop-4", "runner-7", List.of(passed.key(), failed.key())));
        }

        @Test
        void is_not_the_other_way_round_nor_of_two_revisions_nor_what_passed_later() {
            assertThat(EnvironmentDifferences.of(
                            derive(
                                    test("t1", "login", 1, Outcome.FAILED, Environment.LOCAL, "commit:a"),
                                    test("t2", "login", 2, Outcome.PASSED, Environment.CI, "commit:a"),
                                    test("t3", "login", 3, Outcome.PASSED, Environment.LOCAL, "commit:b"),
                                    test("t4", "basket", 4, Outcome.FAILED, Environment.CI, "commit:b")),
                            WEEK))
                    .isEmpty();
            Recorded healed = labelled(
                    test("t3", "login", 3, Outcome.PASSED, Environment.CI, "commit:a"), Labels.ENVIRONMENT, "runner-7");
            assertThat(EnvironmentDifferences.of(derive(passed, failed, healed), WEEK))
                    .isEmpty();
        }

        @Test
        void of_two_runs_that_end_at_one_instant_is_the_same_in_any_order() {
            Recorded tie = labelled(
                    test("t3", "login", 2, Outcome.PASSED, Environment.CI, "commit:a"), Labels.ENVIRONMENT, "runner-7");
            List<TestRan> runs = new ArrayList<>(derive(passed, failed, tie).subjects(TestRan.class));
            List<?> found = EnvironmentDifference.between(runs);
            Collections.reverse(runs);
            assertThat(EnvironmentDifference.between(runs)).isEqualTo(found);
        }
    }

    @Nested
    class Load_test {
        private Recorded reading(String name, String value, String unit) {
            return Log.recorded(new Measurement(
                    metadata(name + value, 5, "test-run:load"), new Reading.Metric(name, new BigDecimal(value), unit)));
        }

        private LoopEvent[] log(String p95, String errors, String rate) {
            return new LoopEvent[] {
                Log.recorded(TestRun.of("load", minute(0), TestLevel.PERFORMANCE, Outcome.PASSED)),
                reading("latency p95", p95, "ms"),
                reading("error rate", errors, "%"),
                reading("request rate", rate, "/s")
            };
        }

        private GateResult judge(LoopEvent... events) {
            return LoadTest.judge(derive(events).subjects(LoadTested.class).get(0));
        }

        @Test
        @Tag("THR-15")
        void passes_at_499_ms_and_0_point_09_percent_and_fails_at_500_ms_or_0_point_1_percent() {
            assertThat(judge(log("499", "0.09", "1000")).isPassed()).isTrue();
            assertThat(judge(log("500", "0.09", "1000")).isPassed()).isFalse();
            assertThat(judge(log("499", "0.1", "1000")).isPassed()).isFalse();
            assertThat(judge(log("499", "0.09", "999")).isPassed()).isFalse();
        }

        @Test
        @Tag("GATE-17")
        void of_samples_with_a_p95_of_510_ms_fails_because_of_the_p95() {
            Stream<Recorded> samples = Stream.concat(
                    IntStream.range(0, 90).mapToObj(i -> reading("latency", "100." + i, "ms")),
                    IntStream.range(0, 11).mapToObj(i -> reading("latency", "0.5100" + i, "s")));
            Stream<Recorded> rest = Stream.of(
                    Log.recorded(TestRun.of("load", minute(0), TestLevel.PERFORMANCE, Outcome.PASSED)),
                    reading("error rate", "0.0005", ""),
                    reading("request rate", "60000", "/min"));
            LoopEvent[] log = all(Stream.concat(samples, rest));
            GateResult result = judge(log);
            assertThat(result.isPassed()).isFalse();
            assertThat(result.unmet()).singleElement().satisfies(line -> {
                assertThat(line.name()).contains("latency p95");
                assertThat(line.checks().get(0).actual()).isBetween(new BigDecimal("510"), new BigDecimal("510.2"));
            });
            assertThat(value(LoadTestPassRate.calculator(), log).headline()).isEqualTo(ratio("0"));
        }

        @Test
        void that_measured_nothing_or_in_a_unit_that_nobody_knows_has_not_passed() {
            Recorded run = Log.recorded(TestRun.of("load", minute(0), TestLevel.PERFORMANCE, Outcome.PASSED));
            assertThat(judge(run, reading("latency p95", "3", "parsecs")).unmet())
                    .hasSize(3);
            assertThat(result(LoadTestPassRate.calculator(), run).excluded())
                    .containsExactly(entry("not measured", 1L));
            assertThat(value(LoadTestPassRate.calculator(), log("499", "0.09", "1000"))
                            .headline())
                    .isEqualTo(ratio("1"));
        }
    }
}

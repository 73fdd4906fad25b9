package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Home;
import io.infinityloop.metrics.link.TestRan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which part of the tests both passed and failed though nothing had changed: on the same revision, in the same
 * environment.
 *
 * <p>A test is what a run names as its subject, within a service, component and repository. A source that tells of
 * whole suites only gives the flaky suites. The end of a run says which window it falls into; a pass and a failure in
 * two windows do not meet. That a test passes on one machine and fails on another is an
 * {@linkplain EnvironmentDifferences environment difference}, and does not make it flaky.
 *
 * <p>Left out and counted: runs whose revision is not known, runs without a verdict, and those on a developer's own
 * machine. No such run is undefined; 0 means that no test flipped.
 *
 * @unit part of the tests, 0 to 1
 * @source ours: no tool that we know has it. Requirement MET-25.
 * @since 0.1
 */
public final class FlakyTestRate {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.flaky-test-rate",
                    "Flaky test rate",
                    "Tests that both passed and failed on one revision, divided by all tests that were run.",
                    "test runs on a known revision",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-25")
            .with(MetricProfile.PLAIN
                    .formula("tests with both outcomes on one revision / tests")
                    .leading()
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.TEST));

    private FlakyTestRate() {}

    /** {@return the metric} */
    public static MetricCalculator<TestRan, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                TestRan.class,
                (run, asOf) -> run.hasVerdict() && run.revisions().isEmpty()
                        ? new Place.Nowhere("revision unknown")
                        : Verdicts.place(run, Attempts.ALL),
                Tests::new,
                (tests, run, frame) -> tests.add(run),
                Tests::merge,
                (tests, frame) -> tests.result());
    }

    private record Test(Home home, String subject) {}

    private record Trial(Test test, List<String> revisions, String environment) {}

    /** What was seen of each test on each revision: that it passed, that it failed, or both. */
    private static final class Tests {
        private final Map<Trial, Boolean> passed = new HashMap<>();
        private final Set<Test> flaky = new HashSet<>();
        private final Set<Test> all = new HashSet<>();
        private long runs;

        Use add(TestRan run) {
            Trial trial = new Trial(new Test(Home.of(run), run.subject()), run.revisions(), run.environmentName());
            see(trial, run.outcome().isSuccess());
            runs++;
            return Use.counted();
        }

        private void see(Trial trial, boolean hasPassed) {
            all.add(trial.test());
            Boolean before = passed.putIfAbsent(trial, hasPassed);
            if (before != null && before != hasPassed) {
                flaky.add(trial.test());
            }
        }

        Tests merge(Tests from) {
            from.passed.forEach(this::see);
            flaky.addAll(from.flaky);
            runs += from.runs;
            return this;
        }

        MetricResult result() {
            return runs == 0
                    ? MetricResult.Undefined.inWindow(DEFINITION)
                    : MetricResult.Value.of(
                            DEFINITION,
                            Part.of(flaky.size(), all.size()),
                            Map.of("flaky", Amount.count(flaky.size()), "tests", Amount.count(all.size())),
                            runs);
        }
    }
}

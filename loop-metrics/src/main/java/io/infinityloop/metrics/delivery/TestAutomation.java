package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.TestRan;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/**
 * Which part of the tests is run by machines.
 *
 * <p>Tests that passed or failed in runs that a machine set off, divided by those in all runs that say who or what set
 * them off; a run whose tests nobody counted is one test. The end of a run says which window it falls into.
 *
 * <p>Left out and counted: runs that do not say what set them off, runs without a verdict, runs on a developer's own
 * machine, and runs of which every test was skipped. No test is undefined.
 *
 * @unit part of the tests, 0 to 1
 * @source ours. Requirements MET-23 and THR-13.
 * @since 0.1
 */
public final class TestAutomation {
    /** At least 80 %. */
    public static final Target TARGET =
            Target.of(Comparator.AT_LEAST, Part.ratio("0.8"), "THR-13: at least 80 % of the tests are automated");

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.test-automation",
                    "Test automation",
                    "Tests that machines ran, divided by all tests that were run.",
                    "test runs that say what set them off",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-23")
            .with(MetricProfile.PLAIN
                    .formula("tests run by machines / tests run")
                    .target(TARGET)
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION)
                    .stage(Stage.TEST));

    private TestAutomation() {}

    /** {@return the metric} */
    public static MetricCalculator<TestRan, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                TestRan.class,
                (run, asOf) -> run.trigger() == Trigger.UNKNOWN
                        ? new Place.Nowhere("nobody said what set it off")
                        : Verdicts.place(run, Attempts.ALL),
                Shares::new,
                (shares, run, frame) -> shares.add(run),
                Shares::merge,
                (shares, frame) -> shares.result());
    }

    private static final class Shares {
        private BigInteger automated = BigInteger.ZERO;
        private BigInteger all = BigInteger.ZERO;
        private long runs;

        Use add(TestRan run) {
            TestRun.Counts tests = run.tests();
            BigInteger count = BigInteger.valueOf(tests.passed()).add(BigInteger.valueOf(tests.failed()));
            if (count.signum() == 0) {
                return Use.excluded("every test skipped");
            }
            all = all.add(count);
            automated = run.trigger() == Trigger.AUTOMATED ? automated.add(count) : automated;
            runs++;
            return Use.counted();
        }

        Shares merge(Shares from) {
            automated = automated.add(from.automated);
            all = all.add(from.all);
            runs += from.runs;
            return this;
        }

        MetricResult result() {
            if (runs == 0) {
                return MetricResult.Undefined.inWindow(DEFINITION);
            }
            BigDecimal byMachines = new BigDecimal(automated);
            BigDecimal tests = new BigDecimal(all);
            return MetricResult.Value.of(
                    DEFINITION,
                    Part.of(byMachines, tests),
                    Map.of(
                            "automated",
                            new Amount(byMachines, Unit.COUNT),
                            "manual",
                            new Amount(tests.subtract(byMachines), Unit.COUNT)),
                    runs);
        }
    }
}

package io.infinityloop.metrics.delivery;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.TestRan;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which part of the tests passes.
 *
 * <p>Tests that passed, divided by those that passed, failed or broke, over all runs that passed or failed; skipped
 * tests are shown apart. The end of a run says which window it falls into. A run whose tests nobody counted is one
 * test. The parts are the counts, and the rate of each level of tests under its name: {@code unit}, {@code e2e}. By
 * default each attempt counts: {@link Attempts#LAST} shows the rate with retries, {@link Attempts#FIRST} the one
 * without.
 *
 * <p>Left out and counted: runs that were cancelled or skipped, that are running or whose outcome nobody told, runs on
 * a developer's own machine, and runs of which every test was skipped. No test is undefined.
 *
 * @unit part of the tests, 0 to 1
 * @source ours: no tool that we know has it. Requirement MET-09.
 * @since 0.1
 */
public final class TestPassRate {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.test-pass-rate",
                    "Test pass rate",
                    "Tests that passed, divided by those that passed or failed; skipped ones are apart.",
                    "finished test runs",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-09")
            .with(MetricProfile.PLAIN
                    .formula("passed / (passed + failed)")
                    .leading()
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.TEST)
                    .option("attempts", "which of several runs on one revision count: ALL by default, FIRST, LAST"));

    private TestPassRate() {}

    /** {@return the metric} */
    public static MetricCalculator<TestRan, ?> calculator() {
        return calculator(Attempts.ALL);
    }

    /**
     * Returns the metric with a choice of attempts.
     *
     * @param attempts which of several runs of a suite on one revision count
     * @return the metric
     */
    public static MetricCalculator<TestRan, ?> calculator(Attempts attempts) {
        requireNonNull(attempts, "attempts");
        MetricDefinition definition = new Variant(DEFINITION)
                .option(attempts, Attempts.ALL, "attempt-", attempts.rule())
                .definition();
        return Metrics.fold(
                definition,
                TestRan.class,
                (run, asOf) -> Verdicts.place(run, attempts),
                Rates::new,
                (rates, run, frame) -> rates.add(run),
                Rates::merge,
                (rates, frame) -> rates.result(definition));
    }

    /** Counts that do not overflow. */
    private static final class Tally {
        private BigInteger passed = BigInteger.ZERO;
        private BigInteger failed = BigInteger.ZERO;
        private BigInteger skipped = BigInteger.ZERO;

        void add(TestRun.Counts counts) {
            passed = passed.add(BigInteger.valueOf(counts.passed()));
            failed = failed.add(BigInteger.valueOf(counts.failed()));
            skipped = skipped.add(BigInteger.valueOf(counts.skipped()));
        }

        void add(Tally from) {
            passed = passed.add(from.passed);
            failed = failed.add(from.failed);
            skipped = skipped.add(from.skipped);
        }

        BigInteger run() {
            return passed.add(failed);
        }

        Amount rate() {
            return Part.of(new BigDecimal(passed), new BigDecimal(run()));
        }
    }

    /** The tally of all, and of each level. */
    private static final class Rates {
        private final Tally all = new Tally();
        private final Map<TestLevel, Tally> levels = new EnumMap<>(TestLevel.class);
        private long runs;
        private long uncounted;

        Use add(TestRan run) {
            TestRun.Counts tests = run.tests();
            if (tests.passed() == 0 && tests.failed() == 0) {
                return Use.excluded("every test skipped");
            }
            all.add(tests);
            TestLevel level = run.level();
            if (level != null) {
                levels.computeIfAbsent(level, same -> new Tally()).add(tests);
            }
            runs++;
            uncounted += run.isCounted() ? 0 : 1;
            return Use.counted();
        }

        Rates merge(Rates from) {
            all.add(from.all);
            from.levels.forEach((level, tally) ->
                    levels.computeIfAbsent(level, same -> new Tally()).add(tally));
            runs += from.runs;
            uncounted += from.uncounted;
            return this;
        }

        MetricResult result(MetricDefinition definition) {
            if (runs == 0) {
                return MetricResult.Undefined.inWindow(definition);
            }
            SortedMap<String, Amount> parts = new TreeMap<>();
            parts.put("passed", new Amount(new BigDecimal(all.passed), Unit.COUNT));
            parts.put("failed", new Amount(new BigDecimal(all.failed), Unit.COUNT));
            parts.put("skipped", new Amount(new BigDecimal(all.skipped), Unit.COUNT));
            parts.put("runs without counts", Amount.count(uncounted));
            levels.forEach((level, tally) -> parts.put(level.name().toLowerCase(Locale.ROOT), tally.rate()));
            return MetricResult.Value.of(definition, all.rate(), parts, runs);
        }
    }
}

package io.infinityloop.metrics.reliability;

import static java.util.Objects.requireNonNull;

import io.infinityloop.rule.StepDecision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares a canary with the version beside it, under the same traffic: it expands if the canary is no worse than the
 * tolerances allow, rolls back if it is, and pauses with too few requests on either side.
 *
 * <p>Source: requirement DEP-10. The standard figures are ours.
 *
 * @param minimum how many requests each side must have had
 * @param errors by how much the canary's error rate may be above the baseline's, in points: 0.005 is half a percent
 * @param latency by which part the canary's p95 may be above the baseline's: 0.1 is 10 %
 * @since 0.1
 */
public record CanaryJudge(long minimum, BigDecimal errors, BigDecimal latency) {
    /** 100 requests on each side, half a percentage point more errors, 10 % more latency. */
    public static final CanaryJudge STANDARD = new CanaryJudge(100, new BigDecimal("0.005"), new BigDecimal("0.1"));

    /**
     * Creates a judge.
     *
     * @throws IllegalArgumentException if the minimum is not positive or a tolerance is negative
     */
    public CanaryJudge {
        if (minimum < 1 || errors.signum() < 0 || latency.signum() < 0) {
            throw new IllegalArgumentException("the minimum " + minimum + " must be positive, the tolerances "
                    + errors.toPlainString() + " and " + latency.toPlainString() + " not negative");
        }
    }

    /**
     * How one version answered.
     *
     * @param requests how many requests it had
     * @param failed how many of them failed
     * @param p95 the 95th percentile of its latency; empty if it was not measured
     * @since 0.1
     */
    public record Side(long requests, long failed, Optional<Duration> p95) {
        /**
         * Creates a side.
         *
         * @throws IllegalArgumentException if a count is negative, or more failed than there were
         */
        public Side {
            requireNonNull(p95, "p95");
            if (failed < 0 || requests < failed) {
                throw new IllegalArgumentException(
                        "of " + requests + " requests " + failed + " failed: expected 0 <= failed <= requests");
            }
        }

        private BigDecimal errorRate() {
            return BigDecimal.valueOf(failed).divide(BigDecimal.valueOf(requests), 9, RoundingMode.HALF_EVEN);
        }
    }

    /**
     * What to do, and why.
     *
     * @param decision what to do
     * @param reasons why, one line for each comparison
     * @since 0.1
     */
    public record Verdict(StepDecision decision, List<String> reasons) {
        /** Creates a verdict. */
        public Verdict {
            requireNonNull(decision, "decision");
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Judges a canary.
     *
     * @param canary how the new version answered
     * @param baseline how the version beside it answered, in the same time
     * @return what to do, and why
     */
    public Verdict judge(Side canary, Side baseline) {
        if (canary.requests() < minimum || baseline.requests() < minimum) {
            return new Verdict(
                    StepDecision.PAUSE,
                    List.of("too few requests: canary " + canary.requests() + ", baseline " + baseline.requests()
                            + ", expected " + minimum + " each"));
        }
        List<String> reasons = new ArrayList<>();
        BigDecimal allowed = baseline.errorRate().add(errors);
        boolean good = compare("error rate", canary.errorRate(), allowed, reasons);
        if (canary.p95().isPresent() && baseline.p95().isPresent()) {
            BigDecimal own = seconds(canary.p95().get());
            BigDecimal most = seconds(baseline.p95().get()).multiply(BigDecimal.ONE.add(latency));
            good &= compare("p95 in seconds", own, most, reasons);
        }
        return new Verdict(good ? StepDecision.EXPAND : StepDecision.ROLL_BACK, reasons);
    }

    private static boolean compare(String name, BigDecimal actual, BigDecimal most, List<String> reasons) {
        boolean good = actual.compareTo(most) <= 0;
        reasons.add(name + " " + plain(actual) + (good ? " is within " : " is above ") + plain(most));
        return good;
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}

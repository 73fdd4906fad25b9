package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.FeedbackLoop;
import io.infinityloop.metrics.link.FeedbackSignal;
import io.infinityloop.rule.Comparator;
import io.infinityloop.rule.ExpectedRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How long feedback is under way. One metric a loop: {@code flow.feedback-latency.unit} to
 * {@code flow.feedback-latency.customer}.
 *
 * <p>One sample for each signal: from when there was something to tell (the tested commit was made, the production
 * deployment or the failure began, the user said it) to when it was known where it is needed. Its arrival says which
 * window it falls into. The headline is the median (type 7); the mean is a part.
 *
 * <p>Each loop has an expected order of size: tests of parts take seconds, tests of the whole minutes, a deployment
 * minutes to hours, the watch over production is at once, users take days to weeks. Its upper end is the target.
 *
 * <p>Left out and counted: signals that have not arrived. No data is undefined; one sample is its own median.
 *
 * @unit seconds
 * @source the lesson of the DevOps loop, "Speed of feedback loop"; the figures of the orders of size are ours.
 *     Requirements MET-28, FBK-10 and D-18.
 * @since 0.1
 */
public final class FeedbackLatency {
    private FeedbackLatency() {}

    /**
     * How quick feedback is for its loop.
     *
     * @since 0.1
     */
    public enum Speed {
        /** Quicker than is expected of the loop. */
        FAST,
        /** Of the expected order of size. */
        OK,
        /** Slower than is expected of the loop. */
        SLOW
    }

    /**
     * Returns the metric of a loop.
     *
     * @param loop the loop
     * @return the metric
     */
    public static MetricCalculator<FeedbackSignal, ?> calculator(FeedbackLoop loop) {
        return calculator(loop, DurationRule.STANDARD);
    }

    /**
     * Returns the metric of a loop by another rule.
     *
     * @param loop the loop
     * @param rule statistic and working time
     * @return the metric
     */
    public static MetricCalculator<FeedbackSignal, ?> calculator(FeedbackLoop loop, DurationRule rule) {
        return Metrics.duration(
                rule.variant(definition(loop), DurationRule.STANDARD.statistic())
                        .definition(),
                FeedbackSignal.class,
                signal -> place(loop, signal),
                signal -> rule.between(signal.raised(), Objects.requireNonNull(signal.received())),
                rule.statistic());
    }

    /**
     * Returns what the metric of a loop is.
     *
     * @param loop the loop
     * @return the definition
     */
    public static MetricDefinition definition(FeedbackLoop loop) {
        Duration slowest = Duration.ofSeconds(expected(loop).peak().longValueExact());
        return new MetricDefinition(
                        id(loop),
                        "Feedback latency, " + loop.label(),
                        "From when there was something to tell to when it was known where it is needed; median.",
                        "signals of the " + loop.label() + " loop",
                        Unit.SECONDS,
                        MetricDefinition.Direction.LOWER_IS_BETTER,
                        "DevOps loop, order of size ours; MET-28")
                .with(MetricProfile.PLAIN
                        .formula("when it was received - when it was raised")
                        .target(Target.of(Comparator.AT_MOST, Amount.of(slowest), "order of size; MET-28"))
                        .leading()
                        .audience(Audience.ENGINEER, Audience.BUSINESS)
                        .dimension(CalmrDimension.MEASUREMENT)
                        .stage(stage(loop))
                        .option("rule", "statistic and working time; default median of all time"));
    }

    /**
     * Returns what is expected of a loop: up to its normal it is fast, above its peak it is slow.
     *
     * @param loop the loop
     * @return the range, in seconds
     */
    public static ExpectedRange expected(FeedbackLoop loop) {
        return switch (loop) {
            case UNIT -> range(loop, Duration.ofSeconds(1), Duration.ofMinutes(1));
            case INTEGRATION -> range(loop, Duration.ofMinutes(1), Duration.ofHours(1));
            case DEPLOYMENT -> range(loop, Duration.ofMinutes(1), Duration.ofDays(1));
            case PRODUCTION -> range(loop, Duration.ofSeconds(1), Duration.ofMinutes(1));
            case CUSTOMER -> range(loop, Duration.ofDays(1), Duration.ofDays(28));
        };
    }

    /**
     * Returns how quick feedback is for its loop.
     *
     * @param loop the loop
     * @param latency how long it was under way
     * @return how quick that is; the ends of the expected range belong to the quicker side
     */
    public static Speed speed(FeedbackLoop loop, Duration latency) {
        return switch (expected(loop).place(Amount.of(latency).number())) {
            case NORMAL -> Speed.FAST;
            case ABOVE_NORMAL -> Speed.OK;
            case ABOVE_PEAK -> Speed.SLOW;
        };
    }

    static String id(FeedbackLoop loop) {
        return "flow.feedback-latency." + loop.label();
    }

    private static ExpectedRange range(FeedbackLoop loop, Duration normal, Duration peak) {
        return new ExpectedRange(
                id(loop), BigDecimal.valueOf(normal.toSeconds()), BigDecimal.valueOf(peak.toSeconds()));
    }

    private static Stage stage(FeedbackLoop loop) {
        return switch (loop) {
            case UNIT -> Stage.BUILD;
            case INTEGRATION -> Stage.TEST;
            case DEPLOYMENT -> Stage.DEPLOY;
            case PRODUCTION -> Stage.MONITOR;
            case CUSTOMER -> Stage.OPERATE;
        };
    }

    private static Place place(FeedbackLoop loop, FeedbackSignal signal) {
        Instant received = signal.received();
        if (signal.kind() != loop) {
            return new Place.NotConcerned();
        }
        return received == null ? new Place.Nowhere("not received yet") : new Place.At(received);
    }
}

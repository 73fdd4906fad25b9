package io.infinityloop.metrics.reliability;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.TelemetrySample;
import java.time.Duration;

/**
 * Which part of the business transactions is done in the time that was promised, over all tiers that they go through: a
 * transaction is the first step of a trace, and lasts until all that it called is done.
 *
 * <p>Steps that are part of another are not concerned. No data is undefined.
 *
 * @unit ratio
 * @source requirement OBS-15.
 * @since 0.1
 */
public final class TransactionsInTime {
    /** The time that is promised unless somebody says otherwise. */
    public static final Duration STANDARD = Duration.ofMillis(500);

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "reliability.transactions-in-time",
                    "Transactions in time",
                    "The part of the business transactions that is done within 500 ms, over all tiers.",
                    "first steps of traces",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "OBS-15; the limit is that of THR-16")
            .with(MetricProfile.PLAIN
                    .alias("SLA compliance")
                    .formula("transactions in time / transactions")
                    .primary()
                    .audience(MetricProfile.Audience.values())
                    .stage(Stage.MONITOR)
                    .option("within", "the time that is promised, inclusive; 500 ms by default"));

    private TransactionsInTime() {}

    /** {@return the metric with the standard promise} */
    public static MetricCalculator<TelemetrySample, ?> calculator() {
        return calculator(DEFINITION, STANDARD);
    }

    /**
     * Returns the metric with another promise.
     *
     * @param within the time that is promised, inclusive
     * @return the metric
     * @throws IllegalArgumentException if the time is not positive
     */
    public static MetricCalculator<TelemetrySample, ?> within(Duration within) {
        if (within.isZero() || within.isNegative()) {
            throw new IllegalArgumentException(
                    "a transaction cannot be done within " + within + ": expected more than 0");
        }
        MetricDefinition definition = within.equals(STANDARD)
                ? DEFINITION
                : DEFINITION.variant(
                        "within-" + within.toMillis() + "ms",
                        "The part of the business transactions that is done within " + within.toMillis()
                                + " ms, over all tiers.",
                        "OBS-15");
        return calculator(definition, within);
    }

    private static MetricCalculator<TelemetrySample, ?> calculator(MetricDefinition definition, Duration within) {
        return Metrics.ratio(
                definition,
                TelemetrySample.class,
                sample -> sample.reading() instanceof Reading.Trace trace
                                && trace.parent().isEmpty()
                        ? new Place.At(sample.at())
                        : new Place.NotConcerned(),
                sample -> ((Reading.Trace) sample.reading()).duration().compareTo(within) <= 0);
    }
}

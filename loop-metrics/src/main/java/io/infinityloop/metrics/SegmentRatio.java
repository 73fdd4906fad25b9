package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.MetricDefinition.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many times as good a metric is in one segment as in another: two services side by side, as reports put their best
 * beside their worst. What reports found is a claim of theirs, kept in the catalogue with its source, and nothing to
 * reach.
 *
 * <p>Where less is better it is the other's value that is divided by this one's. Where a value is missing, negative, or
 * the divisor is 0, there is no ratio.
 *
 * <p>Source: requirement MET-40.
 *
 * @param metric the metric
 * @param one what came of it in the segment
 * @param other what came of it in the other segment
 * @param ratio how many times as good the first is; null if that cannot be said
 * @since 0.1
 */
public record SegmentRatio(
        MetricDefinition metric,
        Cell one,
        Cell other,
        @Nullable Amount ratio) {
    /** Creates a ratio. */
    public SegmentRatio {
        requireNonNull(metric, "metric");
        requireNonNull(one, "one");
        requireNonNull(other, "other");
    }

    /**
     * Compares two segments.
     *
     * @param scorecard the results
     * @param metricIds the ids of the metrics, in the order of the ratios
     * @param one the segment
     * @param other the segment that it is held against
     * @param window the window
     * @return a ratio for each metric
     * @throws IllegalArgumentException if the scorecard lacks a cell
     */
    public static List<SegmentRatio> of(
            Scorecard scorecard, Collection<String> metricIds, Segment one, Segment other, Window window) {
        return metricIds.stream()
                .map(id -> of(scorecard.require(id, one, window), scorecard.require(id, other, window)))
                .toList();
    }

    private static SegmentRatio of(Cell one, Cell other) {
        boolean less = one.metric().direction() == Direction.LOWER_IS_BETTER;
        return new SegmentRatio(one.metric(), one, other, less ? ratio(other, one) : ratio(one, other));
    }

    private static @Nullable Amount ratio(Cell counted, Cell by) {
        if (counted.result() instanceof MetricResult.Value above && by.result() instanceof MetricResult.Value below) {
            BigDecimal number = above.headline().number();
            BigDecimal divisor = below.headline().number();
            if (number.signum() >= 0 && divisor.signum() > 0) {
                return new Amount(number.divide(divisor, Amount.DECIMALS, RoundingMode.HALF_EVEN), Unit.NUMBER);
            }
        }
        return null;
    }

    /** {@return the ratio and both results, for example {@code 4 times as good: 7200s, n=3 against 28800s, n=2}} */
    @Override
    public String toString() {
        return (ratio == null ? "no ratio" : ratio + " times as good") + ": " + one.result() + " against "
                + other.result();
    }
}

package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Trend;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a metric went over windows of equal length, or from before a change to after it. Made by a {@link Comparison}.
 *
 * @param metric the metric
 * @param results what came of it, in the order of time: two for before and after
 * @param change how much it changed against the beginning: 0.2 is 20 % more; null if that cannot be said
 * @param verdict which way that is
 * @param reason why, in a few words
 * @since 0.1
 */
public record Movement(
        MetricDefinition metric,
        List<MetricResult> results,
        @Nullable Amount change,
        Verdict verdict,
        String reason) {
    /** Creates a movement. */
    public Movement {
        requireNonNull(metric, "metric");
        results = List.copyOf(results);
        requireNonNull(verdict, "verdict");
        requireNonNull(reason, "reason");
    }

    /**
     * Returns how many subjects each result was computed from.
     *
     * @return the numbers, in the order of the results; 0 for one without a value
     */
    public List<Long> n() {
        return results.stream()
                .map(result -> result instanceof MetricResult.Value value ? value.n() : 0L)
                .toList();
    }

    /**
     * Returns the verdict in the words of an insight.
     *
     * @return the trend; empty if the verdict is inconclusive
     */
    public Optional<Trend> trend() {
        return switch (verdict) {
            case IMPROVING -> Optional.of(Trend.IMPROVING);
            case DEGRADING -> Optional.of(Trend.WORSENING);
            case STEADY -> Optional.of(Trend.STEADY);
            case INCONCLUSIVE -> Optional.empty();
        };
    }

    /** {@return verdict and reason, for example {@code DEGRADING: 20 % more, and less is better}} */
    @Override
    public String toString() {
        return verdict + ": " + reason;
    }
}

package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One metric in one segment and one window. Which events are behind it, {@link Analysis#explain} tells.
 *
 * @param metric the metric
 * @param segment the segment
 * @param window the window
 * @param result what came of it
 * @param target what the value is to reach here; null if there is no target
 * @since 0.1
 */
public record Cell(
        MetricDefinition metric,
        Segment segment,
        Window window,
        MetricResult result,
        @Nullable Target target) {
    /** Creates a cell. */
    public Cell {
        requireNonNull(metric, "metric");
        requireNonNull(segment, "segment");
        requireNonNull(window, "window");
        requireNonNull(result, "result");
    }

    /**
     * Returns how far the value reaches its target.
     *
     * @return the status, NO_DATA if there is no value; empty if there is no target
     */
    public Optional<Target.Status> status() {
        return target == null ? Optional.empty() : Optional.of(target.judge(result));
    }
}

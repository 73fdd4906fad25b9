package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import java.util.List;

/**
 * One metric in one segment and one window.
 *
 * @param metric the metric
 * @param segment the segment
 * @param window the window
 * @param result what came of it
 * @param evidence the events of the subjects that were used, sorted, without duplicates
 * @since 0.1
 */
public record Cell(
        MetricDefinition metric, Segment segment, Window window, MetricResult result, List<EventKey> evidence) {
    /** Creates a cell. */
    public Cell {
        requireNonNull(metric, "metric");
        requireNonNull(segment, "segment");
        requireNonNull(window, "window");
        requireNonNull(result, "result");
        evidence = List.copyOf(evidence);
    }
}

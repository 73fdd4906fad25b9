package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What an {@link Analysis} found.
 *
 * @param asOf the last instant that was known
 * @param zone where days begin
 * @param windows the windows, in order
 * @param cells the results: by metric in the order in which they were chosen, then by segment, then by window
 * @since 0.1
 */
public record Scorecard(Instant asOf, ZoneId zone, List<Window> windows, List<Cell> cells) {
    /** Creates a scorecard. */
    public Scorecard {
        requireNonNull(asOf, "asOf");
        requireNonNull(zone, "zone");
        windows = List.copyOf(windows);
        cells = List.copyOf(cells);
    }

    /**
     * Finds the cell of a metric over all subjects.
     *
     * @param metricId the metric's id
     * @param window the window
     * @return the cell, or empty if the metric or the window was not chosen
     */
    public Optional<Cell> find(String metricId, Window window) {
        return find(metricId, Segment.ALL, window);
    }

    /**
     * Finds the cell of a metric in a segment.
     *
     * @param metricId the metric's id
     * @param segment the segment
     * @param window the window
     * @return the cell, or empty if the metric, the segment or the window is not there
     */
    public Optional<Cell> find(String metricId, Segment segment, Window window) {
        return cells.stream()
                .filter(cell -> cell.metric().id().equals(metricId))
                .filter(cell -> cell.segment().equals(segment) && cell.window().equals(window))
                .findFirst();
    }
}

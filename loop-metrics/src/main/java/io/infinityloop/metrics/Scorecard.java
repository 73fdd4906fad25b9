package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What an {@link Analysis} found.
 *
 * <p>Source: requirements MET-33, MET-41, OBS-13 and OBS-16.
 *
 * @param asOf the last instant that was known
 * @param zone where days begin
 * @param windows the windows, in order
 * @param cells the results: by metric, what users feel first and otherwise in the order in which they were chosen, then
 *     by segment, then by window
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

    Cell require(String metricId, Segment segment, Window window) {
        return find(metricId, segment, window)
                .orElseThrow(() -> new IllegalArgumentException("the scorecard has no '" + metricId + "' for " + segment
                        + " in " + window + ": choose one that was computed"));
    }

    /** {@return the metrics, in the order of the cells} */
    public List<MetricDefinition> metrics() {
        Map<String, MetricDefinition> metrics = new LinkedHashMap<>();
        cells.forEach(cell -> metrics.putIfAbsent(cell.metric().id(), cell.metric()));
        return List.copyOf(metrics.values());
    }

    /** {@return the segments that any metric has, all subjects first, sorted} */
    public List<Segment> segments() {
        return cells.stream().map(Cell::segment).distinct().sorted().toList();
    }

    /**
     * Returns the part that somebody wants to see.
     *
     * @param wanted tells by its definition whether a metric is wanted; {@link MetricFilter} has the usual ones
     * @return the scorecard of these
     */
    public Scorecard only(Predicate<MetricDefinition> wanted) {
        return new Scorecard(
                asOf,
                zone,
                windows,
                cells.stream().filter(cell -> wanted.test(cell.metric())).toList());
    }

    /**
     * Returns one segment with every metric in every window, so that two segments have the same columns: what a metric
     * does not know of the segment is undefined there.
     *
     * @param segment the segment
     * @return the scorecard of the segment alone
     */
    public Scorecard inSegment(Segment segment) {
        List<Cell> complete = new ArrayList<>();
        Map<String, Map<Window, Cell>> known = new TreeMap<>();
        Map<String, Map<Window, Cell>> whole = new TreeMap<>();
        for (Cell cell : cells) {
            if (cell.segment().equals(segment)) {
                known.computeIfAbsent(cell.metric().id(), same -> new LinkedHashMap<>())
                        .put(cell.window(), cell);
            } else if (cell.segment().isAll()) {
                whole.computeIfAbsent(cell.metric().id(), same -> new LinkedHashMap<>())
                        .put(cell.window(), cell);
            }
        }
        for (MetricDefinition metric : metrics()) {
            for (Window window : windows) {
                Cell cell = known.getOrDefault(metric.id(), Map.of()).get(window);
                Cell all = whole.getOrDefault(metric.id(), Map.of()).get(window);
                if (cell != null) {
                    complete.add(cell);
                } else if (all != null) {
                    complete.add(DerivedRun.absent(segment, all));
                }
            }
        }
        return new Scorecard(asOf, zone, windows, complete);
    }
}

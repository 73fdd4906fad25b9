package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a {@link DerivedMetric} sees: the results of its inputs in one segment, and the window that is asked for.
 * Immutable.
 *
 * @since 0.1
 */
public final class CellView {
    private final Frame frame;
    private final Segment segment;
    private final List<Window> windows;
    private final Map<String, Map<Window, MetricResult>> results;

    private CellView(
            Frame frame, Segment segment, List<Window> windows, Map<String, Map<Window, MetricResult>> results) {
        this.frame = frame;
        this.segment = segment;
        this.windows = windows;
        this.results = results;
    }

    /**
     * Returns a view of cells, as an {@link Analysis} makes it; good for testing a metric.
     *
     * @param frame the window that is asked for, what is known, and the zone
     * @param segment the segment
     * @param cells the results of the inputs; those of other segments are passed over
     * @return the view; its windows are those of the cells, in their order
     */
    public static CellView of(Frame frame, Segment segment, Collection<Cell> cells) {
        Map<String, Map<Window, MetricResult>> results = new HashMap<>();
        Set<Window> windows = new LinkedHashSet<>();
        for (Cell cell : cells) {
            if (cell.segment().equals(segment)) {
                windows.add(cell.window());
                results.computeIfAbsent(cell.metric().id(), same -> new HashMap<>())
                        .put(cell.window(), cell.result());
            }
        }
        return new CellView(requireNonNull(frame, "frame"), segment, List.copyOf(windows), results);
    }

    /** The same results, seen from another window. */
    CellView in(Frame other) {
        return new CellView(other, segment, windows, results);
    }

    /** {@return the window that is asked for, what is known, and the zone} */
    public Frame frame() {
        return frame;
    }

    /** {@return the segment that is asked for} */
    public Segment segment() {
        return segment;
    }

    /** {@return all windows of the analysis, in order; they may overlap} */
    public List<Window> windows() {
        return windows;
    }

    /**
     * Returns the windows that lie side by side and end with the one that is asked for: the weeks up to this week, but
     * not the quarter that they belong to.
     *
     * @return the windows, the one asked for last; each begins where the one before it ends, and is about as long
     */
    public List<Window> upToHere() {
        List<Window> chain = new ArrayList<>(List.of(frame.window()));
        Optional<Window> before = before(frame.window());
        while (before.isPresent()) {
            chain.add(0, before.get());
            before = before(before.get());
        }
        return List.copyOf(chain);
    }

    private Optional<Window> before(Window next) {
        return windows.stream()
                .filter(window -> window.to().equals(next.from()) && window.isAboutAsLongAs(next))
                .findFirst();
    }

    /**
     * Returns the result of an input in the window that is asked for.
     *
     * @param id the id of the input
     * @return the result
     * @throws IllegalArgumentException if the metric did not name the input
     */
    public MetricResult result(String id) {
        return result(id, frame.window());
    }

    /**
     * Returns the result of an input in a window.
     *
     * @param id the id of the input
     * @param window the window
     * @return the result; undefined if the analysis does not have the window
     * @throws IllegalArgumentException if the metric did not name the input
     */
    public MetricResult result(String id, Window window) {
        Map<Window, MetricResult> row = results.get(id);
        if (row == null) {
            throw new IllegalArgumentException(
                    "'" + id + "' is none of the inputs: a derived metric sees those that it names");
        }
        MetricResult result = row.get(window);
        return result == null
                ? new MetricResult.Undefined(id, "the window was not asked for", new TreeMap<>())
                : result;
    }

    /**
     * Returns the value of an input in the window that is asked for.
     *
     * @param id the id of the input
     * @return the value, or empty if the input is undefined or failed
     * @throws IllegalArgumentException if the metric did not name the input
     */
    public Optional<MetricResult.Value> value(String id) {
        return result(id) instanceof MetricResult.Value value ? Optional.of(value) : Optional.empty();
    }
}

package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One segment of a scorecard, as a {@link ScorecardDetector} sees it: how each metric went from window to window.
 *
 * <p>A window that holds another one, such as the whole range beside its weeks, is left out, and so is one of which
 * nothing is known yet or which is not over: half a week is no week.
 *
 * @since 0.1
 */
public final class ScorecardView {
    private final Scorecard scorecard;
    private final Segment segment;
    private final List<Subject> subjects;
    private final List<Window> windows;
    private final Function<Cell, List<EventKey>> evidence;

    ScorecardView(
            Scorecard scorecard,
            Segment segment,
            Collection<? extends Subject> subjects,
            Function<Cell, List<EventKey>> evidence) {
        this.scorecard = requireNonNull(scorecard, "scorecard");
        this.segment = requireNonNull(segment, "segment");
        this.subjects = List.copyOf(subjects);
        this.windows = steps(scorecard);
        this.evidence = requireNonNull(evidence, "evidence");
    }

    private static List<Window> steps(Scorecard scorecard) {
        return scorecard.windows().stream()
                .filter(window -> !window.to().isAfter(scorecard.asOf()))
                .filter(window -> scorecard.windows().stream().noneMatch(other -> holds(window, other)))
                .sorted(Comparator.comparing(Window::from))
                .toList();
    }

    private static boolean holds(Window window, Window other) {
        return !window.equals(other)
                && !other.from().isBefore(window.from())
                && !other.to().isAfter(window.to());
    }

    /** {@return the segment} */
    public Segment segment() {
        return segment;
    }

    /** {@return the windows, oldest first, unmodifiable} */
    public List<Window> windows() {
        return windows;
    }

    /** {@return the metrics of the scorecard, in their order, unmodifiable} */
    public List<MetricDefinition> metrics() {
        return scorecard.cells().stream().map(Cell::metric).distinct().toList();
    }

    /**
     * Returns how a metric went.
     *
     * @param metricId the id of the metric
     * @return its cells, the oldest first, unmodifiable; empty if it was not computed
     */
    public List<Cell> course(String metricId) {
        return windows.stream()
                .flatMap(window -> scorecard.find(metricId, segment, window).stream())
                .toList();
    }

    /**
     * Returns the value of a metric in a window.
     *
     * @param metricId the id of the metric
     * @param window the window
     * @return the number; empty if the metric has no value there
     */
    public Optional<Amount> value(String metricId, Window window) {
        return scorecard
                .find(metricId, segment, window)
                .map(Cell::result)
                .filter(MetricResult.Value.class::isInstance)
                .map(result -> ((MetricResult.Value) result).headline());
    }

    /**
     * Returns the events behind a cell: the subjects are looked at once more.
     *
     * @param cell the cell
     * @return the events of what was used, sorted, without duplicates
     */
    public List<EventKey> evidence(Cell cell) {
        return evidence.apply(cell);
    }

    /**
     * Returns the subjects of a type, whatever their segment: what was learnt in one place can be meant for another.
     *
     * @param type the type
     * @param <F> the type
     * @return the subjects
     */
    public <F extends Subject> Stream<F> subjects(Class<F> type) {
        return subjects.stream().filter(type::isInstance).map(type::cast);
    }

    /**
     * Tells whether a subject belongs to the segment.
     *
     * @param subject the subject
     * @return whether it has the segment's labels
     */
    public boolean holds(Subject subject) {
        return segment.values().entrySet().stream()
                .allMatch(label -> label.getValue()
                        .equals(subject.labels().get(label.getKey()).orElse(Segmenter.UNKNOWN)));
    }
}

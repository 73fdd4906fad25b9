package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One metric on its way over the subjects: a state for each segment and window. Not safe for use by many threads. */
final class MetricRun<F extends Subject, S> {
    private final MetricDefinition definition;
    private final MetricCalculator<F, S> metric;
    private final List<Frame> frames;
    private final Segmenter segmenter;
    private final Instant asOf;
    private final SortedMap<Segment, Row> rows = new TreeMap<>();

    MetricRun(
            MetricDefinition definition,
            MetricCalculator<F, S> metric,
            List<Window> windows,
            Segmenter segmenter,
            Instant asOf,
            ZoneId zone) {
        this.definition = definition;
        this.metric = metric;
        this.frames =
                windows.stream().map(window -> new Frame(window, asOf, zone)).toList();
        this.segmenter = segmenter;
        this.asOf = asOf;
    }

    void add(F subject) {
        row(segmenter.of(subject)).add(subject);
    }

    /** The results over all subjects first, then by segment. */
    List<Cell> cells() {
        Row all = new Row();
        rows.values().forEach(all::merge);
        List<Cell> cells = new ArrayList<>(all.cells(Segment.ALL));
        if (!segmenter.isTrivial()) {
            rows.forEach((segment, row) -> cells.addAll(row.cells(segment)));
        }
        return cells;
    }

    private Row row(Segment segment) {
        return rows.computeIfAbsent(segment, same -> new Row());
    }

    /** A segment: its window states, and what fell into no window. */
    private final class Row {
        private final List<Slot> slots = frames.stream().map(Slot::new).toList();
        private final Map<String, Long> nowhere = new TreeMap<>();
        private boolean known;

        void add(F subject) {
            Place place = requireNonNull(metric.place(subject, asOf), "place");
            if (place instanceof Place.NotConcerned) {
                return;
            }
            if (place instanceof Place.Nowhere reason) {
                nowhere.merge(reason.reason(), 1L, Long::sum);
                return;
            }
            if (place instanceof Place.At at && at.instant().isAfter(asOf)) {
                nowhere.merge("later than what is known", 1L, Long::sum);
                return;
            }
            known = true;
            slots.stream().filter(slot -> slot.sees(place)).forEach(slot -> slot.add(subject));
        }

        void merge(Row other) {
            known |= other.known;
            other.nowhere.forEach((reason, count) -> nowhere.merge(reason, count, Long::sum));
            for (int i = 0; i < slots.size(); i++) {
                slots.get(i).merge(other.slots.get(i));
            }
        }

        List<Cell> cells(Segment segment) {
            return slots.stream().map(slot -> slot.cell(segment, this)).toList();
        }
    }

    /** A segment in a window. */
    private final class Slot {
        private final Frame frame;
        private final Map<String, Long> excluded = new TreeMap<>();
        private final TreeSet<EventKey> evidence = new TreeSet<>();
        private S state = metric.newState();

        Slot(Frame frame) {
            this.frame = frame;
        }

        boolean sees(Place place) {
            if (place instanceof Place.Over over) {
                Instant to = over.to();
                return over.from().isBefore(frame.window().to())
                        && (to == null || to.isAfter(frame.window().from()));
            }
            return place instanceof Place.At at && frame.window().contains(at.instant());
        }

        void add(F subject) {
            Use use = requireNonNull(metric.add(state, subject, frame), "use");
            if (use instanceof Use.Excluded reason) {
                excluded.merge(reason.reason(), 1L, Long::sum);
            } else if (use instanceof Use.Counted) {
                evidence.addAll(subject.evidence());
            }
        }

        void merge(Slot other) {
            state = metric.merge(state, other.state);
            other.excluded.forEach((reason, count) -> excluded.merge(reason, count, Long::sum));
            evidence.addAll(other.evidence);
        }

        Cell cell(Segment segment, Row row) {
            MetricResult result = row.known
                    ? requireNonNull(metric.result(state, frame), "result")
                    : new MetricResult.Undefined(
                            definition.id(), "no " + definition.needs() + " are known", new TreeMap<>());
            Map<String, Long> all = new TreeMap<>(row.nowhere);
            excluded.forEach((reason, count) -> all.merge(reason, count, Long::sum));
            return new Cell(definition, segment, frame.window(), result.withExcluded(all), List.copyOf(evidence));
        }
    }
}

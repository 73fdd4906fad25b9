package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Segment;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One detector on its way over the subjects: a state for each segment and window. Not safe for use by many threads. */
final class DetectorRun<F extends Subject, S> {
    private final DetectorDefinition definition;
    private final Detector<F, S> detector;
    private final List<Frame> frames;
    private final Segmenter segmenter;
    private final Instant asOf;
    private final SortedMap<Segment, Row> rows = new TreeMap<>();

    DetectorRun(
            DetectorDefinition definition,
            Detector<F, S> detector,
            List<Frame> frames,
            Segmenter segmenter,
            Instant asOf) {
        this.definition = definition;
        this.detector = detector;
        this.frames = frames;
        this.segmenter = segmenter;
        this.asOf = asOf;
    }

    void add(F subject) {
        rows.computeIfAbsent(segmenter.of(subject), same -> new Row()).add(subject);
    }

    /** What came of it over all subjects first, then by segment. */
    List<Examination> examinations() {
        Row all = new Row();
        rows.values().forEach(all::merge);
        List<Examination> examinations = new ArrayList<>(all.examinations(Segment.ALL));
        if (!segmenter.isTrivial()) {
            rows.forEach((segment, row) -> examinations.addAll(row.examinations(segment)));
        }
        return examinations;
    }

    /** A segment: its window states, and what fell into no window. */
    private final class Row {
        private final List<Slot> slots = frames.stream().map(Slot::new).toList();
        private final Map<String, Long> nowhere = new TreeMap<>();

        void add(F subject) {
            Place place = requireNonNull(detector.place(subject, asOf), "place");
            if (place instanceof Place.Nowhere reason) {
                nowhere.merge(reason.reason(), 1L, Long::sum);
            } else if (place instanceof Place.At at && at.instant().isAfter(asOf)) {
                nowhere.merge("later than what is known", 1L, Long::sum);
            } else {
                slots.stream().filter(slot -> slot.sees(place)).forEach(slot -> slot.add(subject));
            }
        }

        void merge(Row other) {
            other.nowhere.forEach((reason, count) -> nowhere.merge(reason, count, Long::sum));
            for (int i = 0; i < slots.size(); i++) {
                slots.get(i).merge(other.slots.get(i));
            }
        }

        List<Examination> examinations(Segment segment) {
            return slots.stream()
                    .map(slot -> slot.examination(segment, nowhere))
                    .toList();
        }
    }

    /** A segment in a window. */
    private final class Slot {
        private final Frame frame;
        private final Map<String, Long> excluded = new TreeMap<>();
        private S state = detector.newState();
        private long subjects;

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
            Use use = requireNonNull(detector.add(state, subject, frame), "use");
            if (use instanceof Use.Excluded reason) {
                excluded.merge(reason.reason(), 1L, Long::sum);
            } else if (use instanceof Use.Counted) {
                subjects++;
            }
        }

        void merge(Slot other) {
            state = detector.merge(state, other.state);
            other.excluded.forEach((reason, count) -> excluded.merge(reason, count, Long::sum));
            subjects += other.subjects;
        }

        Examination examination(Segment segment, Map<String, Long> nowhere) {
            List<Finding> findings = requireNonNull(detector.findings(state, frame), "findings").stream()
                    .map(sighting -> new Finding(definition, segment, frame.window(), sighting))
                    .toList();
            Map<String, Long> all = new TreeMap<>(nowhere);
            excluded.forEach((reason, count) -> all.merge(reason, count, Long::sum));
            return new Examination(
                    definition, segment, frame.window(), Examination.Result.Looked.of(subjects, all, findings));
        }
    }
}

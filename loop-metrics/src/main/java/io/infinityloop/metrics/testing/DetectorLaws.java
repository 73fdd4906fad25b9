package io.infinityloop.metrics.testing;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.finding.Detector;
import io.infinityloop.metrics.link.Subject;
import java.util.Collection;

/**
 * Checks that a detector of your own keeps the laws of the library, as {@link MetricLaws} does for a metric; and that
 * it finds nothing where there is nothing.
 *
 * @since 0.1
 */
public final class DetectorLaws {
    private DetectorLaws() {}

    /**
     * Checks a detector.
     *
     * @param detector the detector
     * @param frame a window into which some of the subjects fall, what is known, and the zone
     * @param samples subjects, at least one of the detector's type; others are passed over
     * @throws AssertionError if a law is broken; the message lists all of them
     */
    public static void check(Detector<?, ?> detector, Frame frame, Collection<? extends Subject> samples) {
        Violations violations = new Violations();
        requireNonNull(frame, "frame");
        violations.unless("definition() is the same each time", () -> {
            if (!requireNonNull(detector.definition(), "definition() gives null")
                    .equals(detector.definition())) {
                violations.add("definition() is the same each time: " + detector.definition());
            }
        });
        if (look(detector, frame, samples, violations) == 0) {
            violations.add("none of the " + samples.size() + " samples is in the window for this detector");
        }
        violations.report("the detector " + detector.getClass().getName());
    }

    private static <F extends Subject, S> int look(
            Detector<F, S> detector, Frame frame, Collection<? extends Subject> samples, Violations violations) {
        violations.unless("nothing is found where there is nothing", () -> {
            if (!detector.findings(detector.newState(), frame).isEmpty()) {
                violations.add("nothing is found where there is nothing");
            }
        });
        return new FoldLaws<>(new InFrame<>(detector, frame), violations).check(samples);
    }

    /** A detector in one frame. */
    private record InFrame<F extends Subject, S>(Detector<F, S> detector, Frame frame) implements Fold<F, S> {
        @Override
        public Class<F> subject() {
            return detector.subject();
        }

        @Override
        public Place place(F subject) {
            return detector.place(subject, frame.asOf());
        }

        @Override
        public boolean isInWindow(Place place) {
            return Fold.isIn(frame, place);
        }

        @Override
        public S newState() {
            return requireNonNull(detector.newState(), "newState() gives null");
        }

        @Override
        public Use add(S state, F subject) {
            return requireNonNull(detector.add(state, subject, frame), "add() gives null");
        }

        @Override
        public S merge(S into, S from) {
            return requireNonNull(detector.merge(into, from), "merge() gives null");
        }

        /** What was seen may come in any order. */
        @Override
        public Object result(S state) {
            return detector.findings(state, frame).stream().sorted().toList();
        }
    }
}

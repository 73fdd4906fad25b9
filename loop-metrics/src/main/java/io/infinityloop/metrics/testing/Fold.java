package io.infinityloop.metrics.testing;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Subject;
import java.util.Collection;

/** What a metric and a detector have in common, in one frame: states that are made, filled, merged and looked at. */
interface Fold<F extends Subject, S> {
    Class<F> subject();

    Place place(F subject);

    /** Whether an analysis would add a subject that is there. */
    boolean isInWindow(Place place);

    S newState();

    Use add(S state, F subject);

    S merge(S into, S from);

    /** What comes of a state, with an equality of its own. */
    Object result(S state);

    /** The state of some subjects. */
    default S fold(Collection<? extends F> subjects) {
        S state = newState();
        subjects.forEach(subject -> add(state, subject));
        return state;
    }

    /** Whether a place is in the window of a frame, as far as it is known. */
    static boolean isIn(Frame frame, Place place) {
        if (place instanceof Place.Over over) {
            return over.from().isBefore(frame.window().to())
                    && (over.to() == null || over.to().isAfter(frame.window().from()));
        }
        return place instanceof Place.At at
                && frame.window().contains(at.instant())
                && !at.instant().isAfter(frame.asOf());
    }
}

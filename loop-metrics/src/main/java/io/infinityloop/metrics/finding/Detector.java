package io.infinityloop.metrics.finding;

import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a bad habit in subjects of one type: the same fold as a metric, with what was seen as the result.
 *
 * <p>States must form a commutative monoid, as those of a {@link io.infinityloop.metrics.MetricCalculator} do:
 * {@link #newState()} is neutral, {@link #merge} is associative and commutative, and adding the subjects of two states
 * one by one gives the state that merging them gives. {@link Detectors} makes most detectors in one line.
 *
 * <p>An implementation is stateless and safe for use by many threads; a state is used by one thread at a time. A
 * detector that throws costs its own rows only.
 *
 * <p>Source: requirement ANTI-00.
 *
 * @param <F> the type of the subjects
 * @param <S> the type of the state, mutable
 * @since 0.1
 */
public interface Detector<F extends Subject, S> {
    /** {@return what the detector is; the same value on each call} */
    DetectorDefinition definition();

    /** {@return why it cannot run, such as a limit that nobody set; empty if it can} */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /** {@return the type of the subjects that it looks at} */
    Class<F> subject();

    /**
     * Says where on the time line the detector sees a subject.
     *
     * @param subject the subject
     * @param asOf the last instant that is known
     * @return the place
     */
    Place place(F subject, Instant asOf);

    /** {@return a new state that holds nothing} */
    S newState();

    /**
     * Adds a subject that falls into the frame's window.
     *
     * @param state the state to change
     * @param subject the subject
     * @param frame the window, what is known, and the zone
     * @return whether the subject was looked at; a state is not changed by one that was not
     */
    Use add(S state, F subject, Frame frame);

    /**
     * Adds a state to another.
     *
     * @param into the state to change
     * @param from the state to add, not changed
     * @return {@code into}
     */
    S merge(S into, S from);

    /**
     * Tells what was seen.
     *
     * @param state the state, not changed
     * @param frame the window, what is known, and the zone
     * @return what was seen, in any order; empty if there is nothing to find
     */
    List<Sighting> findings(S state, Frame frame);
}

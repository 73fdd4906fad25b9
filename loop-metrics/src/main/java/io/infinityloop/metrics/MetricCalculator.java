package io.infinityloop.metrics;

import io.infinityloop.metrics.link.Subject;
import java.time.Instant;

/**
 * A metric, as a fold over subjects of one type.
 *
 * <p>States must form a commutative monoid: {@link #newState()} is neutral, {@link #merge} is associative and
 * commutative, and adding the subjects of two states one by one gives the state that merging them gives. Then the
 * result is the same, bit for bit, whether it is computed at once, in parts or in another order.
 *
 * <p>An implementation is stateless and safe for use by many threads; a state is used by one thread at a time. A
 * calculator that throws costs its own rows only.
 *
 * @param <F> the type of the subjects
 * @param <S> the type of the state, mutable
 * @since 0.1
 */
public interface MetricCalculator<F extends Subject, S> {
    /** {@return what the metric is; the same value on each call} */
    MetricDefinition definition();

    /** {@return the type of the subjects that the metric is computed over} */
    Class<F> subject();

    /**
     * Says where on the time line the metric sees a subject.
     *
     * @param subject the subject
     * @param asOf the last instant that is known
     * @return the place
     */
    Place place(F subject, Instant asOf);

    /** {@return a new state that holds nothing} */
    S newState();

    /**
     * Makes a new state that holds nothing, for an analysis that may keep only so much.
     *
     * @param memory how much may be kept
     * @return the state; the same as {@link #newState()} unless overridden, which is right for a state that does not
     *     grow
     */
    default S newState(Memory memory) {
        return newState();
    }

    /**
     * Adds a subject that falls into the frame's window.
     *
     * @param state the state to change
     * @param subject the subject
     * @param frame the window, what is known, and the zone
     * @return whether the subject was used; a state is not changed by one that was not
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
     * Computes the result. It is asked for only if at least one subject has a {@linkplain #place place} in some window.
     *
     * @param state the state, not changed
     * @param frame the window, what is known, and the zone
     * @return the result; what was excluded is filled in by the caller
     */
    MetricResult result(S state, Frame frame);
}

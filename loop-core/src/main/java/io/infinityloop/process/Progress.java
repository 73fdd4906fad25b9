package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/**
 * What became of a step that a process was asked to take.
 *
 * <p>The hierarchy is closed.
 *
 * @param <P> the process
 * @since 0.1
 */
public sealed interface Progress<P> {
    /** {@return the process after the step; unchanged if it was refused} */
    P process();

    /**
     * Returns the process after the step.
     *
     * @return the process
     * @throws StepRefusedException if the step was refused
     */
    P orThrow();

    /** {@return whether the step was taken} */
    default boolean isMoved() {
        return this instanceof Moved;
    }

    /**
     * Returns the same answer for what a process is part of.
     *
     * @param <Q> the whole
     * @param whole makes the whole of the process
     * @return moved if this is, refused for the same reason if not
     */
    <Q> Progress<Q> map(Function<? super P, ? extends Q> whole);

    /**
     * Returns the same answer for what a process is part of, which changes only if the step was taken.
     *
     * @param <Q> the whole
     * @param unchanged the whole as it was
     * @param changed makes the whole of the process after the step
     * @return moved if this is, refused for the same reason if not
     */
    default <Q> Progress<Q> into(Q unchanged, Function<? super P, ? extends Q> changed) {
        return map(process -> isMoved() ? changed.apply(process) : unchanged);
    }

    /**
     * Returns that the step was taken.
     *
     * @param <P> the process
     * @param process the process after the step
     * @return the answer
     */
    static <P> Progress<P> moved(P process) {
        return new Moved<>(process);
    }

    /**
     * Returns that the step was refused.
     *
     * @param <P> the process
     * @param process the process as it was
     * @param reason what was asked and what stands against it
     * @param permitted what could be done instead, in a fixed order; may be empty
     * @return the answer
     */
    static <P> Progress<P> refused(P process, String reason, List<String> permitted) {
        return new Refused<>(process, reason, permitted);
    }

    /**
     * The step was taken.
     *
     * @param <P> the process
     * @param process the process after the step
     * @since 0.1
     */
    record Moved<P>(P process) implements Progress<P> {
        /** Creates the answer. */
        public Moved {
            requireNonNull(process, "process");
        }

        @Override
        public P orThrow() {
            return process;
        }

        @Override
        public <Q> Progress<Q> map(Function<? super P, ? extends Q> whole) {
            return new Moved<>(whole.apply(process));
        }
    }

    /**
     * The step was refused, and nothing has changed.
     *
     * @param <P> the process
     * @param process the process as it was
     * @param reason what was asked and what stands against it
     * @param permitted what could be done instead, in a fixed order; may be empty
     * @since 0.1
     */
    record Refused<P>(P process, String reason, List<String> permitted) implements Progress<P> {
        /** Creates the answer. */
        public Refused {
            requireNonNull(process, "process");
            requireNonNull(reason, "reason");
            permitted = List.copyOf(requireNonNull(permitted, "permitted"));
        }

        @Override
        public P orThrow() {
            throw new StepRefusedException(reason, permitted);
        }

        @Override
        public <Q> Progress<Q> map(Function<? super P, ? extends Q> whole) {
            return new Refused<>(whole.apply(process), reason, permitted);
        }
    }
}

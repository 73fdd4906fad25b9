package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of an attempt to put something together: the whole, or every rule that it breaks.
 *
 * @param <T> what was to be put together
 * @since 0.1
 */
public sealed interface Admission<T> {
    /**
     * Returns what was put together.
     *
     * @return the whole
     * @throws IllegalArgumentException if a rule was broken; the message names all problems
     */
    T orThrow();

    /** {@return the rules that are broken, unmodifiable; empty if none is} */
    List<Problem> problems();

    /** {@return what was put together; empty if a rule was broken} */
    Optional<T> value();

    /**
     * No rule is broken.
     *
     * @param whole what was put together
     * @param <T> its type
     * @since 0.1
     */
    record Admitted<T>(T whole) implements Admission<T> {
        /** Creates the result. */
        public Admitted {
            requireNonNull(whole, "whole");
        }

        @Override
        public T orThrow() {
            return whole;
        }

        @Override
        public List<Problem> problems() {
            return List.of();
        }

        @Override
        public Optional<T> value() {
            return Optional.of(whole);
        }
    }

    /**
     * A rule is broken; nothing was put together.
     *
     * @param problems all that was found, at least one
     * @param <T> what was to be put together
     * @since 0.1
     */
    record Rejected<T>(List<Problem> problems) implements Admission<T> {
        /**
         * Creates the result.
         *
         * @throws IllegalArgumentException if there is no problem
         */
        public Rejected {
            problems = List.copyOf(requireNonNull(problems, "problems"));
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("a rejection has at least one problem");
            }
        }

        @Override
        public T orThrow() {
            throw new IllegalArgumentException(
                    problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
        }

        @Override
        public Optional<T> value() {
            return Optional.empty();
        }
    }
}

package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A state that a process came into.
 *
 * @param <S> the states of the process
 * @param to the state
 * @param at when it came there
 * @param evidence what that rests on
 * @since 0.1
 */
public record Move<S extends Enum<S>>(S to, Instant at, Evidence evidence) {
    /** Creates the move. */
    public Move {
        requireNonNull(to, "to");
        requireNonNull(at, "at");
        requireNonNull(evidence, "evidence");
    }
}

package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

/**
 * What became of a replay of a loop's history.
 *
 * <p>Source: requirement LOOP-21.
 *
 * @since 0.1
 */
public sealed interface Replay {
    /**
     * Every event was legal.
     *
     * @param state the state after the last event
     */
    record Reached(LoopState state) implements Replay {
        /** Creates the result. */
        public Reached {
            requireNonNull(state, "state");
        }
    }

    /**
     * An event was not legal where it stood.
     *
     * @param index the place of the event in the list, 0 for the first
     * @param eventId the event's id
     * @param message what was wrong, in one sentence
     */
    record Diverged(int index, String eventId, String message) implements Replay {
        /** Creates the result. */
        public Diverged {
            requireNonNull(eventId, "eventId");
            requireNonNull(message, "message");
        }
    }
}

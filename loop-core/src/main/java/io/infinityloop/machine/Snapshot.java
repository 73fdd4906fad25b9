package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;

/**
 * Where a loop stood, so that its older events need not be read again.
 *
 * @param state where it stood
 * @param last the event after which it stood there: the one with the revision of the state
 * @since 0.1
 */
public record Snapshot(LoopState state, EventKey last) {
    /** Creates a snapshot. */
    public Snapshot {
        requireNonNull(state, "state");
        requireNonNull(last, "last");
    }
}

package io.infinityloop.watch;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.event.EventKey;
import java.time.Instant;

/**
 * A way back within a cycle: a return, which is legal rework, or a move that a feed reports as if it were one of the
 * loop's. The latter is a {@link Deviation.Kind#BACKWARD_MOVE} too.
 *
 * @param loop the loop
 * @param event the event that says so
 * @param at when it happened
 * @param from the stage that was left
 * @param to the earlier stage that was entered
 * @since 0.1
 */
public record BackEdge(LoopId loop, EventKey event, Instant at, Stage from, Stage to) {
    /**
     * Creates a way back.
     *
     * @throws IllegalArgumentException if the stage that was entered is not the earlier one
     */
    public BackEdge {
        requireNonNull(loop, "loop");
        requireNonNull(event, "event");
        requireNonNull(at, "at");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        if (!to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is not before " + from + ": that is no way back");
        }
    }
}

package io.infinityloop.event;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;

/**
 * A loop was sent back to an earlier stage of the same cycle, because something was not right. Not a transition of the
 * loop: rework.
 *
 * <p>Source: requirements LOOP-06 and LOOP-11.
 *
 * @param metadata id, source, instant, labels and trigger
 * @param loop the loop
 * @param from the stage that was left
 * @param to the stage that was entered
 * @param entered when the stage that was left had been entered, not after the event's instant
 * @param cause why, in words
 * @since 0.1
 */
public record Returned(EventMetadata metadata, LoopId loop, Stage from, Stage to, Instant entered, String cause)
        implements LoopEvent {
    /**
     * Creates the event.
     *
     * @throws IllegalArgumentException if the cause is blank, the stage that is entered is not before the one that is
     *     left, or the stage was entered after it was left
     */
    public Returned {
        requireNonNull(metadata, "metadata");
        requireNonNull(loop, "loop");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(entered, "entered");
        if (!to.isBefore(from)) {
            throw new IllegalArgumentException("cannot return from " + from + " to " + to + ": not an earlier stage");
        }
        if (entered.isAfter(metadata.at())) {
            throw new IllegalArgumentException(
                    from + " was left at " + metadata.at() + ", before it was entered at " + entered);
        }
        Texts.bounded("cause", cause, Texts.PROSE_LIMIT);
    }
}

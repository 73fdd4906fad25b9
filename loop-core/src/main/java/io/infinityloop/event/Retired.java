package io.infinityloop.event;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.internal.Texts;

/**
 * A loop was given up for good. Nothing happens to it afterwards.
 *
 * <p>Source: requirement LOOP-14.
 *
 * @param metadata id, source, instant, labels and trigger
 * @param loop the loop
 * @param reason why, in words
 * @since 0.1
 */
public record Retired(EventMetadata metadata, LoopId loop, String reason) implements LoopEvent {
    /**
     * Creates the event.
     *
     * @throws IllegalArgumentException if the reason is blank
     */
    public Retired {
        requireNonNull(metadata, "metadata");
        requireNonNull(loop, "loop");
        Texts.bounded("reason", reason, Texts.PROSE_LIMIT);
    }
}

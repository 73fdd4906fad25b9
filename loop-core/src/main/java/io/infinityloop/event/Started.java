package io.infinityloop.event;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;

/**
 * A loop began: a change was taken up.
 *
 * <p>Source: requirement LOOP-03.
 *
 * @param metadata id, source, instant, labels and trigger
 * @param loop the loop
 * @param stage where it began, usually PLAN
 * @since 0.1
 */
public record Started(EventMetadata metadata, LoopId loop, Stage stage) implements LoopEvent {
    /**
     * Creates the event.
     *
     * @throws NullPointerException if a component is null
     */
    public Started {
        requireNonNull(metadata, "metadata");
        requireNonNull(loop, "loop");
        requireNonNull(stage, "stage");
    }
}

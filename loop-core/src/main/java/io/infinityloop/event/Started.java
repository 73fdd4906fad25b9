package io.infinityloop.event;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A loop began: a change was taken up.
 *
 * <p>Source: requirements LOOP-03 and LOOP-15.
 *
 * @param metadata id, source, instant, labels and trigger
 * @param loop the loop
 * @param stage where it began, usually PLAN
 * @param definition the rules that it runs under; null if nobody enforces any, as for a foreign feed
 * @since 0.1
 */
public record Started(
        EventMetadata metadata,
        LoopId loop,
        Stage stage,
        @Nullable DefinitionRef definition) implements LoopEvent {
    /**
     * Creates the event.
     *
     * @throws NullPointerException if a component other than the definition is null
     */
    public Started {
        requireNonNull(metadata, "metadata");
        requireNonNull(loop, "loop");
        requireNonNull(stage, "stage");
    }

    /**
     * Creates the event of a loop that nobody enforces rules for.
     *
     * @param metadata id, source, instant, labels and trigger
     * @param loop the loop
     * @param stage where it began
     */
    public Started(EventMetadata metadata, LoopId loop, Stage stage) {
        this(metadata, loop, stage, null);
    }
}

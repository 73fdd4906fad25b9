package io.infinityloop.event;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;

/**
 * A loop goes on under other rules: what follows is judged by the new definition, what was before by the old one. It
 * stays where it is.
 *
 * @param metadata id, source, instant, labels and trigger
 * @param loop the loop
 * @param from the rules until now
 * @param to the rules from now on
 * @since 0.1
 */
public record Migrated(EventMetadata metadata, LoopId loop, DefinitionRef from, DefinitionRef to) implements LoopEvent {
    /**
     * Creates the event.
     *
     * @throws NullPointerException if a component is null
     */
    public Migrated {
        requireNonNull(metadata, "metadata");
        requireNonNull(loop, "loop");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }
}

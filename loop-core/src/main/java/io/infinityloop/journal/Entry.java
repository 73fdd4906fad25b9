package io.infinityloop.journal;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.LoopEvent;

/**
 * An event and where it stands in a journal.
 *
 * @param position the place among all events of the journal, 1 for the first
 * @param revision the place among the events of its loop, 1 for the first; 0 for a fact without a loop
 * @param event the event
 * @since 0.1
 */
public record Entry(long position, long revision, LoopEvent event) {
    /**
     * Creates an entry.
     *
     * @throws IllegalArgumentException if the position is below 1 or the revision below 0
     */
    public Entry {
        requireNonNull(event, "event");
        if (position < 1 || revision < 0) {
            throw new IllegalArgumentException(
                    "position " + position + " must be at least 1 and revision " + revision + " at least 0");
        }
    }
}

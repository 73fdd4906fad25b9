package io.infinityloop.event;

import static java.util.Objects.requireNonNull;

/**
 * Names an event among the events of all sources.
 *
 * @param source who reported the event
 * @param id the event's id within its source
 * @since 0.1
 */
public record EventKey(String source, String id) implements Comparable<EventKey> {
    /**
     * Creates a key.
     *
     * @throws NullPointerException if a text is null
     */
    public EventKey {
        requireNonNull(source, "source");
        requireNonNull(id, "id");
    }

    /** Compares by source, then by id, in the order of UTF-16 code units. */
    @Override
    public int compareTo(EventKey other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return source + "/" + id;
    }
}

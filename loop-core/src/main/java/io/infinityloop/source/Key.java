package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * What a source calls a thing, and what sort of thing that is.
 *
 * @param kind what the key names
 * @param id the key, not blank
 * @since 0.1
 */
public record Key(KeyKind kind, String id) implements Comparable<Key> {
    /**
     * Creates a key.
     *
     * @throws IllegalArgumentException if the id is blank or has more than 500 characters
     */
    public Key {
        requireNonNull(kind, "kind");
        Texts.id("key", id);
    }

    /** Compares by kind, then by id. */
    @Override
    public int compareTo(Key other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }
}

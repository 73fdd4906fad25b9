package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import java.util.Comparator;

/**
 * A key that leads nowhere.
 *
 * @param key the key
 * @param reason why
 * @param event the event that names it; of several, the first by source and id
 * @since 0.1
 */
public record UnjoinedKey(Key key, Reason reason, EventKey event) implements Comparable<UnjoinedKey> {
    private static final Comparator<UnjoinedKey> ORDER = Comparator.comparing(UnjoinedKey::key)
            .thenComparing(UnjoinedKey::reason)
            .thenComparing(UnjoinedKey::event);

    /**
     * Creates an unjoined key.
     *
     * @throws NullPointerException if an argument is null
     */
    public UnjoinedKey {
        requireNonNull(key, "key");
        requireNonNull(reason, "reason");
        requireNonNull(event, "event");
    }

    /** Compares by key, then by reason, then by event. */
    @Override
    public int compareTo(UnjoinedKey other) {
        return ORDER.compare(this, other);
    }

    /**
     * Why a key leads nowhere.
     *
     * @since 0.1
     */
    public enum Reason {
        /** Nothing is recorded that it could mean. */
        NOT_RECORDED,
        /** It could mean more than one thing. */
        AMBIGUOUS
    }
}

package io.infinityloop.watch;

import static java.util.Objects.requireNonNull;

import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.Comparator;

/**
 * An event that points to something of which the feed says nothing. It is no deviation: a feed need not tell
 * everything. It shows what to ask the feed's tool for.
 *
 * @param missing what sort of thing is not known
 * @param name what is not known: the loop's id, or the text of the reference to the artifact
 * @param event the event that points to it
 * @param at when the event happened
 * @since 0.1
 */
public record Orphan(Missing missing, String name, EventKey event, Instant at) implements Comparable<Orphan> {
    private static final Comparator<Orphan> ORDER = Comparator.comparing(Orphan::at)
            .thenComparing(Orphan::event)
            .thenComparing(Orphan::missing)
            .thenComparing(Orphan::name);

    /**
     * Creates an orphan.
     *
     * @throws NullPointerException if a component is null
     */
    public Orphan {
        requireNonNull(missing, "missing");
        requireNonNull(name, "name");
        requireNonNull(event, "event");
        requireNonNull(at, "at");
    }

    /** Compares by instant, then by event, by what is missing and by its name. */
    @Override
    public int compareTo(Orphan other) {
        return ORDER.compare(this, other);
    }

    /**
     * The sorts of things that are not known.
     *
     * @since 0.1
     */
    public enum Missing {
        /** The start of the loop that the event happened to: nobody reports it, neither before the event nor after. */
        START,
        /** An artifact that the recorded one was made from: nobody records it. */
        ANCESTOR,
        /** An artifact that was handed over with a move: nobody records it. */
        HANDED_OVER
    }
}

package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.internal.Chain;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.journal.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * An event as a journal keeps it: where it stands, and its text byte by byte, whether or not this release can read it.
 *
 * @param position the place among all events of the journal, 1 for the first
 * @param revision the place among the events of its loop, 1 for the first; 0 for a fact without a loop
 * @param hash 64 hexadecimal digits in lower case, see {@link #follows}
 * @param text the event as {@link EventWriter#toJson} writes it, or as a later release does
 * @since 0.1
 */
public record JournalLine(long position, long revision, String hash, String text) {
    /**
     * Creates a line; whether the hash is right, {@link #follows} tells.
     *
     * @throws IllegalArgumentException if the position is below 1, the revision below 0, or the hash is none
     */
    public JournalLine {
        requireNonNull(text, "text");
        if (revision < 0) {
            throw new IllegalArgumentException("revision " + revision + " must be at least 0");
        }
        if (position < 1) {
            throw new IllegalArgumentException("position " + position + " must be at least 1");
        }
        new Anchor(position, hash);
    }

    /**
     * Returns the line that comes next, with its hash.
     *
     * @param before where the journal ended until now
     * @param revision the revision of the event, 0 for a fact without a loop
     * @param text the event as a line of JSON
     * @return the line
     */
    public static JournalLine after(Anchor before, long revision, String text) {
        long position = before.position() + 1;
        return new JournalLine(position, revision, Chain.next(before.hash(), position, revision, text), text);
    }

    /**
     * Returns whether this is what came after a place in the journal: it has the next position, and its hash is the
     * SHA-256 of the hash before, the position, the revision and the text, in UTF-8, with a line feed between them.
     *
     * @param before a place in the journal
     * @return whether nothing was changed or left out between the place and the end of this line
     */
    public boolean follows(Anchor before) {
        return position == before.position() + 1 && hash.equals(Chain.next(before.hash(), position, revision, text));
    }

    /** {@return the place in the journal at which this line ends} */
    public Anchor anchor() {
        return new Anchor(position, hash);
    }

    /**
     * Reads the event.
     *
     * @return what the text holds; its number is the position
     */
    public Line read() {
        try {
            return EventLine.read(position, text);
        } catch (FieldException rejected) {
            return new Line.Rejected(position, rejected.field(), rejected.problem(), Excerpt.of(text));
        }
    }

    /**
     * Reads source and id, which every event has, also one that this release can not {@link #read}.
     *
     * @return what tells the event from all others
     * @throws IllegalArgumentException if the text has none
     */
    public EventKey key() {
        try {
            return EventLine.key(text);
        } catch (FieldException rejected) {
            throw unreadable(rejected);
        }
    }

    /**
     * Reads the loop, also of an event that this release can not {@link #read}.
     *
     * @return the loop, null for a fact without one
     * @throws IllegalArgumentException if the text is no event, or names a loop that can not be
     */
    public @Nullable LoopId loop() {
        try {
            return EventLine.loop(text);
        } catch (FieldException rejected) {
            throw unreadable(rejected);
        }
    }

    private IllegalArgumentException unreadable(FieldException rejected) {
        return new IllegalArgumentException(
                "the event at position " + position + " can not be read: " + rejected.told(), rejected);
    }

    /**
     * Returns the line of an export: the text with one more member, which comes first.
     *
     * @return one line of JSON without a line break, which {@link EventReader} reads as the event
     */
    public String toJson() {
        return ExportFormat.write(this);
    }
}

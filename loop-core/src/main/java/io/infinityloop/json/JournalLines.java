package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Journal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A journal seen as the lines that it consists of, to be exported and imported. A journal that keeps the text of its
 * events implements this, so that the text goes from one to the other unchanged; for all others there is {@link #of}.
 *
 * @since 0.1
 */
public interface JournalLines {
    /**
     * Returns any journal as lines. The text of an event is what {@link EventWriter#toJson} makes of it, and so the
     * hashes are those of every other journal with the same entries. Lines that this release does not know, or would
     * write in another way, can not be appended, and each line is appended by itself.
     *
     * @param journal the journal; one with lines of its own has a better way
     * @return its lines; not safe for use by many threads
     */
    static JournalLines of(Journal journal) {
        return new EntriesAsLines(requireNonNull(journal, "journal"));
    }

    /**
     * Reads a page of lines, in the order of their positions, which are without gaps unless somebody took some away.
     *
     * @param afterPosition the last position that is left out; 0 reads from the beginning
     * @param limit the most lines to return, at least 1
     * @return a list, empty only if there is nothing after the position
     * @throws IllegalStateException if the end was changed or taken away behind the back of the journal, as far as it
     *     can tell
     */
    List<JournalLine> read(long afterPosition, int limit);

    /**
     * Appends lines at their positions, of which the first one is the next of this journal. Stops at the first line
     * that can not be appended; those before it are.
     *
     * @param lines what to append, at least one, each following the one before it
     * @return how many were appended, durably as far as the journal is durable, and what stopped it
     */
    Taken append(List<Incoming> lines);

    /**
     * A line that is to be appended, and what was read from its text.
     *
     * @param line the line
     * @param key source and id of the event
     * @param loop the loop of the event, null for a fact without a loop
     * @param event the event; null if it is of a type, kind or version that this release does not know
     */
    record Incoming(
            JournalLine line,
            EventKey key,
            @Nullable LoopId loop,
            @Nullable LoopEvent event) {
        /** Creates the line. */
        public Incoming {
            requireNonNull(line, "line");
            requireNonNull(key, "key");
        }
    }

    /**
     * How far an append came.
     *
     * @param count how many lines were appended, from the first on
     * @param problem why the next one was not; empty if all were
     */
    record Taken(int count, String problem) {
        /** Creates the result. */
        public Taken {
            requireNonNull(problem, "problem");
        }
    }
}

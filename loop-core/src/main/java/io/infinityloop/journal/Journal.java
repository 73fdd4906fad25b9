package io.infinityloop.journal;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.List;
import java.util.stream.Stream;

/**
 * An append-only log of events, many loops in one.
 *
 * <p>Two writers can not both move one loop: who appends says which revision the loop had when they looked, and only
 * the first with that revision wins. Implementations are safe for use by many threads.
 *
 * @since 0.1
 */
public interface Journal {
    /** How many entries {@link #readAll()} reads at a time. */
    int PAGE = 1_000;

    /**
     * Appends events of one loop, all or none.
     *
     * <p>If the journal already holds an event with the source and id of one of these, nothing is appended and the
     * result is {@link AppendResult.Duplicate}, whatever the revision.
     *
     * @param loop the loop, the same as that of every event
     * @param expectedRevision how many events the loop has; 0 for a new loop
     * @param events what to append, at least one, no two with the same source and id
     * @return what became of it
     * @throws IllegalArgumentException if there is no event, an event belongs to another loop or to none, or two have
     *     the same source and id
     */
    AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events);

    /**
     * Appends facts that belong to no loop. A fact whose source and id the journal already holds is passed over.
     *
     * @param facts what to append, each without a loop
     * @return the new entries, in the order of the facts, without those passed over
     * @throws IllegalArgumentException if a fact has a loop; nothing is appended then
     */
    List<Entry> observe(List<Recorded> facts);

    /**
     * Reads the events of a loop, oldest first.
     *
     * @param loop the loop
     * @param afterRevision the last revision that is left out; 0 reads from the beginning
     * @return an unmodifiable list with gap-free revisions, empty if there are none
     */
    List<Entry> read(LoopId loop, long afterRevision);

    /**
     * Reads a page of all events, in the order in which they were appended. A reader that goes on from the last
     * position it saw never misses an entry.
     *
     * @param afterPosition the last position that is left out; 0 reads from the beginning
     * @param limit the most entries to return, at least 1
     * @return an unmodifiable list, empty if there is nothing after the position
     * @throws IllegalArgumentException if the limit is below 1
     */
    List<Entry> readAll(long afterPosition, int limit);

    /**
     * Streams all events, in the order in which they were appended, and what is appended until the stream comes to the
     * end. However long the journal is, no more than a page of 1,000 entries is in memory for it.
     *
     * @return a sequential stream, to be used once
     */
    default Stream<Entry> readAll() {
        return Stream.iterate(
                        readAll(0, PAGE),
                        page -> !page.isEmpty(),
                        page -> readAll(page.get(page.size() - 1).position(), PAGE))
                .flatMap(List::stream);
    }
}

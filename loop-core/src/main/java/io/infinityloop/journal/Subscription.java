package io.infinityloop.journal;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hears of every entry of a journal, in the order of the journal, each at least once: also of those that were appended
 * while nobody listened, by another process, or just before a crash. It starts no thread: who subscribes decides when
 * to {@linkplain #poll look}.
 *
 * <p>An entry counts as dealt with when the handler has returned. A crash between that and keeping the checkpoint makes
 * the handler hear of it again, so a handler does no harm when it hears of an entry twice; the source and the id of the
 * event tell. The checkpoint is kept once for each poll: after a crash the handler hears again of at most as many
 * entries as the limit of the poll.
 *
 * <p>Safe for use by many threads, but two that poll one subscription at the same time both hear of the same entries.
 *
 * @since 0.1
 */
public final class Subscription {
    private final String name;
    private final Journal journal;
    private final Checkpoints checkpoints;
    private final Consumer<Entry> handler;

    private Subscription(String name, Journal journal, Checkpoints checkpoints, Consumer<Entry> handler) {
        this.name = name;
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.handler = handler;
    }

    /**
     * Returns a subscription that goes on where the one of the same name left off.
     *
     * @param name names the subscription among those of the checkpoints, not blank
     * @param journal where the entries are
     * @param checkpoints keeps how far it has read
     * @param handler deals with an entry
     * @return the subscription
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public static Subscription of(String name, Journal journal, Checkpoints checkpoints, Consumer<Entry> handler) {
        return new Subscription(
                Texts.id("subscription name", name),
                requireNonNull(journal, "journal"),
                requireNonNull(checkpoints, "checkpoints"),
                requireNonNull(handler, "handler"));
    }

    /**
     * Deals with the next entries. If the handler throws, what it threw is thrown on, the entries before are dealt
     * with, and the next poll begins with the same entry.
     *
     * @param limit the most entries to deal with, at least 1
     * @return how many were dealt with; fewer than the limit if there are no more now
     * @throws IllegalArgumentException if the limit is below 1
     */
    public int poll(int limit) {
        List<Entry> page = journal.readAll(position(), limit);
        long dealtWith = 0;
        try {
            for (Entry entry : page) {
                handler.accept(entry);
                dealtWith = entry.position();
            }
        } catch (RuntimeException | Error failure) {
            keepAfter(failure, dealtWith);
            throw failure;
        }
        keep(dealtWith);
        return page.size();
    }

    private void keep(long position) {
        if (position > 0) {
            checkpoints.keep(name, position);
        }
    }

    /** What made the handler fail is what the caller has to hear of. */
    private void keepAfter(Throwable failure, long position) {
        try {
            keep(position);
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /**
     * Passes over the next entry, for one that the handler will never be able to deal with.
     *
     * @return whether there was one
     */
    public boolean skip() {
        List<Entry> next = journal.readAll(position(), 1);
        next.forEach(entry -> checkpoints.keep(name, entry.position()));
        return !next.isEmpty();
    }

    /** {@return the position of the last entry that was dealt with or passed over; 0 if none was} */
    public long position() {
        return checkpoints.position(name);
    }
}

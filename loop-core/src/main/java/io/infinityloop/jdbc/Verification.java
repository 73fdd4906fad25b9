package io.infinityloop.jdbc;

import static java.util.Objects.requireNonNull;

import io.infinityloop.journal.Anchor;

/**
 * Whether all events of a journal are as they were appended.
 *
 * @since 0.1
 */
public sealed interface Verification {
    /**
     * All events are there, unchanged and in order. Somebody who may write everything can still rewrite or cut off the
     * journal as a whole: who keeps position and hash elsewhere, can tell later.
     *
     * @param position the position of the last event; 0 if there is none
     * @param hash its hash, which depends on all events
     */
    record Intact(long position, String hash) implements Verification {
        /** Creates the result. */
        public Intact {
            requireNonNull(hash, "hash");
        }

        /** {@return position and hash, to be kept elsewhere and given to {@link JdbcJournal#verify(Anchor)} later} */
        public Anchor anchor() {
            return new Anchor(position, hash);
        }
    }

    /**
     * Something was changed, added or taken away behind the back of the journal, or the disk failed.
     *
     * @param position the first position that is not as it was; the events before it are
     * @param problem what is wrong with it
     */
    record Broken(long position, String problem) implements Verification {
        /** Creates the result. */
        public Broken {
            requireNonNull(problem, "problem");
        }
    }
}

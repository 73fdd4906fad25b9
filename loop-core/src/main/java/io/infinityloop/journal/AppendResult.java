package io.infinityloop.journal;

import java.util.List;

/**
 * What became of an append.
 *
 * @since 0.1
 */
public sealed interface AppendResult {
    /**
     * All events were appended, in one step.
     *
     * @param entries the new entries, in the order of the events
     */
    record Appended(List<Entry> entries) implements AppendResult {
        /** Creates the result. */
        public Appended {
            entries = List.copyOf(entries);
        }
    }

    /**
     * Nothing was appended: the loop has moved on since the caller looked.
     *
     * @param expected the revision that the caller expected
     * @param actual the revision that the loop has
     */
    record Conflict(long expected, long actual) implements AppendResult {}

    /**
     * Nothing was appended: the journal holds an event of the same source and id already, so this is a redelivery.
     *
     * @param existing the entries that the journal already holds, in the order of the events
     */
    record Duplicate(List<Entry> existing) implements AppendResult {
        /** Creates the result. */
        public Duplicate {
            existing = List.copyOf(existing);
        }
    }
}

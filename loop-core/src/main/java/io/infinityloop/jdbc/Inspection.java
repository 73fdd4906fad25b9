package io.infinityloop.jdbc;

import static java.util.Objects.requireNonNull;

/**
 * What is in a database that is or was a journal, whatever became of its tables.
 *
 * @param place where the data are, without user and password
 * @param flaw what is wrong with the tables, the triggers or the file, empty if nothing is: somebody who may change
 *     events has to take the triggers away first
 * @param events whether the events are as they were appended, as far as they can be read
 * @since 0.1
 */
public record Inspection(String place, String flaw, Verification events) {
    /** Creates the result. */
    public Inspection {
        requireNonNull(place, "place");
        requireNonNull(flaw, "flaw");
        requireNonNull(events, "events");
    }

    /** {@return whether nothing is wrong, neither with the tables nor with the events} */
    public boolean isIntact() {
        return flaw.isEmpty() && events instanceof Verification.Intact;
    }
}

package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

/**
 * A record of which no event was made, as it came. Immutable, as long as nobody changes the bytes.
 *
 * @param cause why no event was made of it
 * @param number the place of the record in its stream, 1 for the first
 * @param line the line where it begins, 1 for the first
 * @param type the type of the record as its format calls it; empty if no format took it
 * @param field the pointer of the field that is wrong, such as {@code /deployment/created_at}; empty for the whole
 * @param problem what was wrong and what was expected, in one sentence; safe to print
 * @param raw the bytes of the record as they came, without what is between records; of a record that is too long its
 *     beginning
 * @since 0.1
 */
public record Leftover(Cause cause, long number, long line, String type, String field, String problem, byte[] raw) {
    /** Creates the leftover. */
    public Leftover {
        requireNonNull(cause, "cause");
        requireNonNull(type, "type");
        requireNonNull(field, "field");
        requireNonNull(problem, "problem");
        requireNonNull(raw, "raw");
    }

    /** Why no event was made of a record. */
    public enum Cause {
        /** Its type is known and says nothing about the loop, such as a comment. */
        IGNORED,
        /** No format takes it, or its type is not known to the format. */
        UNKNOWN,
        /** It is broken, or breaks a rule of its format or of the model. */
        REJECTED
    }
}

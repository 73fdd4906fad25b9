package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A record of which no event was made, as it came. Immutable.
 *
 * @since 0.1
 */
public final class Leftover {
    private final Cause cause;
    private final long number;
    private final long line;
    private final String type;
    private final String field;
    private final String problem;
    private final byte[] raw;

    /** Nobody changes the bytes afterwards. */
    Leftover(Cause cause, long number, long line, String type, String field, String problem, byte[] raw) {
        this.cause = requireNonNull(cause, "cause");
        this.number = number;
        this.line = line;
        this.type = requireNonNull(type, "type");
        this.field = requireNonNull(field, "field");
        this.problem = requireNonNull(problem, "problem");
        this.raw = requireNonNull(raw, "raw");
    }

    /** {@return why no event was made of it} */
    public Cause cause() {
        return cause;
    }

    /** {@return the place of the record in its stream, 1 for the first} */
    public long number() {
        return number;
    }

    /** {@return the line where it begins, 1 for the first} */
    public long line() {
        return line;
    }

    /** {@return the type of the record as its format calls it; empty if no format took it} */
    public String type() {
        return type;
    }

    /** {@return the pointer of the field that is wrong, such as {@code /deployment/created_at}; empty for the whole} */
    public String field() {
        return field;
    }

    /** {@return what was wrong and what was expected, in one sentence; safe to print} */
    public String problem() {
        return problem;
    }

    /**
     * Writes the record as it came, without what is between records; of one that is too long its beginning.
     *
     * @param out where to write
     * @throws IOException if it can not be written
     */
    public void writeTo(OutputStream out) throws IOException {
        out.write(raw);
    }

    /** {@return the bytes; not a copy} */
    byte[] raw() {
        return raw;
    }

    @Override
    public String toString() {
        return cause + " at line " + line + (field.isEmpty() ? "" : ", field " + field) + ": " + problem;
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

package io.infinityloop.source;

import io.infinityloop.internal.Escapes;
import io.infinityloop.internal.json.Excerpt;
import java.io.Serial;

/**
 * Thrown by a {@link Format} for a record that it can not take; the record becomes a {@link Leftover}, and the next one
 * is read. It has no stack trace: it is an answer, not a fault of the program.
 *
 * @since 0.1
 */
public final class RejectedRecordException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The pointer of the field, safe to print. */
    private final String field;

    /** What was wrong, safe to print. */
    private final String problem;

    /**
     * Creates the exception.
     *
     * @param field the pointer of the field, such as {@code /deployment/created_at}; empty for the record as a whole
     * @param problem what was wrong and what was expected, in one sentence
     */
    public RejectedRecordException(String field, String problem) {
        super(field.isEmpty() ? problem : field + ": " + problem, null, false, false);
        this.field = Excerpt.of(field);
        this.problem = Escapes.printable(problem);
    }

    /** {@return the pointer of the field, safe to print; empty for the record as a whole} */
    public String field() {
        return field;
    }

    /** {@return what was wrong and what was expected, safe to print} */
    public String problem() {
        return problem;
    }
}

package io.infinityloop.internal.json;

import io.infinityloop.internal.Escapes;
import java.io.Serial;

/** Thrown inside this library when a line or a record can not be read; becomes a rejection that is told. */
public final class FieldException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;

    /**
     * Creates the exception, without a stack trace: it is an answer, not a fault of the program.
     *
     * @param field the path of the field, empty for the line as a whole
     * @param problem what was wrong and what was expected, in one sentence
     */
    public FieldException(String field, String problem) {
        super(field + ": " + problem, null, false, false);
        this.field = Excerpt.of(field);
        this.problem = Escapes.printable(problem);
    }

    /** {@return the path of the field, safe to print, empty for the line as a whole} */
    public String field() {
        return field;
    }

    /** {@return what was wrong and what was expected, safe to print} */
    public String problem() {
        return problem;
    }

    /** {@return field and problem in one sentence, safe to print} */
    public String told() {
        return (field.isEmpty() ? "" : "field " + field + ": ") + problem;
    }
}

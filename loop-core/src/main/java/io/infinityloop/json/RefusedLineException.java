package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import java.io.Serial;

/**
 * Thrown when a line of an export is not taken. Nothing of it or after it is imported, and all before it is.
 *
 * @since 0.1
 */
public final class RefusedLineException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Its place in the file, from 1. */
    private final long line;

    /** Why it was not taken. */
    private final String problem;

    RefusedLineException(long line, String problem) {
        super("line " + line + ": " + requireNonNull(problem, "problem"));
        this.line = line;
        this.problem = problem;
    }

    /** {@return the place of the line in the file, 1 for the first; blank lines are counted} */
    public long line() {
        return line;
    }

    /** {@return why it was not taken, safe to print} */
    public String problem() {
        return problem;
    }
}

package io.infinityloop.cli.git;

import java.io.Serial;

/** A repository cannot be read. The message is one sentence that names what was wrong and says what to do. */
public final class GitSourceException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    GitSourceException(String message) {
        super(message);
    }

    GitSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}

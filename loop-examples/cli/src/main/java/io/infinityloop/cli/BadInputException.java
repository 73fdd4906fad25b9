package io.infinityloop.cli;

import java.io.Serial;

/** The user gave something that cannot be used. The message is one sentence that names it and says what to do. */
final class BadInputException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    BadInputException(String message) {
        super(message);
    }

    BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.infinityloop.cli;

import java.io.Serial;
import java.util.List;

/** The user gave something that cannot be used. Each sentence names it and says what to do. */
final class BadInputException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> sentences;

    BadInputException(String message) {
        super(message);
        this.sentences = List.of(message);
    }

    BadInputException(String message, Throwable cause) {
        super(message, cause);
        this.sentences = List.of(message);
    }

    BadInputException(List<String> sentences, Throwable cause) {
        super(String.join("; ", sentences), cause);
        this.sentences = List.copyOf(sentences);
    }

    /** Everything that is wrong, one thing a sentence; at least one. */
    List<String> sentences() {
        return sentences;
    }
}

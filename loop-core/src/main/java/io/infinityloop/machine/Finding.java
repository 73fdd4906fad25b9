package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

/**
 * Something that is wrong with a definition.
 *
 * @param code a stable name of the rule, for tools: {@code ORDER}, {@code UNKNOWN_FIELD} and so on
 * @param message one sentence for people: where, what is wrong, what would be accepted
 * @since 0.1
 */
public record Finding(String code, String message) {
    /** Creates a finding. */
    public Finding {
        requireNonNull(code, "code");
        requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return code + ": " + message;
    }
}

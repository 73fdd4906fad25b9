package io.infinityloop.source;

import io.infinityloop.internal.json.Limits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Reads instants in every form that is seen in the wild. */
final class Times {
    private Times() {}

    /**
     * Returns the instant that a text tells.
     *
     * @return the instant; empty for what stands for none, such as {@code 0001-01-01T00:00:00Z}
     * @throws DateTimeException if it is none, or could be more than one; the message says what was expected
     */
    static Optional<Instant> parse(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        if (!Limits.accept(instant)) {
            throw new DateTimeException("out of range: expected a year from 1970 to 2200");
        }
        return Optional.of(instant);
    }
}

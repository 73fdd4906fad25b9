package io.infinityloop.cli.git;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.PersonIdent;
import org.jspecify.annotations.Nullable;

/**
 * The times that a repository states. Anybody can write any number there: what no clock can have shown is odd. The
 * first day of 1970 is where broken clocks and conversions end up.
 */
final class GitTime {
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private GitTime() {}

    /** {@return the time beside a name, or null if there is no name; an odd one if it is more than can be counted} */
    static @Nullable Instant at(Supplier<@Nullable PersonIdent> named) {
        try {
            PersonIdent person = named.get();
            return person == null ? null : person.getWhenAsInstant();
        } catch (DateTimeException uncountable) {
            return Instant.MAX;
        }
    }

    /** {@return whether a time is before 1970-01-02 or after 2199} */
    static boolean isOdd(Instant at) {
        return at.isBefore(EARLIEST) || !at.isBefore(LATEST);
    }
}

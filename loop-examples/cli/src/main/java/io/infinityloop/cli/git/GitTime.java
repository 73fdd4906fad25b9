package io.infinityloop.cli.git;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Supplier;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/**
 * The times that a repository states. Anybody can write any number there: what no clock can have shown is odd. The
 * first day of 1970 is where broken clocks and conversions end up.
 */
final class GitTime {
    private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final int MOST_DIGITS = 11;
    private static final String ZONE = " +hhmm";

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

    /**
     * Returns what {@link #at(Supplier)} does, and for a line as git writes it without making texts of the name, the
     * address and the zone.
     *
     * @param raw the bytes of a commit
     * @param name where in them the name starts; negative if there is none
     * @param named reads the line when it is another
     * @return the time
     */
    static @Nullable Instant at(byte[] raw, int name, Supplier<@Nullable PersonIdent> named) {
        long seconds = name < 0 ? -1 : seconds(raw, name);
        return seconds < 0 ? at(named) : Instant.ofEpochSecond(seconds);
    }

    /** The number in {@code NAME <ADDRESS> NUMBER +hhmm}; -1 for whatever deviates from that. */
    private static long seconds(byte[] raw, int name) {
        int address = RawParseUtils.nextLF(raw, name, '<');
        int start = RawParseUtils.nextLF(raw, address, '>') + 1;
        if (raw[address - 1] != '<' || raw[start - 2] != '>' || raw[Math.min(start, raw.length) - 1] != ' ') {
            return -1;
        }
        int at = start;
        long seconds = 0;
        while (at < raw.length && isDigit(raw[at]) && at - start < MOST_DIGITS) {
            seconds = seconds * 10 + raw[at++] - '0';
        }
        return at > start && isZone(raw, at) ? seconds : -1;
    }

    private static boolean isZone(byte[] raw, int at) {
        return at + ZONE.length() < raw.length
                && raw[at] == ' '
                && (raw[at + 1] == '+' || raw[at + 1] == '-')
                && isDigit(raw[at + 2])
                && isDigit(raw[at + 3])
                && isDigit(raw[at + 4])
                && isDigit(raw[at + 5])
                && raw[at + 6] == '\n';
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** {@return whether a time is before 1970-01-02 or after 2199} */
    static boolean isOdd(Instant at) {
        return at.isBefore(EARLIEST) || !at.isBefore(LATEST);
    }
}

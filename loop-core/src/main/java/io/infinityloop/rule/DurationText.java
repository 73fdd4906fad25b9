package io.infinityloop.rule;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/** Spans of time as they are written in conditions: {@code 5m}, {@code 1h30m}, {@code 250ms}. */
final class DurationText {
    private static final String[] UNITS = {"d", "h", "m", "s", "ms", "us", "ns"};
    private static final long[] NANOS = {
        86_400_000_000_000L, 3_600_000_000_000L, 60_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L
    };

    /** Seven numbers of 18 digits with their units. */
    private static final int CHARACTERS = 140;

    private DurationText() {}

    /** {@return the text of a positive duration, from the largest unit to the smallest} */
    static String of(Duration duration) {
        StringBuilder text = new StringBuilder();
        long rest = duration.toNanos();
        for (int i = 0; i < UNITS.length; i++) {
            if (rest >= NANOS[i]) {
                text.append(rest / NANOS[i]).append(UNITS[i]);
                rest %= NANOS[i];
            }
        }
        return text.toString();
    }

    /** {@return what a text says: numbers with units, the larger unit first; empty if it is no such text} */
    static Optional<Duration> parse(String text) {
        if (text.length() > CHARACTERS || !text.matches("([0-9]{1,18}(d|h|ms|m|s|us|ns))+")) {
            return Optional.empty();
        }
        BigInteger nanos = BigInteger.ZERO;
        int unit = -1;
        for (int from = 0; from < text.length(); ) {
            int letters = skip(text, from, true);
            int end = skip(text, letters, false);
            int next = indexOf(text.substring(letters, end));
            if (next <= unit) {
                return Optional.empty();
            }
            unit = next;
            nanos = nanos.add(new BigInteger(text.substring(from, letters)).multiply(BigInteger.valueOf(NANOS[unit])));
            from = end;
        }
        return nanos.bitLength() > 63 ? Optional.empty() : Optional.of(Duration.ofNanos(nanos.longValue()));
    }

    private static int skip(String text, int from, boolean digits) {
        int end = from;
        while (end < text.length() && (text.charAt(end) <= '9') == digits) {
            end++;
        }
        return end;
    }

    private static int indexOf(String unit) {
        int index = 0;
        while (!UNITS[index].equals(unit)) {
            index++;
        }
        return index;
    }
}

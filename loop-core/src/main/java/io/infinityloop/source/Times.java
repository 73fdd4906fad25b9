package io.infinityloop.source;

import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.Limits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Optional;

/**
 * Reads instants in every form that is seen in the wild, and refuses what could be two of them.
 *
 * <pre>
 * 2026-07-01T10:00:00Z   2026-07-01t10:00:00.123456789+02:00   2026-07-01 10:00:00 +0200   2026-07-01 10:00:00,5 UTC
 * 1782900000   1782900000.5   1.7829E9   1782900000000
 * </pre>
 *
 * <p>A number of 10 digits before the point is seconds since 1970, one of 13 is milliseconds; read the other way,
 * either would lie outside the years that are accepted. A text has a date, a time of day with up to nine digits of a
 * second, and an offset, Z, UTC or GMT. The year 1 or 0 on its first day, 0, and nothing at all stand for none.
 */
final class Times {
    private static final int CHARACTERS = 64;
    private static final String EXPECTED = ": expected one such as 2026-07-01T10:00:00Z or 2026-07-01 10:00:00 +0200";

    private final String text;
    private int next;

    private Times(String text) {
        this.text = text;
    }

    /**
     * Returns the instant that a text tells.
     *
     * @return the instant; empty for what stands for none, such as {@code 0001-01-01T00:00:00Z}
     * @throws DateTimeException if it is none, or could be more than one; the message says what was expected
     */
    static Optional<Instant> parse(String text) {
        Times times = new Times(text.strip());
        if (times.text.isEmpty()) {
            return Optional.empty();
        }
        if (times.text.length() > CHARACTERS) {
            throw times.refused("has more than " + CHARACTERS + " characters" + EXPECTED);
        }
        return times.text.startsWith("-", 4) ? times.date() : times.number();
    }

    private Optional<Instant> date() {
        int year = digits(4, "year");
        expect('-');
        int month = digits(2, "month");
        expect('-');
        int day = digits(2, "day");
        // Go, .NET and MySQL write these where there is nothing to write; no zone makes them an instant.
        // Go, .NET and MySQL write these where there is nothing to write; no zone makes them an instant.
        boolean isNone = year <= 1 && month <= 1 && day <= 1;
        if (isNone && next == text.length()) {
            return Optional.empty();
        }
        if (!isNone) {
            checkDay(year, month, day);
        }
        long nanos = nanoOfDay();
        int offset = isNone && next == text.length() ? 0 : offset();
        if (next < text.length()) {
            throw refused("goes on after its zone" + EXPECTED);
        }
        if (isNone) {
            return Optional.empty();
        }
        long days = LocalDate.of(year, month, day).toEpochDay();
        return accepted(Instant.ofEpochSecond(days * 86_400 - offset, nanos));
    }

    private long nanoOfDay() {
        if (!skip('T') && !skip('t') && !skip(' ')) {
            throw refused((next == text.length() ? "has no time of day" : "is no instant") + EXPECTED);
        }
        int hour = digits(2, "hour");
        expect(':');
        int minute = digits(2, "minute");
        boolean hasSeconds = skip(':');
        int second = hasSeconds ? digits(2, "second") : 0;
        int nano = hasSeconds && (skip('.') || skip(',')) ? fraction() : 0;
        check(hour, 23, "hour");
        check(minute, 59, "minute");
        check(second, 59, "second");
        return (hour * 3_600L + minute * 60L + second) * 1_000_000_000 + nano;
    }

    private int offset() {
        skip(' ');
        if (skip('Z') || skip('z')) {
            return 0;
        }
        if (next == text.length()) {
            throw refused("has no zone" + EXPECTED);
        }
        boolean isWest = text.charAt(next) == '-';
        if (isWest || text.charAt(next) == '+') {
            next++;
            int hours = digits(2, "hour of the offset");
            int minutes = skip(':') || next < text.length() ? digits(2, "minute of the offset") : 0;
            check(minutes, 59, "minute of the offset");
            check(hours * 60 + minutes, 18 * 60, "offset in minutes");
            return (isWest ? -60 : 60) * (hours * 60 + minutes);
        }
        String zone = text.substring(next);
        if (!zone.equalsIgnoreCase("UTC") && !zone.equalsIgnoreCase("GMT")) {
            throw refused("has the zone '" + Excerpt.of(zone)
                    + "', and names of zones have more than one meaning: expected an offset such as +02:00, Z,"
                    + " UTC or GMT");
        }
        next = text.length();
        return 0;
    }

    private Optional<Instant> number() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (i == 0 ? c != '-' : ".eE+-".indexOf(c) < 0)) {
                throw refused("is no instant, or could be more than one" + EXPECTED);
            }
        }
        try {
            return number(new BigDecimal(text));
        } catch (NumberFormatException none) {
            throw refused("is no instant" + EXPECTED);
        } catch (ArithmeticException tooFine) {
            throw refused("is finer than a nanosecond: expected at most 9 digits of a second");
        }
    }

    private Optional<Instant> number(BigDecimal value) {
        long digits = (long) value.precision() - value.scale();
        // The last two are what Go and .NET make of their year 1.
        if (value.signum() == 0 || text.equals("-62135596800") || text.equals("-62135596800000")) {
            return Optional.empty();
        }
        if (value.signum() < 0 || (digits != 10 && digits != 13)) {
            throw refused(
                    "is no instant that is known: expected 10 digits of seconds since 1970, or 13 of milliseconds");
        }
        BigDecimal nanos = value.movePointRight(digits == 10 ? 9 : 6);
        BigDecimal[] parts = nanos.divideAndRemainder(BigDecimal.TEN.pow(9));
        return accepted(Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].intValueExact()));
    }

    private Optional<Instant> accepted(Instant instant) {
        if (!Limits.accept(instant)) {
            throw refused("is out of range: expected a year from 1970 to 2200");
        }
        return Optional.of(instant);
    }

    private void checkDay(int year, int month, int day) {
        if (month < 1 || month > 12) {
            throw refused("has the month " + month + ": expected 01 to 12");
        }
        int days = Month.of(month).length(Year.isLeap(year));
        if (day < 1 || day > days) {
            throw refused("has the day " + day + ": expected 01 to " + days + " in that month");
        }
    }

    private void check(int value, int most, String what) {
        if (value > most) {
            throw refused("has the " + what + " " + value + ": expected at most " + most
                    + (what.equals("second") ? ", leap seconds are no instants of their own" : ""));
        }
    }

    private int digits(int count, String what) {
        int value = 0;
        int end = next + count;
        while (next < end) {
            int digit = next < text.length() ? text.charAt(next) - '0' : -1;
            if (digit < 0 || digit > 9) {
                throw refused("lacks " + (count == 2 ? "two" : "four") + " digits of its " + what + EXPECTED);
            }
            value = value * 10 + digit;
            next++;
        }
        return value;
    }

    /** {@return the nanoseconds} */
    private int fraction() {
        int value = 0;
        int count = 0;
        while (next < text.length() && text.charAt(next) >= '0' && text.charAt(next) <= '9') {
            if (++count > 9) {
                throw refused("is finer than a nanosecond: expected at most 9 digits of a second");
            }
            value = value * 10 + text.charAt(next++) - '0';
        }
        if (count == 0) {
            throw refused("lacks digits of a second" + EXPECTED);
        }
        for (; count < 9; count++) {
            value *= 10;
        }
        return value;
    }

    private void expect(char wanted) {
        if (!skip(wanted)) {
            throw refused("lacks '" + wanted + "' after " + next + " characters" + EXPECTED);
        }
    }

    private boolean skip(char wanted) {
        boolean isThere = next < text.length() && text.charAt(next) == wanted;
        next += isThere ? 1 : 0;
        return isThere;
    }

    private DateTimeException refused(String why) {
        return new DateTimeException("'" + Excerpt.of(text) + "' " + why);
    }
}

package io.infinityloop.internal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Checks of numbers, instants and spans of time, so that no input costs more than a known amount of work. */
public final class Bounds {
    /** The most digits of a decimal that is written out in full. */
    public static final int DIGITS = 64;

    /** The earliest instant, inclusive. */
    public static final Instant FROM = Instant.EPOCH;

    /** The latest instant, exclusive. */
    public static final Instant UNTIL = Instant.parse("2201-01-01T00:00:00Z");

    /** The longest span of time, a hundred years of 365 days. */
    public static final Duration LONGEST = Duration.ofDays(36_500);

    private Bounds() {}

    /**
     * Returns the decimal if at most {@value #DIGITS} digits are needed to write it out.
     *
     * @throws IllegalArgumentException if more are needed; the message starts with {@code what}
     */
    public static BigDecimal decimal(String what, BigDecimal decimal) {
        long before = Math.max(1L, (long) requireNonNull(decimal, what).precision() - decimal.scale());
        if (before + Math.max(0, decimal.scale()) > DIGITS) {
            throw new IllegalArgumentException(
                    what + " has too many digits: at most " + DIGITS + " are accepted when it is written out");
        }
        return decimal;
    }

    /**
     * Returns a measured value if it has at most 32 digits before its decimal point and 24 after it: then the sum of
     * many of them, and their mean, can be written with {@value #DIGITS} digits.
     *
     * @throws IllegalArgumentException if it has more; the message starts with {@code what}
     */
    public static BigDecimal measured(String what, BigDecimal value) {
        if (!isMeasured(requireNonNull(value, what))) {
            throw new IllegalArgumentException(
                    what + " has too many digits: at most 32 before its decimal point and 24 after it are accepted");
        }
        return decimal(what, value);
    }

    /** {@return whether {@link #measured} accepts a value} */
    public static boolean isMeasured(BigDecimal value) {
        return (long) value.precision() - value.scale() <= 32 && value.scale() <= 24;
    }

    /**
     * Returns the decimal without zeros at its end, the same for 70, 70.0 and 7E+1.
     *
     * @throws IllegalArgumentException if more than {@value #DIGITS} digits are needed; the message starts with
     *     {@code what}
     */
    public static BigDecimal plain(String what, BigDecimal decimal) {
        BigDecimal stripped = decimal(what, decimal).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * Returns the instant if it is in the years from 1970 to 2200.
     *
     * @throws IllegalArgumentException if it is not; the message starts with {@code what}
     */
    public static Instant instant(String what, Instant instant) {
        if (requireNonNull(instant, what).isBefore(FROM) || !instant.isBefore(UNTIL)) {
            throw new IllegalArgumentException(
                    what + " " + instant + " is out of range: a year from 1970 to 2200 is accepted");
        }
        return instant;
    }

    /**
     * Returns the span of time if it is positive and no longer than a hundred years.
     *
     * @throws IllegalArgumentException if it is not; the message starts with {@code what}
     */
    public static Duration span(String what, Duration span) {
        if (requireNonNull(span, what).isNegative() || span.isZero() || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(what + " " + span + " is out of range: more than nothing and at most "
                    + LONGEST.toDays() + " days are accepted");
        }
        return span;
    }
}

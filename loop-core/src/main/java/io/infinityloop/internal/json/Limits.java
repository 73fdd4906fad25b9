package io.infinityloop.internal.json;

import java.math.BigDecimal;
import java.time.Instant;

/** What a line may hold at most, so that no input, however hostile, costs more than a known amount of memory. */
public final class Limits {
    /** The most bytes of a line, without its line feed. */
    public static final int LINE_BYTES = 8 << 20;

    /** The most characters of a text. */
    public static final int TEXT_CHARACTERS = 1 << 20;

    /** The most characters of a field name. */
    public static final int NAME_CHARACTERS = 1_000;

    /** The most digits of a number, those of its exponent included; and of a decimal that is written out in full. */
    public static final int DIGITS = 64;

    /** How deep objects and lists may be nested. */
    public static final int DEPTH = 64;

    /** The most entries of a list of this format. */
    public static final int LIST_ENTRIES = 100_000;

    /** The most names, values and brackets of a line: room for two full lists. */
    public static final int TOKENS = 250_000;

    /** The earliest instant, inclusive. */
    public static final Instant FROM = Instant.parse("1970-01-01T00:00:00Z");

    /** The latest instant, exclusive. */
    public static final Instant UNTIL = Instant.parse("2201-01-01T00:00:00Z");

    private Limits() {}

    /** {@return whether the format accepts a decimal: whether no more than 64 digits are needed to write it out} */
    public static boolean accept(BigDecimal decimal) {
        long before = Math.max(1L, (long) decimal.precision() - decimal.scale());
        return before + Math.max(0, decimal.scale()) <= DIGITS;
    }

    /** {@return the decimal if the format accepts it} */
    public static BigDecimal checked(String name, BigDecimal decimal) {
        if (!accept(decimal)) {
            throw new IllegalArgumentException(name + " " + Excerpt.of(decimal.toString())
                    + " can not be written: the format holds at most " + DIGITS + " digits");
        }
        return decimal;
    }

    /** {@return the instant if the format accepts it} */
    public static Instant checked(String name, Instant instant) {
        if (!accept(instant)) {
            throw new IllegalArgumentException(
                    name + " " + instant + " can not be written: the format holds the years from 1970 to 2200");
        }
        return instant;
    }

    /** {@return whether the format accepts an instant} */
    public static boolean accept(Instant instant) {
        return !instant.isBefore(FROM) && instant.isBefore(UNTIL);
    }
}

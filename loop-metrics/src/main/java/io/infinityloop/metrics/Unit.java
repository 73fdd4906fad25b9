package io.infinityloop.metrics;

/**
 * What the number of a metric counts.
 *
 * @since 0.1
 */
public enum Unit {
    /** A duration, in seconds with up to nine decimals. */
    SECONDS("s"),
    /** How many of something. */
    COUNT(""),
    /** How many of something in a day of 24 hours. */
    PER_DAY("/day"),
    /** How many of something in a week of seven days of 24 hours. */
    PER_WEEK("/week"),
    /** A part of a whole, 0 to 1. */
    RATIO("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /** {@return the sign behind a number, possibly empty} */
    public String symbol() {
        return symbol;
    }
}

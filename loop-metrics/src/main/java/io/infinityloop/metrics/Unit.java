package io.infinityloop.metrics;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * What the number of a metric counts. Units of one dimension convert into each other; numbers of two dimensions are
 * never compared.
 *
 * <p>Source: requirement OBS-23.
 *
 * @since 0.1
 */
public enum Unit {
    /** A duration, in seconds with up to nine decimals. */
    SECONDS("s", Dimension.TIME, "1"),
    /** A duration, in milliseconds. */
    MILLISECONDS("ms", Dimension.TIME, "0.001"),
    /** How many of something. */
    COUNT("", Dimension.COUNT, "1"),
    /** How many of something in a second. */
    PER_SECOND("/s", Dimension.RATE, "86400"),
    /** How many of something in a minute. */
    PER_MINUTE("/min", Dimension.RATE, "1440"),
    /** How many of something in an hour. */
    PER_HOUR("/h", Dimension.RATE, "24"),
    /** How many of something in a day of 24 hours. */
    PER_DAY("/day", Dimension.RATE, "1"),
    /** How many of something in a week of seven days of 24 hours. */
    PER_WEEK("/week", Dimension.RATE, "1/7"),
    /** A part of a whole, 0 to 1. */
    RATIO("", Dimension.RATIO, "1"),
    /** A change against an earlier value: 0.2 is 20 % more; may be negative and above 1. */
    CHANGE("", Dimension.CHANGE, "1"),
    /** A number that says nothing by itself, such as a score or an amount of money. */
    NUMBER("", Dimension.NUMBER, "1");

    /**
     * What can be compared.
     *
     * @since 0.1
     */
    public enum Dimension {
        /** How long. */
        TIME,
        /** How many. */
        COUNT,
        /** How often. */
        RATE,
        /** A part of a whole. */
        RATIO,
        /** A change against something earlier. */
        CHANGE,
        /** Anything else. */
        NUMBER
    }

    private final String symbol;
    private final Dimension dimension;
    private final BigDecimal numerator;
    private final BigDecimal denominator;

    Unit(String symbol, Dimension dimension, String factor) {
        this.symbol = symbol;
        this.dimension = dimension;
        int slash = factor.indexOf('/');
        this.numerator = new BigDecimal(slash < 0 ? factor : factor.substring(0, slash));
        this.denominator = slash < 0 ? BigDecimal.ONE : new BigDecimal(factor.substring(slash + 1));
    }

    /** {@return the sign behind a number, possibly empty} */
    public String symbol() {
        return symbol;
    }

    /** {@return what numbers of this unit can be compared with} */
    public Dimension dimension() {
        return dimension;
    }

    /** Converts a number of this unit to another unit of the same dimension. */
    BigDecimal convert(BigDecimal number, Unit other) {
        return number.multiply(numerator)
                .multiply(other.denominator)
                .divide(denominator.multiply(other.numerator), MathContext.DECIMAL128);
    }
}

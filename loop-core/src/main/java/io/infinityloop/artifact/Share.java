package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * A share of users or of traffic, exact.
 *
 * @param percent the share in percent, from 0 to 100, with at most six decimals; trailing zeros are dropped
 * @since 0.1
 */
public record Share(BigDecimal percent) implements Comparable<Share> {
    /** Nobody. */
    public static final Share NONE = ofPercent(0);
    /** Everybody. */
    public static final Share ALL = ofPercent(100);

    private static final int DECIMALS = 6;

    /**
     * Creates a share.
     *
     * @throws IllegalArgumentException if it is below 0, above 100 or has more than six decimals
     */
    public Share {
        requireNonNull(percent, "percent");
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("a share is from 0 to 100 %, not the percentage that was given");
        }
        percent = percent.stripTrailingZeros();
        if (percent.scale() > DECIMALS) {
            throw new IllegalArgumentException("a share has at most " + DECIMALS + " decimals, not " + percent.scale());
        }
        percent = percent.setScale(Math.max(0, percent.scale()));
    }

    /**
     * Returns a share of whole percent.
     *
     * @param percent from 0 to 100
     * @return the share
     * @throws IllegalArgumentException if it is outside
     */
    public static Share ofPercent(int percent) {
        return new Share(BigDecimal.valueOf(percent));
    }

    /** {@return whether this is nobody} */
    public boolean isNone() {
        return percent.signum() == 0;
    }

    /** Compares by size. */
    @Override
    public int compareTo(Share other) {
        return percent.compareTo(other.percent);
    }

    /** {@return the share as {@code 5 %}} */
    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}

package io.infinityloop.metrics;

/**
 * How much an {@link Analysis} may keep of what it has seen.
 *
 * @since 0.1
 */
public enum Memory {
    /** Every sample, eight bytes each: quantiles are exact. */
    EXACT,
    /**
     * A bounded number of bytes a cell: quantiles are exact up to {@value Samples#EXACT_UP_TO} samples a cell, and from
     * there on their error is bounded and stated in the result.
     */
    BOUNDED
}

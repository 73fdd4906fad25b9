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
     * there on their error is bounded and stated in the result. What must be told apart by name or instant is kept all
     * the same: the tests and revisions of flaky tests, the times in which a service was down, and, by the definitions
     * of other tools, all that is known.
     */
    BOUNDED
}

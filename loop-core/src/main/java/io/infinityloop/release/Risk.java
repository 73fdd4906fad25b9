package io.infinityloop.release;

/**
 * How much a change or a way of releasing puts at stake, from the least to the most.
 *
 * <p>Source: requirements REL-05 and DEP-20.
 *
 * @since 0.1
 */
public enum Risk {
    /** A failure touches few, and is soon repaired. */
    LOW,
    /** Between the two. */
    MEDIUM,
    /** A failure touches many, or is hard to repair. */
    HIGH
}

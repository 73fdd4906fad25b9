package io.infinityloop.artifact;

/**
 * How long one test of a level usually takes.
 *
 * <p>Source: requirement GATE-05.
 *
 * @since 0.1
 */
public enum TestSpeed {
    /** Milliseconds. */
    FAST,
    /** Seconds. */
    MEDIUM,
    /** Minutes. */
    SLOW
}

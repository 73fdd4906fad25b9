package io.infinityloop.metrics;

/**
 * Which way a metric goes, for those whom it is about.
 *
 * @since 0.1
 */
public enum Verdict {
    /** It gets better. */
    IMPROVING,
    /** It gets worse. */
    DEGRADING,
    /** It stays as it is. */
    STEADY,
    /** What is known does not tell. It is never taken for an improvement. */
    INCONCLUSIVE
}

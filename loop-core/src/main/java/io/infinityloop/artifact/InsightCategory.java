package io.infinityloop.artifact;

/**
 * What an insight is about.
 *
 * <p>Source: requirement OBS-20.
 *
 * @since 0.1
 */
public enum InsightCategory {
    /** How customers fare with the service. */
    CUSTOMER_EXPERIENCE,
    /** What customers do with it. */
    CUSTOMER_BEHAVIOR,
    /** How fast it is, and how much it takes. */
    PERFORMANCE,
    /** Whether it keeps to law and rules. */
    COMPLIANCE,
    /** What goes wrong. */
    ERRORS,
    /** Where things are heading. */
    TRENDS
}

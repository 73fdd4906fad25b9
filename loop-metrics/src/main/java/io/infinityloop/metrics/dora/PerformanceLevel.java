package io.infinityloop.metrics.dora;

/**
 * A group of teams in a report of DORA. What it stands for differs from year to year: ask a {@link DoraReport}.
 *
 * @since 0.1
 */
public enum PerformanceLevel {
    /** The group that the report calls low. */
    LOW,
    /** The group that the report calls medium. */
    MEDIUM,
    /** The group that the report calls high. */
    HIGH,
    /** The group that the report calls elite; 2022 has none. */
    ELITE
}

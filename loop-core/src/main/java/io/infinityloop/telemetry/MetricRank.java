package io.infinityloop.telemetry;

/**
 * How near a metric is to what users feel.
 *
 * <p>Source: requirement OBS-14.
 *
 * @since 0.1
 */
public enum MetricRank {
    /** It tells what users feel. */
    PRIMARY,
    /** It tells of a part, and may explain what users feel. */
    SECONDARY
}

package io.infinityloop.process;

/**
 * The steps of monitoring.
 *
 * <p>Source: requirement FBK-05.
 *
 * @since 0.1
 */
public enum MonitorStep {
    /** Data is collected. */
    COLLECT,
    /** Somebody finds out what it says. */
    UNDERSTAND,
    /** Somebody finds out where it is going. */
    IDENTIFY_TRENDS,
    /** Something is done about it. */
    ACT
}

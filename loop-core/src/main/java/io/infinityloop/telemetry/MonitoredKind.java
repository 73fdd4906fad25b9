package io.infinityloop.telemetry;

/**
 * What is watched. A service that is watched well is watched in all three ways.
 *
 * <p>Source: requirement OBS-22.
 *
 * @since 0.1
 */
public enum MonitoredKind {
    /** What the software does: requests, errors, times. */
    APPLICATION,
    /** What it runs on: processors, memory, disks, networks. */
    INFRASTRUCTURE,
    /** What it is for: orders, payments, users. */
    BUSINESS
}

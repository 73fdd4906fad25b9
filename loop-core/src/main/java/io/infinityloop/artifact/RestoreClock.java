package io.infinityloop.artifact;

/**
 * What stops the clock that measures how long an incident lasted. A workaround is not a restored service, so the two
 * may differ; a metric chooses.
 *
 * <p>Source: requirement OPS-11 and D-14.
 *
 * @since 0.1
 */
public enum RestoreClock {
    /** A workaround took the pressure off. */
    MITIGATED,
    /** The service was restored. The default. */
    RESOLVED;

    /** What is meant where nothing else is said. */
    public static final RestoreClock DEFAULT = RESOLVED;
}

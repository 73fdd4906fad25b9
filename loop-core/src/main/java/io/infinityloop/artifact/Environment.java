package io.infinityloop.artifact;

/**
 * Where a version runs. Only {@link #PRODUCTION} counts for DORA's metrics. Which half of an environment that is there
 * twice a version runs in is its {@link Colour}.
 *
 * <p>Source: requirement ART-22.
 *
 * @since 0.1
 */
public enum Environment {
    /** A developer's machine. */
    LOCAL,
    /** The machines of the build. */
    CI,
    /** An environment for tests. */
    TEST,
    /** A copy of production for the last checks. */
    STAGING,
    /** Where users are served. */
    PRODUCTION,
    /** The source does not tell. */
    UNKNOWN
}

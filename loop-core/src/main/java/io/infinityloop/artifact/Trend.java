package io.infinityloop.artifact;

/**
 * Where things are heading, from good to bad.
 *
 * @since 0.1
 */
public enum Trend {
    /** They get better. */
    IMPROVING,
    /** They stay as they are. */
    STEADY,
    /** They get worse. */
    WORSENING
}

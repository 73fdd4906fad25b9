package io.infinityloop.artifact;

/**
 * How bad an alert or an incident is.
 *
 * @since 0.1
 */
public enum Severity {
    /** Most customers cannot do what they came for. */
    CRITICAL,
    /** A part of what customers do does not work, or all of it badly. */
    MAJOR,
    /** Few notice it, or there is a way round it. */
    MINOR,
    /** Nobody is harmed; somebody should look at it. */
    NOTICE
}

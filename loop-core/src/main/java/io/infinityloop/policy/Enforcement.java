package io.infinityloop.policy;

/**
 * What follows from a finding.
 *
 * <p>Source: requirement DEP-13.
 *
 * @since 0.1
 */
public enum Enforcement {
    /** Somebody is told; nothing is held up. */
    ADVISORY,
    /** What was proposed does not happen as it is. */
    STRICT
}

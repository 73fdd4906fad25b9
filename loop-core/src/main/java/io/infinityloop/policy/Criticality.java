package io.infinityloop.policy;

/**
 * What is at stake if a product fails.
 *
 * <p>Source: requirement REL-11.
 *
 * @since 0.1
 */
public enum Criticality {
    /** Users are annoyed, or work is delayed. */
    NORMAL,
    /** The business, or somebody's safety, depends on it: a role says yes to each deployment. */
    MISSION_CRITICAL
}

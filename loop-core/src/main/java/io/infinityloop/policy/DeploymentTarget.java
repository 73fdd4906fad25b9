package io.infinityloop.policy;

/**
 * What a version is deployed to.
 *
 * <p>Source: requirement DEP-16.
 *
 * @since 0.1
 */
public enum DeploymentTarget {
    /** To servers that run already. */
    EXISTING,
    /** To an environment that is set up for it. */
    NEW,
    /** To both. */
    MIXED
}

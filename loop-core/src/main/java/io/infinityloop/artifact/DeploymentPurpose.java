package io.infinityloop.artifact;

/**
 * What a deployment is for.
 *
 * <p>Source: requirement DEP-19.
 *
 * @since 0.1
 */
public enum DeploymentPurpose {
    /** A version is delivered. */
    DELIVERY,
    /** A version is delivered out of turn, to repair one that runs. */
    HOTFIX,
    /** An earlier version is brought back. */
    ROLLBACK,
    /** The source does not tell. */
    UNKNOWN
}

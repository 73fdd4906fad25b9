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
    /** An earlier version is brought back. */
    ROLLBACK,
    /** Something that users suffer from is put right by going forward; it was not planned. */
    HOTFIX,
    /** The source does not tell. */
    UNKNOWN
}

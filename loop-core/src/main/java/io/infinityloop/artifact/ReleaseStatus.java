package io.infinityloop.artifact;

/**
 * How far the preparation of a release has come.
 *
 * <p>Source: requirement ART-18.
 *
 * @since 0.1
 */
public enum ReleaseStatus {
    /** Something is still to be done. */
    IN_PREPARATION,
    /** It can be deployed at any time. */
    READY_FOR_DEPLOYMENT,
    /** The source does not tell. */
    UNKNOWN
}

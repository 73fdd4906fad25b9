package io.infinityloop.process;

/**
 * The states of a release that is prepared.
 *
 * <p>Source: requirement REL-04.
 *
 * @since 0.1
 */
public enum ReleaseState {
    /** What is released came to the main line. */
    MERGED,
    /** All tests passed. */
    TESTED,
    /** It has its tag. */
    TAGGED,
    /** What is new is written down. */
    NOTED,
    /** What will be deployed is there. */
    PACKAGED,
    /** It can be deployed at any time. */
    READY_FOR_DEPLOYMENT
}

package io.infinityloop.artifact;

/**
 * The documents that go with a release.
 *
 * <p>Source: requirement ART-27.
 *
 * @since 0.1
 */
public enum DocumentKind {
    /** What is new, for those who use it. */
    RELEASE_NOTES,
    /** What is in the release and how it was made. */
    RELEASE_DOC,
    /** How it is run. */
    OPERATION_DOC,
    /** What to do when something goes wrong. */
    RUNBOOK,
    /** How the code works. */
    CODE_DOC
}

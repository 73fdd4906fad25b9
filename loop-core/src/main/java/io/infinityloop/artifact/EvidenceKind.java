package io.infinityloop.artifact;

/**
 * What a test run is evidence of.
 *
 * <p>Source: requirement ART-17.
 *
 * @since 0.1
 */
public enum EvidenceKind {
    /** It does what it should. */
    CORRECTNESS,
    /** It is fast enough under load. */
    PERFORMANCE,
    /** It keeps out who should stay out. */
    SECURITY
}

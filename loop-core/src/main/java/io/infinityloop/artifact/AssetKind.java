package io.infinityloop.artifact;

/**
 * What is kept under version control.
 *
 * <p>Source: requirements ART-28 and GATE-24.
 *
 * @since 0.1
 */
public enum AssetKind {
    /** What the service does. */
    CODE,
    /** What checks that it does so: automated tests. */
    TEST,
    /** How it is set up. */
    CONFIGURATION,
    /** The machines and networks that it runs on. */
    INFRASTRUCTURE,
    /** The shape of its stored data. */
    DATABASE_SCHEMA,
    /** How it is built and delivered. */
    PIPELINE
}

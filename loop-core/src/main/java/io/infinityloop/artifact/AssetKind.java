package io.infinityloop.artifact;

/**
 * What is kept under version control.
 *
 * <p>Source: requirement ART-28.
 *
 * @since 0.1
 */
public enum AssetKind {
    /** What the service does. */
    CODE,
    /** How it is set up. */
    CONFIGURATION,
    /** The machines and networks that it runs on. */
    INFRASTRUCTURE,
    /** The shape of its stored data. */
    DATABASE_SCHEMA,
    /** How it is built and delivered. */
    PIPELINE
}

package io.infinityloop.artifact;

/**
 * What form a built artifact has.
 *
 * <p>Source: requirement ART-13.
 *
 * @since 0.1
 */
public enum Packaging {
    /** A program that the operating system runs. */
    EXECUTABLE,
    /** Code for other programs to use. */
    LIBRARY,
    /** A package of a package manager: npm, NuGet, deb, rpm. */
    PACKAGE,
    /** An image of a container. */
    CONTAINER_IMAGE,
    /** A database schema as a data-tier application package. */
    DACPAC,
    /** A script that is run as it is. */
    SCRIPT,
    /** A Java archive. */
    JAR,
    /** Anything else. */
    OTHER
}

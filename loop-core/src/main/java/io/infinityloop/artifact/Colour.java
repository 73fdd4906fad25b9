package io.infinityloop.artifact;

/**
 * Which half of an environment that is there twice, for {@linkplain DeploymentStrategy#BLUE_GREEN blue-green}
 * deployments.
 *
 * <p>Source: requirement ART-22.
 *
 * @since 0.1
 */
public enum Colour {
    /** The one half. */
    BLUE,
    /** The other half. */
    GREEN
}

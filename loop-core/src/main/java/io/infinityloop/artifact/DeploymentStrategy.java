package io.infinityloop.artifact;

/**
 * How a new version takes the place of the old one.
 *
 * <p>Source: requirements ART-21 and DEP-01.
 *
 * @since 0.1
 */
public enum DeploymentStrategy {
    /** It is set up beside the old one, and all traffic is switched over at once. */
    BLUE_GREEN,
    /** It replaces the old one server by server. */
    ROLLING,
    /** It gets a small share of the traffic first, and more while it does well. */
    CANARY
}

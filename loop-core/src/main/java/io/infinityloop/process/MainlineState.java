package io.infinityloop.process;

/**
 * The states of a main line.
 *
 * <p>Source: requirement GATE-08.
 *
 * @since 0.1
 */
public enum MainlineState {
    /** What all work comes together in can be built, and its tests pass. */
    GREEN,
    /** Something in it fails; to mend it comes before everything else. */
    BROKEN
}

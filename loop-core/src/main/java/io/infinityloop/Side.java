package io.infinityloop;

/**
 * One of the two halves of the infinity sign.
 *
 * <p>Source: requirement LOOP-10.
 *
 * @since 0.1
 */
public enum Side {
    /** The half in which a change is made: plan, code, build, test. */
    DEVELOPMENT,
    /** The half in which a change is run: release, deploy, operate, monitor. */
    OPERATIONS
}

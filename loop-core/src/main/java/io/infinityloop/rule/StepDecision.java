package io.infinityloop.rule;

/**
 * What a rollout is to do next.
 *
 * @since 0.1
 */
public enum StepDecision {
    /** Give the new version to more. */
    EXPAND,
    /** Wait: there is not enough evidence. */
    PAUSE,
    /** Go back to the old version. */
    ROLL_BACK
}

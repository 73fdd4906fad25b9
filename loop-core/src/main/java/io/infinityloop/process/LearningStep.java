package io.infinityloop.process;

/**
 * The seven steps from an incident to its prevention.
 *
 * <p>Source: requirement OPS-24.
 *
 * @since 0.1
 */
public enum LearningStep {
    /** It is noticed. */
    DETECT,
    /** It spreads no further. */
    CONTAIN,
    /** Its cause is removed. */
    REMEDIATE,
    /** Those who were there look back on it. */
    RETROSPECT,
    /** What is agreed is changed, for example by a rule for alerts or scaling. */
    CHANGE_POLICY,
    /** It is foreseen where the like can happen. */
    PREDICT,
    /** It is made impossible, or harmless. */
    PREVENT
}

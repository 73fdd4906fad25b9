package io.infinityloop.pipeline;

/**
 * What became of a step in a run.
 *
 * <p>Source: requirement GATE-01.
 *
 * @since 0.1
 */
public enum StepStatus {
    /** Its turn may still come, or it is being run. */
    WAITING,
    /** It was run and ended well. */
    PASSED,
    /** It was run and did not end well, or nobody can tell. */
    FAILED,
    /** It was left out on purpose; what comes after it goes on. */
    SKIPPED,
    /** A step before it failed: it will not be run. */
    NOT_RUN
}

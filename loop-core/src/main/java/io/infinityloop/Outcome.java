package io.infinityloop;

/**
 * How something that runs, a build or a test run, ended.
 *
 * <p>What a source does not tell is {@link #UNKNOWN}, never guessed.
 *
 * @since 0.1
 */
public enum Outcome {
    /** It ended well. */
    PASSED,
    /** It ended and what it checked is not in order. */
    FAILED,
    /** It could not do its work, for example because the machine under it broke. */
    ERROR,
    /** It was stopped because it took too long. */
    TIMED_OUT,
    /** Somebody stopped it. */
    CANCELLED,
    /** It was not run. */
    SKIPPED,
    /** It has not ended. */
    RUNNING,
    /** The source does not tell. */
    UNKNOWN;

    /** {@return whether it ended well: {@link #PASSED}} */
    public boolean isSuccess() {
        return this == PASSED;
    }

    /** {@return whether it ended badly: {@link #FAILED}, {@link #ERROR} or {@link #TIMED_OUT}} */
    public boolean isFailure() {
        return this == FAILED || this == ERROR || this == TIMED_OUT;
    }
}

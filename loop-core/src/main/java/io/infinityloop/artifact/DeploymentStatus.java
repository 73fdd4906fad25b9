package io.infinityloop.artifact;

import io.infinityloop.Outcome;

/**
 * How far a deployment has come.
 *
 * <p>Source: requirement ART-21.
 *
 * @since 0.1
 */
public enum DeploymentStatus {
    /** It is being rolled out. */
    IN_PROGRESS(Outcome.RUNNING),
    /** The version runs, verified. */
    SUCCEEDED(Outcome.PASSED),
    /** The version did not come to run. */
    FAILED(Outcome.FAILED),
    /** The version was taken back. */
    ROLLED_BACK(Outcome.FAILED),
    /** Somebody stopped the roll-out. */
    CANCELLED(Outcome.CANCELLED),
    /** The source does not tell. */
    UNKNOWN(Outcome.UNKNOWN);

    private final Outcome outcome;

    DeploymentStatus(Outcome outcome) {
        this.outcome = outcome;
    }

    /** {@return what the status means for a change that waits for the deployment} */
    public Outcome outcome() {
        return outcome;
    }
}

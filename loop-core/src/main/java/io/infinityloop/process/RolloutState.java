package io.infinityloop.process;

import io.infinityloop.artifact.DeploymentStatus;

/**
 * The states of a rollout in steps.
 *
 * <p>Source: requirements DEP-07, DEP-08 and DEP-09.
 *
 * @since 0.1
 */
public enum RolloutState {
    /** Nobody has the new version yet. */
    PREPARED(DeploymentStatus.IN_PROGRESS),
    /** The share of the current step has it. */
    EXPOSED(DeploymentStatus.IN_PROGRESS),
    /** The same, and there was not enough evidence to decide on the next step. */
    PAUSED(DeploymentStatus.IN_PROGRESS),
    /** All have it for good: there is nothing left to go back to. */
    COMPLETED(DeploymentStatus.SUCCEEDED),
    /** Nobody has it any more. */
    ROLLED_BACK(DeploymentStatus.ROLLED_BACK);

    private final DeploymentStatus status;

    RolloutState(DeploymentStatus status) {
        this.status = status;
    }

    /** {@return what the state means for a deployment that is rolled out so} */
    public DeploymentStatus status() {
        return status;
    }
}

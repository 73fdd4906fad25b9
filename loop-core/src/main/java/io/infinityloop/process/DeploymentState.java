package io.infinityloop.process;

import io.infinityloop.artifact.DeploymentStatus;

/**
 * The states of a deployment that is verified once it runs.
 *
 * <p>Source: requirement DEP-11.
 *
 * @since 0.1
 */
public enum DeploymentState {
    /** The version is on its way. */
    STARTED(DeploymentStatus.IN_PROGRESS),
    /** It runs, and nobody has looked yet. */
    DEPLOYED(DeploymentStatus.IN_PROGRESS),
    /** Its smoke tests passed. */
    SMOKE_TESTED(DeploymentStatus.IN_PROGRESS),
    /** It is healthy too. */
    VERIFIED(DeploymentStatus.SUCCEEDED),
    /** A check failed, and the version before is back. */
    ROLLED_BACK(DeploymentStatus.ROLLED_BACK),
    /** It did not come to run, or a check failed and there was no version to go back to. */
    FAILED(DeploymentStatus.FAILED);

    private final DeploymentStatus status;

    DeploymentState(DeploymentStatus status) {
        this.status = status;
    }

    /** {@return what the state means for the deployment} */
    public DeploymentStatus status() {
        return status;
    }
}

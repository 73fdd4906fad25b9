package io.infinityloop.process;

import io.infinityloop.artifact.DeploymentStatus;

/**
 * The states of a rolling deployment.
 *
 * <p>Source: requirement DEP-05.
 *
 * @since 0.1
 */
public enum RollingState {
    /** One server gets the new version. */
    UPDATING(DeploymentStatus.IN_PROGRESS),
    /** That server has it, and nobody has yet seen whether it is healthy. */
    CHECKING(DeploymentStatus.IN_PROGRESS),
    /** That server is unhealthy; all others stay as they are until somebody resumes or undoes. */
    HALTED(DeploymentStatus.FAILED),
    /** All servers have the new version and are healthy. */
    COMPLETED(DeploymentStatus.SUCCEEDED),
    /** The servers that have the new version get the old one again. */
    UNDOING(DeploymentStatus.IN_PROGRESS),
    /** All servers have the old version. */
    ROLLED_BACK(DeploymentStatus.ROLLED_BACK);

    private final DeploymentStatus status;

    RollingState(DeploymentStatus status) {
        this.status = status;
    }

    /** {@return what the state means for the deployment} */
    public DeploymentStatus status() {
        return status;
    }
}

package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.DeploymentStatus;

/**
 * The states of a blue-green deployment. The old version serves until it is SWITCHED.
 *
 * <p>Source: requirements DEP-02, DEP-03 and DEP-04.
 *
 * @since 0.1
 */
public enum BlueGreenState {
    /** The new side is still empty. */
    PREPARED(DeploymentStatus.IN_PROGRESS),
    /** The new version runs on the new side, without traffic. */
    DEPLOYED(DeploymentStatus.IN_PROGRESS),
    /** It passed its tests there. */
    TESTED(DeploymentStatus.IN_PROGRESS),
    /** It did not come to run there, or failed its tests: it never served. */
    REJECTED(DeploymentStatus.FAILED),
    /** The new side serves; the old one is kept. */
    SWITCHED(DeploymentStatus.SUCCEEDED),
    /** The old side serves again. A second try is another deployment. */
    SWITCHED_BACK(DeploymentStatus.ROLLED_BACK),
    /** The new side serves, and the old one is gone. */
    DECOMMISSIONED(DeploymentStatus.SUCCEEDED);

    private final DeploymentStatus status;

    BlueGreenState(DeploymentStatus status) {
        this.status = requireNonNull(status, "status");
    }

    /** {@return what the state means for the deployment} */
    public DeploymentStatus status() {
        return status;
    }

    /** {@return whether the new version serves} */
    public boolean isNewLive() {
        return this == SWITCHED || this == DECOMMISSIONED;
    }
}

package io.infinityloop.process;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The deployment that a process hands out after a step. */
final class DeploymentSnapshot {
    private DeploymentSnapshot() {}

    /** {@return the deployment with another status; one that stays with its status also keeps when it ended} */
    static Deployment of(Deployment known, DeploymentStatus status, Instant at, List<Verification> checks) {
        Instant end = status == known.status() ? known.finishedAt() : at;
        return new Deployment(
                known.metadata(),
                known.environment(),
                status,
                status == DeploymentStatus.IN_PROGRESS ? null : end,
                known.plan(),
                checks);
    }

    /** Refuses a deployment that says something else than the process that it belongs to. */
    static void check(Deployment deployment, DeploymentStatus status, Course<?> course) {
        if (deployment.status() != status) {
            throw new IllegalArgumentException("deployment " + deployment.id() + " is " + deployment.status()
                    + ", expected " + status + ": its process is " + course.state());
        }
        if (course.start().isBefore(deployment.at())) {
            throw new IllegalArgumentException("deployment " + deployment.id() + " starts at " + deployment.at()
                    + ", after its process at " + course.start());
        }
    }

    /** Refuses a deployment whose plan is for another process. */
    static void check(Deployment deployment, DeploymentStrategy strategy) {
        if (deployment.plan().strategy() != strategy) {
            throw new IllegalArgumentException("deployment " + deployment.id() + " has the strategy "
                    + deployment.plan().strategy() + ", expected " + strategy);
        }
    }

    /** {@return the version that the recovery path leads back to, empty if there is none} */
    static String previousVersion(Deployment deployment) {
        return Optional.ofNullable(deployment.plan().recovery())
                .map(Recovery::version)
                .orElse("");
    }
}

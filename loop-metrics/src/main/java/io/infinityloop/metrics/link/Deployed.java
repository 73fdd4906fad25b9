package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deployment, with how much it was the first to bring into production.
 *
 * @param id the id of the deployment
 * @param environment where the version runs
 * @param status how far it has come
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it has not
 * @param plan what was deployed, how and why, as far as somebody said
 * @param trigger who or what set it off
 * @param verifications what was checked once the version ran
 * @param changes how many commits it was the first to bring into production, merges left out; 0 outside production
 * @param failures the signs that it failed, in the order of time; only a production deployment that succeeded or was
 *     taken back has any
 * @param remedies the incidents or deployments that it was made to put right, as text; empty for most
 * @param labels short facts to split numbers by
 * @param evidence the events of the deployment and of the signs
 * @since 0.1
 */
public record Deployed(
        String id,
        Environment environment,
        DeploymentStatus status,
        Instant startedAt,
        @Nullable Instant finishedAt,
        DeploymentPlan plan,
        Trigger trigger,
        List<Verification> verifications,
        long changes,
        List<Failure> failures,
        List<String> remedies,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a deployment.
     *
     * @throws NullPointerException if anything but {@code finishedAt} is null
     */
    public Deployed {
        requireNonNull(id, "id");
        requireNonNull(environment, "environment");
        requireNonNull(status, "status");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(plan, "plan");
        requireNonNull(trigger, "trigger");
        verifications = List.copyOf(verifications);
        failures = List.copyOf(failures);
        remedies = List.copyOf(remedies);
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return whether it brought a version into production} */
    public boolean isInProduction() {
        return Deployment.isSuccessfulInProduction(environment, status);
    }

    /**
     * {@return whether it was not planned, but made because of something in production: a roll-back, a hotfix, or a
     * deployment that names what it puts right}
     */
    public boolean isRework() {
        return plan.purpose() == DeploymentPurpose.ROLLBACK
                || plan.purpose() == DeploymentPurpose.HOTFIX
                || !remedies.isEmpty();
    }
}

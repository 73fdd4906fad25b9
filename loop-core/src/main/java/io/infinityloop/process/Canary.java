package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.Verification;
import io.infinityloop.rule.StepVerdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A canary deployment: the new version gets a small share of the servers or users first, and more while what is
 * measured there is good. What is measured badly at any step rolls it back to 0 % and ends it. Whoever judges the
 * measurements says {@link #expand}, {@link #pause} or {@link #rollBack}, with the evidence; for a verdict of a
 * {@link io.infinityloop.rule.StepPolicy} there is {@link #decide}.
 *
 * <p>After each step, {@link #deployment()} is the fuller snapshot to be recorded, and {@link #exposure} says how many
 * have the version now.
 *
 * <p>Source: requirements DEP-07, DEP-08, DEP-09 and DEP-14.
 *
 * @param deployment the deployment as it is now
 * @param rollout its steps
 * @since 0.1
 */
public record Canary(Deployment deployment, Rollout rollout) {
    /**
     * Creates a canary deployment.
     *
     * @throws IllegalArgumentException if the deployment has another status than the state of the rollout means, or
     *     another strategy than CANARY
     */
    public Canary {
        requireNonNull(deployment, "deployment");
        requireNonNull(rollout, "rollout");
        DeploymentSnapshot.check(deployment, rollout.state().status(), rollout.course());
        DeploymentSnapshot.check(deployment, DeploymentStrategy.CANARY);
    }

    /**
     * Prepares a canary by {@link RolloutPlan#CANARY}.
     *
     * @param started the deployment, IN_PROGRESS
     * @return the canary, at 0 % since the deployment started
     * @throws IllegalArgumentException if the deployment is not in progress
     */
    public static Canary start(Deployment started) {
        return start(started, RolloutPlan.CANARY);
    }

    /**
     * Prepares a canary.
     *
     * @param started the deployment, IN_PROGRESS
     * @param plan the steps
     * @return the canary, at 0 % since the deployment started
     * @throws IllegalArgumentException if the deployment is not in progress
     */
    public static Canary start(Deployment started, RolloutPlan plan) {
        return new Canary(
                started.with(started.plan().withStrategy(DeploymentStrategy.CANARY)),
                Rollout.prepare(plan, started.at()));
    }

    /** {@return the state that it is in} */
    public RolloutState state() {
        return rollout.state();
    }

    /** {@return how much has the new version} */
    public Share exposure() {
        return rollout.exposure();
    }

    /** {@return the most that ever had it, also after it was rolled back} */
    public Share highestExposure() {
        return rollout.highestExposure();
    }

    /** {@return the version that most get: the new one once all do; empty if it is the old one and nobody named it} */
    public String liveVersion() {
        return exposure().equals(Share.ALL)
                ? deployment.plan().version()
                : DeploymentSnapshot.previousVersion(deployment);
    }

    /**
     * Returns how much has the new version, as an artifact to be recorded after each change of it.
     *
     * @param id the id of the artifact
     * @return the exposure since the last change; it goes by the id of the deployment, which is its lineage too
     */
    public Exposure exposure(String id) {
        ArtifactMetadata metadata =
                new ArtifactMetadata(id, rollout.exposedSince(), List.of(deployment.ref()), deployment.labels());
        return new Exposure(metadata, deployment.id(), exposure());
    }

    /**
     * The first step of the plan gets the new version.
     *
     * @param at when
     * @return the next step, or why not
     */
    public Progress<Canary> begin(Instant at) {
        return with(rollout.begin(at), at);
    }

    /**
     * The metrics are good: the next step of the plan gets the new version, and after the last one it is done.
     *
     * @param at when
     * @param evidence what was measured, not {@link Evidence#NONE}
     * @return the next step, or why not
     */
    public Progress<Canary> expand(Instant at, Evidence evidence) {
        boolean all = exposure().equals(Share.ALL);
        return with(all ? rollout.complete(at, evidence) : rollout.expand(at, evidence), at);
    }

    /**
     * There are not enough samples to decide: everything stays as it is.
     *
     * @param at when
     * @param evidence what was measured, not {@link Evidence#NONE}
     * @return the next step, or why not
     */
    public Progress<Canary> pause(Instant at, Evidence evidence) {
        return with(rollout.pause(at, evidence), at);
    }

    /**
     * The metrics are bad: nobody has the new version any more, and the rollout ends.
     *
     * @param at when
     * @param evidence what was measured, not {@link Evidence#NONE}
     * @return the last step, or why not
     */
    public Progress<Canary> rollBack(Instant at, Evidence evidence) {
        return with(rollout.rollBack(at, evidence), at);
    }

    /**
     * Somebody judged the step: it goes on, waits or is rolled back as the verdict says, with the verdict's evidence.
     *
     * @param verdict the verdict, such as a {@link io.infinityloop.rule.StepPolicy} gives
     * @param at when
     * @return the next step, or why not
     */
    public Progress<Canary> decide(StepVerdict verdict, Instant at) {
        Evidence evidence = Evidence.of(verdict);
        return switch (verdict.decision()) {
            case EXPAND -> expand(at, evidence);
            case PAUSE -> pause(at, evidence);
            case ROLL_BACK -> rollBack(at, evidence);
        };
    }

    private Progress<Canary> with(Progress<Rollout> progress, Instant at) {
        return progress.into(
                this,
                moved -> new Canary(
                        DeploymentSnapshot.of(deployment, moved.state().status(), at, checks(moved)), moved));
    }

    /** Each step that was left for the next one passed, and the one that was rolled back failed. */
    private static List<Verification> checks(Rollout rollout) {
        List<Verification> checks = new ArrayList<>();
        for (Share step : rollout.plan().steps()) {
            int order = step.compareTo(rollout.highestExposure());
            if (order < 0 || (order == 0 && rollout.state() == RolloutState.COMPLETED)) {
                checks.add(Verification.passed("canary at " + step));
            } else if (order == 0 && rollout.state() == RolloutState.ROLLED_BACK) {
                checks.add(Verification.failed("canary at " + step));
            }
        }
        return checks;
    }
}

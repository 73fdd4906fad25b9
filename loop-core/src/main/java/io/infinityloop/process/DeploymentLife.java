package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Verification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A deployment that is verified once it runs: smoke tests first, then a look at its health. A check that does not pass
 * rolls it back to the version that its recovery path names, or fails it if there is none.
 *
 * <p>After each step, {@link #deployment()} is the fuller snapshot to be recorded; {@link Deployment#rollback} makes
 * the deployment that brought the version before back, if that is to be recorded too.
 *
 * <p>Source: requirement DEP-11.
 *
 * @param deployment the deployment as it is now
 * @param course the states that it went through
 * @since 0.1
 */
public record DeploymentLife(Deployment deployment, Course<DeploymentState> course) {
    /** The table of a deployment's life. */
    public static final Lifecycle<DeploymentState> LIFECYCLE = Lifecycle.of("Deployment", DeploymentState.STARTED)
            .step(DeploymentState.STARTED, "deploy", DeploymentState.DEPLOYED)
            .step(DeploymentState.DEPLOYED, "pass the smoke tests", DeploymentState.SMOKE_TESTED)
            .step(DeploymentState.SMOKE_TESTED, "pass the health check", DeploymentState.VERIFIED)
            .back(DeploymentState.DEPLOYED, "roll back", DeploymentState.ROLLED_BACK)
            .back(DeploymentState.SMOKE_TESTED, "roll back", DeploymentState.ROLLED_BACK)
            .step(DeploymentState.STARTED, "fail", DeploymentState.FAILED)
            .step(DeploymentState.DEPLOYED, "fail", DeploymentState.FAILED)
            .step(DeploymentState.SMOKE_TESTED, "fail", DeploymentState.FAILED)
            .build();

    /**
     * Creates a life.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE}, or the deployment has another
     *     status than the state means
     */
    public DeploymentLife {
        requireNonNull(deployment, "deployment");
        LIFECYCLE.check(requireNonNull(course, "course"));
        DeploymentSnapshot.check(deployment, course.state().status(), course);
    }

    /**
     * Begins the life of a deployment.
     *
     * @param started the deployment, IN_PROGRESS
     * @return the life, in state STARTED since the deployment started
     * @throws IllegalArgumentException if the deployment is not in progress
     */
    public static DeploymentLife start(Deployment started) {
        return new DeploymentLife(started, LIFECYCLE.begin(started.at(), Evidence.NONE));
    }

    /** {@return the state that it is in} */
    public DeploymentState state() {
        return course.state();
    }

    /** {@return the version that is live; empty if it is the one before and the recovery path does not name it} */
    public String liveVersion() {
        boolean isNew = state() != DeploymentState.ROLLED_BACK
                && course.reached(DeploymentState.DEPLOYED).isPresent();
        return isNew ? deployment.plan().version() : DeploymentSnapshot.previousVersion(deployment);
    }

    /**
     * The version runs.
     *
     * @param at when
     * @return the next step, or why not
     */
    public Progress<DeploymentLife> deployed(Instant at) {
        return move(DeploymentState.DEPLOYED, at, Evidence.NONE);
    }

    /**
     * The version did not come to run.
     *
     * @param at when
     * @param evidence what was seen
     * @return the last step, or why not: it runs
     */
    public Progress<DeploymentLife> failed(Instant at, Evidence evidence) {
        if (state() != DeploymentState.STARTED) {
            String why = "only what was STARTED can fail to run, say how its checks ended";
            return LIFECYCLE.refuse(this, course, DeploymentState.FAILED, why);
        }
        return move(DeploymentState.FAILED, at, evidence);
    }

    /**
     * The smoke tests were run.
     *
     * @param at when they ended
     * @param evidence what was looked at
     * @param checks the tests, at least one; one that is still running or unknown did not pass
     * @return the next step, or why not; the last one if a test did not pass
     * @throws IllegalArgumentException if there is no test
     */
    public Progress<DeploymentLife> smokeTested(Instant at, Evidence evidence, Verification... checks) {
        return checked(DeploymentState.SMOKE_TESTED, at, evidence, checks);
    }

    /**
     * Somebody looked at the health of the version.
     *
     * @param at when
     * @param evidence what was looked at
     * @param checks the checks, at least one; one that is still running or unknown did not pass
     * @return the last step, or why not
     * @throws IllegalArgumentException if there is no check
     */
    public Progress<DeploymentLife> healthChecked(Instant at, Evidence evidence, Verification... checks) {
        return checked(DeploymentState.VERIFIED, at, evidence, checks);
    }

    private Progress<DeploymentLife> checked(
            DeploymentState passed, Instant at, Evidence evidence, Verification... checks) {
        if (checks.length == 0) {
            throw new IllegalArgumentException("nothing is verified without a check: expected at least one");
        }
        if (!LIFECYCLE.next(state()).contains(passed)) {
            return move(passed, at, evidence);
        }
        boolean good =
                List.of(checks).stream().allMatch(check -> check.outcome().isSuccess());
        boolean canGoBack = Optional.ofNullable(deployment.plan().recovery())
                .filter(recovery -> recovery.path() == Recovery.Path.ROLLBACK)
                .isPresent();
        DeploymentState bad = canGoBack ? DeploymentState.ROLLED_BACK : DeploymentState.FAILED;
        return move(good ? passed : bad, at, evidence, checks);
    }

    private Progress<DeploymentLife> move(DeploymentState to, Instant at, Evidence evidence, Verification... checks) {
        List<Verification> all = new ArrayList<>(deployment.verifications());
        all.addAll(List.of(checks));
        return LIFECYCLE
                .move(course, to, at, evidence)
                .into(
                        this,
                        moved -> new DeploymentLife(DeploymentSnapshot.of(deployment, to.status(), at, all), moved));
    }
}

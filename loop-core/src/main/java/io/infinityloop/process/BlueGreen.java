package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Colour;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStrategy;
import io.infinityloop.artifact.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A blue-green deployment: the new version is set up and tested beside the old one, then all traffic is switched over
 * at once. Until the old side is decommissioned, traffic can be switched back at once too. At every moment exactly one
 * side serves.
 *
 * <p>After each step, {@link #deployment()} is the fuller snapshot to be recorded. It has succeeded when traffic is
 * switched, and is rolled back when it is switched back; a second try is another deployment.
 *
 * <p>Source: requirements DEP-02, DEP-03, DEP-04, DEP-18 and D-31.
 *
 * @param deployment the deployment as it is now; its plan names the side that the new version goes to
 * @param keep how long the old side is kept after the switch, not negative
 * @param course the states that it went through
 * @since 0.1
 */
public record BlueGreen(Deployment deployment, Duration keep, Course<BlueGreenState> course) {
    /** How long the old side is kept if nobody says otherwise: 24 hours. */
    public static final Duration DEFAULT_KEEP = Duration.ofHours(24);

    private static final Duration LONGEST = Duration.ofDays(10_000);

    /** The table of a blue-green deployment. */
    public static final Lifecycle<BlueGreenState> LIFECYCLE = Lifecycle.of(
                    "Blue-green deployment", BlueGreenState.PREPARED)
            .step(BlueGreenState.PREPARED, "deploy", BlueGreenState.DEPLOYED)
            .step(BlueGreenState.PREPARED, "fail to run", BlueGreenState.REJECTED)
            .step(BlueGreenState.DEPLOYED, "pass the tests", BlueGreenState.TESTED)
            .step(BlueGreenState.DEPLOYED, "fail the tests", BlueGreenState.REJECTED)
            .step(BlueGreenState.TESTED, "switch", BlueGreenState.SWITCHED)
            .back(BlueGreenState.SWITCHED, "switch back", BlueGreenState.SWITCHED_BACK)
            .step(BlueGreenState.SWITCHED, "decommission the old side", BlueGreenState.DECOMMISSIONED)
            .build();

    /** What a side of the environment does. */
    public enum Side {
        /** Nothing runs there. */
        EMPTY,
        /** A version runs there and gets no traffic. */
        IDLE,
        /** It serves. */
        LIVE,
        /** It was taken down. */
        GONE
    }

    /**
     * Creates a blue-green deployment.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE}, the old side was
     *     decommissioned too early, the time to keep it is negative or above 10,000 days, the deployment has another
     *     status than the state means, or its plan names no side
     */
    public BlueGreen {
        requireNonNull(deployment, "deployment");
        if (requireNonNull(keep, "keep").isNegative() || keep.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "the old side is kept for " + keep + ": expected zero or more, at most " + LONGEST);
        }
        LIFECYCLE.check(requireNonNull(course, "course"));
        DeploymentSnapshot.check(deployment, course.state().status(), course);
        DeploymentSnapshot.check(deployment, DeploymentStrategy.BLUE_GREEN);
        if (deployment.plan().colour() == null) {
            throw new IllegalArgumentException("deployment " + deployment.id() + " names no side: expected a colour");
        }
        if (course.state() == BlueGreenState.DECOMMISSIONED && course.since().isBefore(keptUntil(course, keep))) {
            throw new IllegalArgumentException(
                    "the old side was decommissioned at " + course.since() + ", before it was kept for " + keep);
        }
    }

    /**
     * Begins a deployment. The old side is kept for {@link #DEFAULT_KEEP} after the switch.
     *
     * @param started the deployment, IN_PROGRESS; if its plan names no side, the new version goes to GREEN
     * @return the blue-green deployment, in state PREPARED since the deployment started
     * @throws IllegalArgumentException if the deployment is not in progress
     */
    public static BlueGreen start(Deployment started) {
        return start(started, DEFAULT_KEEP);
    }

    /**
     * Begins a deployment.
     *
     * @param started the deployment, IN_PROGRESS; if its plan names no side, the new version goes to GREEN
     * @param keep how long the old side is kept after the switch, not negative
     * @return the blue-green deployment, in state PREPARED since the deployment started
     * @throws IllegalArgumentException if the deployment is not in progress, or the time is negative
     */
    public static BlueGreen start(Deployment started, Duration keep) {
        Colour named = started.plan().colour();
        Deployment planned = started.with(started.plan().blueGreen(named == null ? Colour.GREEN : named));
        return new BlueGreen(planned, keep, LIFECYCLE.begin(started.at(), Evidence.NONE));
    }

    /** {@return the state that it is in} */
    public BlueGreenState state() {
        return course.state();
    }

    /** {@return the side that the new version goes to} */
    public Colour newSide() {
        return requireNonNull(deployment.plan().colour(), "the constructor refuses a plan without");
    }

    /** {@return the side of the version before} */
    public Colour oldSide() {
        return newSide() == Colour.GREEN ? Colour.BLUE : Colour.GREEN;
    }

    /** {@return what each side does, BLUE first; exactly one is LIVE} */
    public Map<Colour, Side> sides() {
        Map<Colour, Side> sides = new EnumMap<>(Colour.class);
        sides.put(
                oldSide(),
                switch (state()) {
                    case PREPARED, DEPLOYED, TESTED, REJECTED, SWITCHED_BACK -> Side.LIVE;
                    case SWITCHED -> Side.IDLE;
                    case DECOMMISSIONED -> Side.GONE;
                });
        sides.put(
                newSide(),
                switch (state()) {
                    case PREPARED -> Side.EMPTY;
                    case REJECTED -> course.reached(BlueGreenState.DEPLOYED).isPresent() ? Side.IDLE : Side.EMPTY;
                    case DEPLOYED, TESTED, SWITCHED_BACK -> Side.IDLE;
                    case SWITCHED, DECOMMISSIONED -> Side.LIVE;
                });
        return Collections.unmodifiableMap(sides);
    }

    /** {@return the side that serves} */
    public Colour live() {
        return state().isNewLive() ? newSide() : oldSide();
    }

    /** {@return the version that serves; empty if it is the one before and the recovery path does not name it} */
    public String liveVersion() {
        return state().isNewLive() ? deployment.plan().version() : DeploymentSnapshot.previousVersion(deployment);
    }

    /**
     * The new version is set up on the new side.
     *
     * @param at when
     * @return the next step, or why not
     */
    public Progress<BlueGreen> deploy(Instant at) {
        return move(BlueGreenState.DEPLOYED, at, Evidence.NONE, deployment.verifications());
    }

    /**
     * The new version did not come to run on the new side.
     *
     * @param at when that was seen
     * @param evidence what went wrong
     * @return the last step, or why not: it runs there already, so say how its tests ended
     */
    public Progress<BlueGreen> failed(Instant at, Evidence evidence) {
        if (state() != BlueGreenState.PREPARED) {
            String why = "only what is PREPARED can fail to run, say how its tests ended";
            return LIFECYCLE.refuse(this, course, BlueGreenState.REJECTED, why);
        }
        return move(BlueGreenState.REJECTED, at, evidence, deployment.verifications());
    }

    /**
     * The new version was tested on the new side. If all checks passed it may serve, else it never will.
     *
     * @param at when
     * @param evidence what was looked at
     * @param checks the checks, at least one; one that is still running or unknown did not pass
     * @return the next step, or why not
     * @throws IllegalArgumentException if there is no check
     */
    public Progress<BlueGreen> test(Instant at, Evidence evidence, Verification... checks) {
        if (checks.length == 0) {
            throw new IllegalArgumentException("the new side is not tested without a check: expected at least one");
        }
        if (state() == BlueGreenState.PREPARED) {
            return LIFECYCLE.refuse(this, course, BlueGreenState.TESTED, "nothing runs on the new side, deploy first");
        }
        boolean passed =
                List.of(checks).stream().allMatch(check -> check.outcome().isSuccess());
        return move(passed ? BlueGreenState.TESTED : BlueGreenState.REJECTED, at, evidence, List.of(checks));
    }

    /**
     * All traffic goes to the new side.
     *
     * @param at when
     * @return the next step, or why not
     */
    public Progress<BlueGreen> switchOver(Instant at) {
        return move(BlueGreenState.SWITCHED, at, Evidence.NONE, deployment.verifications());
    }

    /**
     * All traffic goes back to the old side.
     *
     * @param at when
     * @param evidence why
     * @return the next step, or why not: there is no way back once the old side is decommissioned
     */
    public Progress<BlueGreen> switchBack(Instant at, Evidence evidence) {
        return move(BlueGreenState.SWITCHED_BACK, at, evidence, deployment.verifications());
    }

    /**
     * The old side is taken down.
     *
     * @param at when
     * @return the last step, or why not: the old side is kept for a while
     */
    public Progress<BlueGreen> decommission(Instant at) {
        if (state() == BlueGreenState.SWITCHED) {
            Instant until = keptUntil(course, keep);
            if (at.isBefore(until)) {
                String why =
                        oldSide() + " is kept for " + keep + " after the switch, until " + until + ", and it is " + at;
                return LIFECYCLE.refuse(this, course, BlueGreenState.DECOMMISSIONED, why);
            }
        }
        return move(BlueGreenState.DECOMMISSIONED, at, Evidence.NONE, deployment.verifications());
    }

    private static Instant keptUntil(Course<BlueGreenState> course, Duration keep) {
        return course.reached(BlueGreenState.SWITCHED).orElseThrow().plus(keep);
    }

    private Progress<BlueGreen> move(BlueGreenState to, Instant at, Evidence evidence, List<Verification> checks) {
        return LIFECYCLE
                .move(course, to, at, evidence)
                .into(
                        this,
                        moved ->
                                new BlueGreen(DeploymentSnapshot.of(deployment, to.status(), at, checks), keep, moved));
    }
}

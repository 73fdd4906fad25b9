package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Share;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rollout in steps, to more and more of the servers or users. After each step comes one of three decisions, each with
 * its evidence: expand, pause (there is not enough evidence), or roll back. What has the new version is never more than
 * the current step of the plan.
 *
 * <p>A {@link Canary} is a deployment that is rolled out so, a {@link FlagRollout} a feature flag.
 *
 * <p>Source: requirements DEP-07, DEP-08, DEP-09, DEP-14, REL-07 and D-30.
 *
 * @param plan the steps
 * @param course the states that it went through; each move carries the evidence of its decision
 * @since 0.1
 */
public record Rollout(RolloutPlan plan, Course<RolloutState> course) {
    /** The table of a rollout. */
    public static final Lifecycle<RolloutState> LIFECYCLE = Lifecycle.of("Rollout", RolloutState.PREPARED)
            .step(RolloutState.PREPARED, "begin", RolloutState.EXPOSED)
            .step(RolloutState.EXPOSED, "expand", RolloutState.EXPOSED)
            .step(RolloutState.EXPOSED, "pause", RolloutState.PAUSED)
            .step(RolloutState.PAUSED, "pause again", RolloutState.PAUSED)
            .back(RolloutState.PAUSED, "expand", RolloutState.EXPOSED)
            .step(RolloutState.EXPOSED, "complete", RolloutState.COMPLETED)
            .step(RolloutState.PAUSED, "complete", RolloutState.COMPLETED)
            .step(RolloutState.PREPARED, "roll back", RolloutState.ROLLED_BACK)
            .step(RolloutState.EXPOSED, "roll back", RolloutState.ROLLED_BACK)
            .step(RolloutState.PAUSED, "roll back", RolloutState.ROLLED_BACK)
            .build();

    /**
     * Creates a rollout.
     *
     * @throws IllegalArgumentException if the course does not keep to {@link #LIFECYCLE}, has more steps than the plan,
     *     or is completed before the last step
     */
    public Rollout {
        requireNonNull(plan, "plan");
        LIFECYCLE.check(requireNonNull(course, "course"));
        int reached = countSteps(course);
        int all = plan.steps().size();
        if (reached > all || (course.state() == RolloutState.COMPLETED && reached < all)) {
            throw new IllegalArgumentException("the rollout took " + reached + " steps and is " + course.state()
                    + ", though its plan has " + all + ": " + plan.steps());
        }
    }

    /**
     * Prepares a rollout.
     *
     * @param plan the steps
     * @param at when
     * @return the rollout, in state PREPARED
     */
    public static Rollout prepare(RolloutPlan plan, Instant at) {
        return new Rollout(plan, LIFECYCLE.begin(at, Evidence.NONE));
    }

    /** {@return the state that it is in} */
    public RolloutState state() {
        return course.state();
    }

    /** {@return how much of the subject has the new version} */
    public Share exposure() {
        return state() == RolloutState.ROLLED_BACK ? Share.NONE : highestExposure();
    }

    /** {@return the most that ever had it, also after it was rolled back: how far the harm could reach} */
    public Share highestExposure() {
        int reached = countSteps(course);
        return reached == 0 ? Share.NONE : plan.steps().get(reached - 1);
    }

    /** {@return since when the exposure is what it is} */
    public Instant exposedSince() {
        List<Move<RolloutState>> moves = course.moves();
        int last = moves.size() - 1;
        while (moves.get(last).to() == RolloutState.PAUSED || moves.get(last).to() == RolloutState.COMPLETED) {
            last--;
        }
        return moves.get(last).at();
    }

    /** {@return the step of the plan that may come next; empty at the last one and at the end} */
    public Optional<Share> next() {
        int reached = countSteps(course);
        boolean over = LIFECYCLE.isFinal(state()) || reached == plan.steps().size();
        return over ? Optional.empty() : Optional.of(plan.steps().get(reached));
    }

    /**
     * The first step of the plan gets the new version.
     *
     * @param at when
     * @return the next step, or why not: it began before
     */
    public Progress<Rollout> begin(Instant at) {
        if (state() != RolloutState.PREPARED) {
            return LIFECYCLE.refuse(this, course, RolloutState.EXPOSED, "it began before, decide on the next step");
        }
        return move(RolloutState.EXPOSED, at, Evidence.NONE);
    }

    /**
     * The step went well: the next one of the plan gets the new version.
     *
     * @param at when
     * @param evidence what the decision rests on, not {@link Evidence#NONE}
     * @return the next step, or why not: nothing began, or it was the last step of the plan
     */
    public Progress<Rollout> expand(Instant at, Evidence evidence) {
        if (state() == RolloutState.PREPARED) {
            return LIFECYCLE.refuse(this, course, RolloutState.EXPOSED, "there is nothing to go on from, begin first");
        }
        if (!LIFECYCLE.isFinal(state()) && next().isEmpty()) {
            return LIFECYCLE.refuse(
                    this, course, RolloutState.EXPOSED, "100 % is the last step of the plan, complete it");
        }
        return decide(RolloutState.EXPOSED, at, evidence);
    }

    /**
     * The step went well: a share is to get the new version.
     *
     * @param share the share; only the next step of the plan is accepted
     * @param at when
     * @param evidence what the decision rests on, not {@link Evidence#NONE}
     * @return the next step, or why not: the share is no rise, or above what the plan allows now
     */
    public Progress<Rollout> expandTo(Share share, Instant at, Evidence evidence) {
        if (share.compareTo(exposure()) <= 0) {
            String why = share + " is no rise from " + exposure() + "; the only way down is to roll back to 0 %";
            return LIFECYCLE.refuse(this, course, RolloutState.EXPOSED, why);
        }
        Optional<Share> next = next();
        if (next.isPresent() && !next.get().equals(share)) {
            String why = share + " is not the next step of the plan, which is " + next.get();
            return LIFECYCLE.refuse(this, course, RolloutState.EXPOSED, why);
        }
        return expand(at, evidence);
    }

    /**
     * Nobody can say yet how the step goes: everything stays as it is.
     *
     * @param at when
     * @param evidence what the decision rests on, not {@link Evidence#NONE}
     * @return the next step, or why not
     */
    public Progress<Rollout> pause(Instant at, Evidence evidence) {
        return decide(RolloutState.PAUSED, at, evidence);
    }

    /**
     * The last step went well: what is there stays for good.
     *
     * @param at when
     * @param evidence what the decision rests on, not {@link Evidence#NONE}
     * @return the last step, or why not: not all have the new version
     */
    public Progress<Rollout> complete(Instant at, Evidence evidence) {
        if (next().isPresent()) {
            String why = exposure() + " have the new version: expected 100 %, the next step is " + next().get();
            return LIFECYCLE.refuse(this, course, RolloutState.COMPLETED, why);
        }
        return decide(RolloutState.COMPLETED, at, evidence);
    }

    /**
     * The step went badly: nobody has the new version any more, and the rollout ends.
     *
     * @param at when
     * @param evidence what the decision rests on, not {@link Evidence#NONE}
     * @return the last step, or why not: it is over
     */
    public Progress<Rollout> rollBack(Instant at, Evidence evidence) {
        return decide(RolloutState.ROLLED_BACK, at, evidence);
    }

    private Progress<Rollout> decide(RolloutState to, Instant at, Evidence evidence) {
        if (evidence.isNone() && LIFECYCLE.next(state()).contains(to)) {
            return LIFECYCLE.refuse(
                    this, course, to, "a decision rests on something: expected a note, an artifact or a reading");
        }
        return move(to, at, evidence);
    }

    private Progress<Rollout> move(RolloutState to, Instant at, Evidence evidence) {
        return LIFECYCLE.move(course, to, at, evidence).into(this, moved -> new Rollout(plan, moved));
    }

    private static int countSteps(Course<RolloutState> course) {
        return (int) course.moves().stream()
                .filter(move -> move.to() == RolloutState.EXPOSED)
                .count();
    }
}

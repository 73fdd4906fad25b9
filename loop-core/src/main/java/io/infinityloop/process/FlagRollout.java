package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Share;
import io.infinityloop.internal.Texts;
import io.infinityloop.rule.StepVerdict;
import java.time.Instant;
import java.util.List;

/**
 * A feature that is shown to more and more users by a flag, without a deployment. From any step it can be hidden from
 * all of them at once, until it is completed: then the flag is taken out of the code and there is nothing to kill.
 *
 * <p>After each change, {@link #exposure} is the artifact to be recorded; it has no id of a user.
 *
 * <p>Source: requirements REL-07, REL-08, REL-14 and REL-17.
 *
 * @param flag the name of the flag, not blank
 * @param testers who sees the feature before and beside its rollout: the test users and the experiment; its share is 0
 *     %
 * @param rollout the steps, of USERS
 * @since 0.1
 */
public record FlagRollout(String flag, Audience testers, Rollout rollout) {
    /**
     * Creates a rollout of a flag.
     *
     * @throws IllegalArgumentException if the flag is blank or has more than 500 characters, the testers have a share,
     *     or the plan is not one of USERS
     */
    public FlagRollout {
        Texts.id("flag", flag);
        if (!requireNonNull(testers, "testers").share().isNone()) {
            throw new IllegalArgumentException("flag " + flag + " is shown to " + testers.share()
                    + " beside its rollout: expected 0 %, the share comes from the plan");
        }
        if (requireNonNull(rollout, "rollout").plan().subject() != RolloutPlan.Subject.USERS) {
            throw new IllegalArgumentException(
                    "flag " + flag + " is rolled out to " + rollout.plan().subject() + ": expected USERS");
        }
    }

    /**
     * Prepares a rollout by {@link RolloutPlan#FEATURE_FLAG}.
     *
     * @param flag the name of the flag
     * @param at when
     * @return the rollout, at 0 %
     * @throws IllegalArgumentException if the flag is blank or has more than 500 characters
     */
    public static FlagRollout start(String flag, Instant at) {
        return start(flag, RolloutPlan.FEATURE_FLAG, at);
    }

    /**
     * Prepares a rollout.
     *
     * @param flag the name of the flag
     * @param plan the steps, of USERS
     * @param at when
     * @return the rollout, at 0 %
     * @throws IllegalArgumentException if the flag is blank or has more than 500 characters, or the plan is of SERVERS
     */
    public static FlagRollout start(String flag, RolloutPlan plan, Instant at) {
        return new FlagRollout(flag, Audience.NOBODY, Rollout.prepare(plan, at));
    }

    /**
     * Returns this with test users or an experiment.
     *
     * @param newTesters the test users and the experiment, with a share of 0 %
     * @return the changed copy
     * @throws IllegalArgumentException if they have a share
     */
    public FlagRollout withTesters(Audience newTesters) {
        return new FlagRollout(flag, newTesters, rollout);
    }

    /** {@return the state that it is in} */
    public RolloutState state() {
        return rollout.state();
    }

    /** {@return how many of the users see it, the test users left aside} */
    public Share exposure() {
        return rollout.exposure();
    }

    /** {@return the most of the users who ever saw it, also after it was killed} */
    public Share highestExposure() {
        return rollout.highestExposure();
    }

    /** {@return who sees it; nobody, not even a test user, once it is killed} */
    public Audience audience() {
        return state() == RolloutState.ROLLED_BACK
                ? Audience.NOBODY.withExperiment(testers.experiment())
                : testers.withShare(exposure());
    }

    /**
     * Tells whether a user sees it.
     *
     * @param user the id of the user
     * @return whether the user is in the {@linkplain #audience() audience}
     */
    public boolean isOn(String user) {
        return audience().includes(flag, user);
    }

    /**
     * Returns how many see it, as an artifact to be recorded after each change.
     *
     * @param id the id of the artifact
     * @param contents what brought the feature, such as the deployment; may be empty
     * @return the exposure since the last change; an experiment is its label {@code experiment}
     */
    public Exposure exposure(String id, List<ArtifactRef> contents) {
        Labels labels = testers.experiment().isEmpty() ? Labels.none() : Labels.of("experiment", testers.experiment());
        return new Exposure(new ArtifactMetadata(id, rollout.exposedSince(), contents, labels), flag, exposure());
    }

    /**
     * The first step of the plan sees it.
     *
     * @param at when
     * @return the next step, or why not
     */
    public Progress<FlagRollout> begin(Instant at) {
        return with(rollout.begin(at));
    }

    /**
     * The next step of the plan sees it.
     *
     * @param at when
     * @param evidence what the decision rests on, not {@link Evidence#NONE}
     * @return the next step, or why not
     */
    public Progress<FlagRollout> expand(Instant at, Evidence evidence) {
        return with(rollout.expand(at, evidence));
    }

    /**
     * A share of the users is to see it.
     *
     * @param share the share; only the next step of the plan is accepted
     * @param at when
     * @param evidence what the decision rests on, not {@link Evidence#NONE}
     * @return the next step, or why not: the share is no rise, or above what the plan allows now
     */
    public Progress<FlagRollout> expandTo(Share share, Instant at, Evidence evidence) {
        return with(rollout.expandTo(share, at, evidence));
    }

    /**
     * Nobody can say yet how the step goes: everything stays as it is.
     *
     * @param at when
     * @param evidence what the decision rests on, not {@link Evidence#NONE}
     * @return the next step, or why not
     */
    public Progress<FlagRollout> pause(Instant at, Evidence evidence) {
        return with(rollout.pause(at, evidence));
    }

    /**
     * All see it for good, and the flag is taken out of the code.
     *
     * @param at when
     * @param evidence what the decision rests on, not {@link Evidence#NONE}
     * @return the last step, or why not: not all see it
     */
    public Progress<FlagRollout> complete(Instant at, Evidence evidence) {
        return with(rollout.complete(at, evidence));
    }

    /**
     * Nobody sees it any more, at once. A second try is another rollout; it reaches the same users first.
     *
     * @param at when
     * @param reason why, not blank
     * @return the last step, or why not: it is over
     * @throws IllegalArgumentException if the reason is blank
     */
    public Progress<FlagRollout> kill(Instant at, String reason) {
        return with(rollout.rollBack(at, Evidence.of(Texts.bounded("reason", reason, Texts.PROSE_LIMIT))));
    }

    /**
     * Somebody judged the step: it goes on, waits or is rolled back as the verdict says, with the verdict's evidence.
     *
     * @param verdict the verdict, such as a {@link io.infinityloop.rule.StepPolicy} gives
     * @param at when
     * @return the next step, or why not
     */
    public Progress<FlagRollout> decide(StepVerdict verdict, Instant at) {
        Evidence evidence = Evidence.of(verdict);
        return switch (verdict.decision()) {
            case EXPAND -> expand(at, evidence);
            case PAUSE -> pause(at, evidence);
            case ROLL_BACK -> with(rollout.rollBack(at, evidence));
        };
    }

    private Progress<FlagRollout> with(Progress<Rollout> progress) {
        return progress.into(this, moved -> new FlagRollout(flag, testers, moved));
    }
}

package io.infinityloop.process;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Share;
import java.util.Arrays;
import java.util.List;

/**
 * How a rollout widens: the shares that are allowed one after the other, and of what they are shares. One plan has one
 * subject, so servers and users are never mixed.
 *
 * <p>Source: requirements DEP-07, REL-07, D-28 and D-29.
 *
 * @param subject of what the steps are shares
 * @param steps the shares in their order: strictly rising, above 0 %, the last one 100 %
 * @since 0.1
 */
public record RolloutPlan(Subject subject, List<Share> steps) {
    /** What is used for a canary if nobody says otherwise: 5, 25, 50 and 100 % of the servers. */
    public static final RolloutPlan CANARY = of(Subject.SERVERS, 5, 25, 50, 100);
    /** What is used for a feature flag if nobody says otherwise: 5, 50 and 100 % of the users. */
    public static final RolloutPlan FEATURE_FLAG = of(Subject.USERS, 5, 50, 100);

    /**
     * Of what a step is a share.
     *
     * @since 0.1
     */
    public enum Subject {
        /** Of the servers, or of the traffic that they get. */
        SERVERS,
        /** Of the users, each of whom always sees the same. */
        USERS
    }

    /**
     * Creates a plan.
     *
     * @throws IllegalArgumentException if there is no step, the first is 0 %, one does not rise above the one before,
     *     or the last is not 100 %
     */
    public RolloutPlan {
        requireNonNull(subject, "subject");
        steps = List.copyOf(requireNonNull(steps, "steps"));
        Share before = Share.NONE;
        for (Share step : steps) {
            if (step.compareTo(before) <= 0) {
                throw new IllegalArgumentException("steps " + steps + " do not rise at " + step
                        + ": expected each above the one before, and the first above 0 %");
            }
            before = step;
        }
        if (!before.equals(Share.ALL)) {
            throw new IllegalArgumentException("steps " + steps + " end at " + before + ": expected 100 %");
        }
    }

    /**
     * Returns a plan in whole percent.
     *
     * @param subject of what the steps are shares
     * @param percents the steps in their order, in percent
     * @return the plan
     * @throws IllegalArgumentException if the steps do not rise strictly from above 0 to 100
     */
    public static RolloutPlan of(Subject subject, int... percents) {
        return new RolloutPlan(
                subject, Arrays.stream(percents).mapToObj(Share::ofPercent).toList());
    }
}

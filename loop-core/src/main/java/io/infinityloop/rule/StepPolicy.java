package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whether a step of a rollout, such as a canary, went well enough for the next: with too little evidence it pauses, if
 * the new version is healthy it expands, if it is not it rolls back, and if nobody knows it pauses.
 *
 * <p>Source: requirement DEP-09.
 *
 * @param enough what must be TRUE before the health is asked for, for example {@code requests >= 1000}
 * @param healthy what is TRUE of a good version, for example {@code error.rate <= 1 and p95 < 500}
 * @since 0.1
 */
public record StepPolicy(Condition enough, Condition healthy) {
    /** Creates a policy. */
    public StepPolicy {
        requireNonNull(enough, "enough");
        requireNonNull(healthy, "healthy");
    }

    /**
     * Returns a policy.
     *
     * @param enough the text of a condition: when there is enough evidence
     * @param healthy the text of a condition: when the new version is good
     * @return the policy
     * @throws IllegalArgumentException if a text is no condition
     */
    public static StepPolicy of(String enough, String healthy) {
        return new StepPolicy(
                ConditionParser.condition("when there is enough evidence", enough),
                ConditionParser.condition("when the new version is good", healthy));
    }

    /**
     * Judges values that were measured once each.
     *
     * @param values the values by measure; one of more digits than a {@link Sample} takes counts as unknown
     * @return what to do, and why
     * @throws IllegalArgumentException if a condition has a hold, a date or a window, which single values cannot fulfil
     */
    public StepVerdict judge(Map<String, BigDecimal> values) {
        return judge(Judgement.samples("a step", List.of(enough, healthy), values), Judgement.AT);
    }

    /**
     * Judges samples at an instant: holds and windows count back from it.
     *
     * @param samples the samples, in any order; those after the instant do not count
     * @param at the instant
     * @return what to do, and why
     * @throws IllegalArgumentException if windows would have to hold more than {@value RuleSet#WINDOW_SAMPLES} samples
     */
    public StepVerdict judge(Collection<Sample> samples, Instant at) {
        Judgement judgement = Judgement.of(List.of(enough, healthy), samples, at);
        List<Check> evidence = new ArrayList<>(judgement.checks(0));
        evidence.addAll(judgement.checks(1));
        boolean isEnough = judgement.truth(0) == Truth.TRUE;
        return new StepVerdict(isEnough ? decision(judgement.truth(1)) : StepDecision.PAUSE, evidence);
    }

    private static StepDecision decision(Truth healthy) {
        return switch (healthy) {
            case TRUE -> StepDecision.EXPAND;
            case FALSE -> StepDecision.ROLL_BACK;
            case UNKNOWN -> StepDecision.PAUSE;
        };
    }
}

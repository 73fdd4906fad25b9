package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a {@link StepPolicy} says, with the evidence.
 *
 * @param decision what to do
 * @param evidence each comparison of both conditions, with what was required and what was found
 * @since 0.1
 */
public record StepVerdict(StepDecision decision, List<Check> evidence) {
    /** Creates a verdict. */
    public StepVerdict {
        requireNonNull(decision, "decision");
        evidence = List.copyOf(evidence);
    }
}

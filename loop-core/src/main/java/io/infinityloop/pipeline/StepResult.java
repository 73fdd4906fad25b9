package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.internal.Texts;
import java.time.Duration;

/**
 * How a step of a run ended.
 *
 * <p>Source: requirement GATE-01.
 *
 * @param step the name of the step
 * @param outcome how it ended; not RUNNING
 * @param duration how long it took, not negative
 * @since 0.1
 */
public record StepResult(String step, Outcome outcome, Duration duration) {
    /**
     * Creates a result.
     *
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters, the outcome is RUNNING, or
     *     the duration is negative
     */
    public StepResult {
        Texts.id("step", step);
        if (requireNonNull(outcome, "outcome") == Outcome.RUNNING) {
            throw new IllegalArgumentException(
                    "step '" + step + "' is RUNNING: a result is expected when it has ended");
        }
        if (requireNonNull(duration, "duration").isNegative()) {
            throw new IllegalArgumentException("step '" + step + "' took " + duration + ", which is negative");
        }
    }

    /** {@return PASSED, SKIPPED, or else FAILED: what nobody can tell has not passed} */
    public StepStatus status() {
        return switch (outcome) {
            case PASSED -> StepStatus.PASSED;
            case SKIPPED -> StepStatus.SKIPPED;
            default -> StepStatus.FAILED;
        };
    }
}

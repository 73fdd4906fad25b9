package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Steps that are run at the same time; one step by itself is a group too. It takes as long as its longest step, and one
 * failure fails it.
 *
 * <p>Source: requirement GATE-12.
 *
 * @param steps the steps, at least one
 * @since 0.1
 */
public record StepGroup(List<PipelineStep> steps) {
    /**
     * Creates a group.
     *
     * @throws IllegalArgumentException if there is no step
     */
    public StepGroup {
        steps = List.copyOf(requireNonNull(steps, "steps"));
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a group of steps has at least one");
        }
    }

    /** {@return how long it usually takes, or empty if that is not known of all its steps} */
    public Optional<Duration> expected() {
        Duration longest = Duration.ZERO;
        for (PipelineStep step : steps) {
            Duration expected = step.expected();
            if (expected == null) {
                return Optional.empty();
            }
            longest = expected.compareTo(longest) > 0 ? expected : longest;
        }
        return Optional.of(longest);
    }
}

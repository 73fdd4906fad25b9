package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Puts test suites in order: the fast before the slow, and of those that are about as fast the one first that guards
 * against what costs most. What is about as fast is told by limits: two suites are of one time class if no limit lies
 * between them.
 *
 * <p>Source: requirement GATE-25.
 *
 * @param limits the longest time of each class but the last, inclusive, in ascending order; without one all suites are
 *     of one class
 * @since 0.1
 */
public record OrderPolicy(List<Duration> limits) {
    /**
     * Creates a policy.
     *
     * @throws IllegalArgumentException if a limit is negative, or not more than the one before it
     */
    public OrderPolicy {
        limits = List.copyOf(requireNonNull(limits, "limits"));
        for (int i = 0; i < limits.size(); i++) {
            if (limits.get(i).isNegative() || (i > 0 && limits.get(i).compareTo(limits.get(i - 1)) <= 0)) {
                throw new IllegalArgumentException(
                        "limits " + limits + " do not ascend: expected each to be more than the one before it");
            }
        }
    }

    /**
     * Returns a policy.
     *
     * @param limits the longest time of each class but the last, inclusive, in ascending order
     * @return the policy
     * @throws IllegalArgumentException if a limit is negative, or not more than the one before it
     */
    public static OrderPolicy riskFirst(Duration... limits) {
        return new OrderPolicy(List.of(limits));
    }

    /**
     * Puts suites in order. Of a class those without a known risk come last, and those without a known time are the
     * last of all; what is equal stays in the order given.
     *
     * @param suites the suites
     * @return the same suites, unmodifiable
     */
    public List<PipelineStep> order(Collection<PipelineStep> suites) {
        return suites.stream()
                .sorted(Comparator.<PipelineStep>comparingInt(this::timeClass)
                        .thenComparing(step -> step.risk() == null)
                        .thenComparing(OrderPolicy::riskOrNothing, Comparator.reverseOrder()))
                .toList();
    }

    /**
     * Returns which tests of a pipeline guard against less than tests of the same class after them.
     *
     * @param pipeline the pipeline
     * @return the findings, in the order of the later steps, unmodifiable; empty if all is well
     */
    public List<PipelineFinding> findings(Pipeline pipeline) {
        return PipelineLint.inversions(pipeline, PipelineFinding.Code.CHEAPER_FIRST, (earlier, later) -> {
            BigDecimal first = earlier.risk();
            BigDecimal second = later.risk();
            return first != null
                    && second != null
                    && earlier.expected() != null
                    && timeClass(earlier) == timeClass(later)
                    && first.compareTo(second) < 0;
        });
    }

    private static BigDecimal riskOrNothing(PipelineStep step) {
        BigDecimal risk = step.risk();
        return risk == null ? BigDecimal.ZERO : risk;
    }

    /** {@return how many limits are below the time of the step; one more than there are if nobody knows it} */
    private int timeClass(PipelineStep step) {
        Duration expected = step.expected();
        return expected == null
                ? limits.size() + 1
                : (int) limits.stream()
                        .filter(limit -> limit.compareTo(expected) < 0)
                        .count();
    }
}

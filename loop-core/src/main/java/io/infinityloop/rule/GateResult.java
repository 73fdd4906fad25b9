package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a {@link QualityGate} says: each criterion, with what was required and what was found.
 *
 * <p>Source: requirement GATE-04.
 *
 * @param gate the name of the gate
 * @param lines one for each criterion, in order
 * @since 0.1
 */
public record GateResult(String gate, List<Line> lines) {
    /** Creates a result. */
    public GateResult {
        Texts.id("gate", gate);
        lines = List.copyOf(lines);
    }

    /** {@return whether all criteria are TRUE} */
    public boolean isPassed() {
        return unmet().isEmpty();
    }

    /** {@return the criteria that are FALSE or UNKNOWN, in order} */
    public List<Line> unmet() {
        return lines.stream().filter(line -> line.truth() != Truth.TRUE).toList();
    }

    /** {@return for example {@code release: FAILED: coverage >= 80: FALSE, it is 75}} */
    @Override
    public String toString() {
        String found = unmet().stream()
                .flatMap(line -> line.checks().stream())
                .map(Check::toString)
                .collect(Collectors.joining("; "));
        return gate + (isPassed() ? ": PASSED" : ": FAILED: " + found);
    }

    /**
     * A criterion.
     *
     * @param name its name
     * @param truth whether it is met
     * @param checks each comparison in it, with what was required and what was found
     * @since 0.1
     */
    public record Line(String name, Truth truth, List<Check> checks) {
        /** Creates a line. */
        public Line {
            Texts.bounded("name", name, ConditionText.CHARACTERS);
            requireNonNull(truth, "truth");
            checks = List.copyOf(checks);
        }
    }
}

package io.infinityloop.rule;

import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Of how many alert rules it is written what to do.
 *
 * <p>Source: requirement OPS-18.
 *
 * @param rules how many alert rules there are
 * @param missing the ids of those without a runbook, in the order of the rules
 * @since 0.1
 */
public record RunbookCoverage(int rules, List<String> missing) {
    /**
     * Creates a coverage.
     *
     * @throws IllegalArgumentException if more are missing than there are
     */
    public RunbookCoverage {
        missing = Texts.ids("missing", missing);
        if (missing.size() > rules) {
            throw new IllegalArgumentException(missing.size() + " of " + rules + " rules cannot be without a runbook");
        }
    }

    /**
     * Returns how many of the rules that alert somebody have a runbook.
     *
     * @param rules rules; those that alert nobody do not count
     * @return the coverage
     */
    public static RunbookCoverage of(List<Rule> rules) {
        List<Rule> alerts = rules.stream()
                .filter(rule -> rule.action() instanceof Action.Alert)
                .toList();
        return new RunbookCoverage(
                alerts.size(),
                alerts.stream()
                        .filter(rule -> rule.runbook().isEmpty())
                        .map(Rule::id)
                        .toList());
    }

    /** {@return how many per cent have a runbook, to two decimals; empty if there is no rule} */
    public Optional<BigDecimal> percent() {
        if (rules == 0) {
            return Optional.empty();
        }
        BigDecimal covered = BigDecimal.valueOf(100L * (rules - missing.size()));
        BigDecimal percent = covered.divide(BigDecimal.valueOf(rules), 2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return Optional.of(percent.scale() < 0 ? percent.setScale(0) : percent);
    }
}

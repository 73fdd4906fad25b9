package io.infinityloop.metrics.reliability;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much may go wrong, and how much has.
 *
 * <p>Source: requirement OBS-06; the formula is that of Google's "The Site Reliability Workbook" (2018), chapter 5.
 *
 * @param allowed how much may go wrong: (1 - objective) × all
 * @param used how much went wrong
 * @since 0.1
 */
public record ErrorBudget(BigDecimal allowed, BigDecimal used) {
    /** Creates a budget. */
    public ErrorBudget {
        requireNonNull(allowed, "allowed");
        requireNonNull(used, "used");
    }

    /** {@return how much more may go wrong; negative once the budget is overspent} */
    public BigDecimal left() {
        return allowed.subtract(used);
    }

    /** {@return the part of the budget that is left, negative once it is overspent; empty if there is none at all} */
    public Optional<BigDecimal> leftShare() {
        return allowed.signum() == 0
                ? Optional.empty()
                : Optional.of(left().divide(allowed, 9, RoundingMode.HALF_EVEN));
    }

    /** {@return whether nothing is left} */
    public boolean isSpent() {
        return left().signum() <= 0;
    }
}

package io.infinityloop.metrics.reliability;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * A service level objective: which part of all that users ask for is to go well, within a window.
 *
 * <p>Source: requirements OBS-05 and OBS-06.
 *
 * @param name what it is called
 * @param indicator what is counted as good, in words: {@code requests without an error}
 * @param objective the part that is to go well, above 0 and below 1: {@code 0.999}; 1 would leave no budget at all
 * @param window the time that it is judged over, for example 30 days
 * @param goal the business goal that it serves, by id or in words; empty if nobody said
 * @since 0.1
 */
public record Slo(String name, String indicator, BigDecimal objective, Duration window, String goal) {
    /**
     * Creates an objective.
     *
     * @throws IllegalArgumentException if a text is blank, the objective is not between 0 and 1, or the window is not
     *     positive
     */
    public Slo {
        if (name.isBlank() || indicator.isBlank()) {
            throw new IllegalArgumentException("a service level objective has a name and says what it counts as good");
        }
        if (objective.signum() <= 0 || objective.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException("the objective " + objective.toPlainString() + " of '" + name
                    + "' is not above 0 and below 1; 99.9 % is 0.999, and 1 would leave no budget for any error");
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("the window " + window + " of '" + name + "' is not positive");
        }
        requireNonNull(goal, "goal");
    }

    /**
     * Returns an objective over 30 days without a goal.
     *
     * @param name what it is called
     * @param indicator what is counted as good, in words
     * @param objective the part that is to go well, as a decimal: {@code 0.999}
     * @return the objective
     * @throws IllegalArgumentException if a text is blank, or the objective is not between 0 and 1
     */
    public static Slo of(String name, String indicator, String objective) {
        return new Slo(name, indicator, new BigDecimal(objective), Duration.ofDays(30), "");
    }

    /**
     * Returns this objective with the business goal that it serves.
     *
     * @param newGoal the goal, by id or in words
     * @return the objective
     */
    public Slo serving(String newGoal) {
        return new Slo(name, indicator, objective, window, newGoal);
    }

    /**
     * Returns how far the objective is reached.
     *
     * @param total how much was asked for
     * @param bad how much of it did not go well
     * @return MET if the part that went well is at least the objective, MISSED if not, NO_DATA if nothing was asked for
     * @throws IllegalArgumentException if a number is negative, or more went badly than was asked for
     */
    public Target.Status judge(BigDecimal total, BigDecimal bad) {
        ErrorBudget budget = budget(total, bad);
        if (total.signum() == 0) {
            return Target.Status.NO_DATA;
        }
        return budget.left().signum() >= 0 ? Target.Status.MET : Target.Status.MISSED;
    }

    /**
     * Returns the budget of errors that the objective leaves.
     *
     * @param total how much was asked for
     * @param bad how much of it did not go well
     * @return the budget
     * @throws IllegalArgumentException if a number is negative, or more went badly than was asked for
     */
    public ErrorBudget budget(BigDecimal total, BigDecimal bad) {
        if (total.signum() < 0 || bad.signum() < 0 || bad.compareTo(total) > 0) {
            throw new IllegalArgumentException("of " + total.toPlainString() + " in all, " + bad.toPlainString()
                    + " bad: expected 0 <= bad <= all");
        }
        return new ErrorBudget(allowedShare().multiply(total), bad);
    }

    /** {@return the part that may go badly: 1 - objective} */
    public BigDecimal allowedShare() {
        return BigDecimal.ONE.subtract(objective);
    }

    /** {@return the objective as an amount} */
    public Amount asAmount() {
        return new Amount(objective, Unit.RATIO);
    }
}

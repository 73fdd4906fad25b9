package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What a change is to bring about, as a number that can be measured later: from its value today to the one that is
 * wanted. If the target is below the baseline, less is better; otherwise more.
 *
 * <p>Source: requirement ART-09.
 *
 * @param metric names what is measured, for example {@code checkout.duration}
 * @param baseline the value before the change, in the unit
 * @param target the value to be reached, in the unit; not the baseline
 * @param unit the unit of all values, for example {@code s}
 * @since 0.1
 */
public record OutcomeGoal(String metric, BigDecimal baseline, BigDecimal target, String unit) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Creates a goal.
     *
     * @throws IllegalArgumentException if a text is blank or has more than 500 characters, or the target equals the
     *     baseline
     */
    public OutcomeGoal {
        Texts.id("metric", metric);
        requireNonNull(baseline, "baseline");
        requireNonNull(target, "target");
        Texts.id("unit", unit);
        if (baseline.compareTo(target) == 0) {
            throw new IllegalArgumentException("the goal of " + metric + " asks for no change: the target " + target
                    + " equals the baseline; expected one above or below it");
        }
    }

    /** {@return whether the value is to fall} */
    public boolean isLessBetter() {
        return target.compareTo(baseline) < 0;
    }

    /**
     * Tells whether a value reaches the target; the target itself does.
     *
     * @param measured the value, in the unit
     * @return whether it is at the target or beyond
     */
    public boolean isReached(BigDecimal measured) {
        int order = requireNonNull(measured, "measured").compareTo(target);
        return isLessBetter() ? order <= 0 : order >= 0;
    }

    /**
     * Returns by how many per cent of the baseline a value is better than it. Exact where the decimal ends, else to 34
     * digits.
     *
     * @param measured the value, in the unit
     * @return the per cent, negative if the value is worse; empty if the baseline is 0
     */
    public Optional<BigDecimal> improvementPercent(BigDecimal measured) {
        if (baseline.signum() == 0) {
            return Optional.empty();
        }
        BigDecimal gain = isLessBetter() ? baseline.subtract(measured) : measured.subtract(baseline);
        BigDecimal percent = gain.multiply(HUNDRED)
                .divide(baseline.abs(), MathContext.DECIMAL128)
                .stripTrailingZeros();
        return Optional.of(percent.scale() < 0 ? percent.setScale(0) : percent);
    }
}

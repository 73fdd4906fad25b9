package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Bounds;
import io.infinityloop.internal.Texts;
import java.math.BigDecimal;

/**
 * What a measure is expected to be on an ordinary day, and at the busiest time.
 *
 * <p>Source: requirement OBS-11.
 *
 * @param measure the measure
 * @param normal what is ordinary
 * @param peak what is expected at most, not below {@code normal}
 * @since 0.1
 */
public record ExpectedRange(String measure, BigDecimal normal, BigDecimal peak) {
    /**
     * Creates a range.
     *
     * @throws IllegalArgumentException if the measure is blank or too long, a number has more than 64 digits, or the
     *     peak is below what is normal
     */
    public ExpectedRange {
        Texts.id("measure", measure);
        Bounds.decimal("normal", normal);
        Bounds.decimal("peak", peak);
        if (peak.compareTo(normal) < 0) {
            throw new IllegalArgumentException("the peak of " + measure + ", " + peak + ", is below what is normal, "
                    + normal + ": at least as much is accepted");
        }
    }

    /**
     * Returns where a value lies.
     *
     * @param value the value
     * @return where; normal and peak themselves are not above
     */
    public Place place(BigDecimal value) {
        if (requireNonNull(value, "value").compareTo(normal) <= 0) {
            return Place.NORMAL;
        }
        return value.compareTo(peak) <= 0 ? Place.ABOVE_NORMAL : Place.ABOVE_PEAK;
    }

    /** {@return that the measure is above its peak, for a rule} */
    public Condition abovePeak() {
        return new Condition.Comparison(Operand.latest(measure), Comparator.ABOVE, peak);
    }

    /**
     * Where a value lies.
     *
     * @since 0.1
     */
    public enum Place {
        /** Ordinary. */
        NORMAL,
        /** More than ordinary, and not more than the peak. */
        ABOVE_NORMAL,
        /** More than was expected even at the busiest time. */
        ABOVE_PEAK
    }
}

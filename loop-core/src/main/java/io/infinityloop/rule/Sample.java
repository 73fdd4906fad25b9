package io.infinityloop.rule;

import io.infinityloop.internal.Bounds;
import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A value that was measured of one subject, such as a service, at an instant.
 *
 * <p>Source: requirement FBK-04.
 *
 * @param measure what was measured, for example {@code cpu} or {@code latency p95}; not blank, at most 500 characters
 * @param at when, in the years from 1970 to 2200
 * @param value the value, in the unit that the rules of this measure use; exact, at most 32 digits before the decimal
 *     point and 24 after it
 * @since 0.1
 */
public record Sample(String measure, Instant at, BigDecimal value) {
    /**
     * Creates a sample.
     *
     * @throws IllegalArgumentException if the measure is blank or too long, the instant out of range, or the value has
     *     too many digits
     */
    public Sample {
        Texts.id("measure", measure);
        Bounds.instant("instant of " + measure, at);
        Bounds.measured("value of " + measure, value);
    }

    /**
     * Returns a sample from a number as it is written.
     *
     * @param measure what was measured
     * @param at when
     * @param value the value, for example {@code 1.5}
     * @return the sample
     * @throws IllegalArgumentException if the value is no decimal, or a part is out of range
     */
    public static Sample of(String measure, Instant at, String value) {
        if (value.length() > 2 * Bounds.DIGITS || !value.matches("-?[0-9]+([.][0-9]+)?")) {
            throw new IllegalArgumentException("value of " + measure + " is no decimal: expected one such as 1.5");
        }
        return new Sample(measure, at, new BigDecimal(value));
    }

    /**
     * Returns a sample whose value is a date, for a {@linkplain Condition.Due condition on the time to it}: the seconds
     * from the beginning of 1970.
     *
     * @param measure what happens on the date, for example {@code certificate.expiry}
     * @param at when it was looked up
     * @param date when it happens
     * @return the sample
     * @throws IllegalArgumentException if a part is out of range
     */
    public static Sample ofDate(String measure, Instant at, Instant date) {
        Bounds.instant("date of " + measure, date);
        return new Sample(
                measure, at, BigDecimal.valueOf(date.getEpochSecond()).add(BigDecimal.valueOf(date.getNano(), 9)));
    }
}

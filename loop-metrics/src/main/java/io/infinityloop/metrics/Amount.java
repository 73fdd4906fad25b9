package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * A number with its unit, exact to nine decimals.
 *
 * @param number the number, without trailing zeros
 * @param unit what it counts
 * @since 0.1
 */
public record Amount(BigDecimal number, Unit unit) implements Comparable<Amount> {
    /** How many decimals a number keeps: durations are exact to the nanosecond. */
    static final int DECIMALS = 9;

    /** Creates an amount; the number is rounded to nine decimals, half to even, and loses its trailing zeros. */
    public Amount {
        requireNonNull(unit, "unit");
        number = number.setScale(Math.min(number.scale(), DECIMALS), RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        if (number.scale() < 0) {
            number = number.setScale(0);
        }
    }

    /**
     * Returns a count.
     *
     * @param count how many
     * @return the amount
     */
    public static Amount count(long count) {
        return new Amount(BigDecimal.valueOf(count), Unit.COUNT);
    }

    /**
     * Returns a duration.
     *
     * @param duration how long
     * @return the amount, in seconds
     */
    public static Amount of(Duration duration) {
        BigDecimal seconds = BigDecimal.valueOf(duration.getSeconds());
        return new Amount(seconds.add(BigDecimal.valueOf(duration.getNano(), DECIMALS)), Unit.SECONDS);
    }

    /**
     * Returns the duration that this amount in seconds stands for.
     *
     * @return the duration
     * @throws IllegalStateException if the unit is not {@link Unit#SECONDS}
     */
    public Duration toDuration() {
        if (unit != Unit.SECONDS) {
            throw new IllegalStateException("an amount in " + unit + " is no duration");
        }
        BigInteger nanos = number.movePointRight(DECIMALS).toBigIntegerExact();
        BigInteger[] parts = nanos.divideAndRemainder(BigInteger.TEN.pow(DECIMALS));
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /**
     * Returns this amount in another unit of the same dimension.
     *
     * @param other the unit
     * @return the amount, rounded to nine decimals
     * @throws IllegalArgumentException if the units have different dimensions
     */
    public Amount in(Unit other) {
        if (unit.dimension() != other.dimension()) {
            throw new IllegalArgumentException(this + " (" + unit + ") is no number of " + other + ": "
                    + unit.dimension() + " and " + other.dimension() + " cannot be compared");
        }
        return unit == other ? this : new Amount(unit.convert(number, other), other);
    }

    /**
     * Compares numbers, whatever their units.
     *
     * @throws IllegalArgumentException if the units have different dimensions
     */
    @Override
    public int compareTo(Amount other) {
        if (unit == other.unit) {
            return number.compareTo(other.number);
        }
        Amount same = other.in(unit);
        return number.compareTo(same.number);
    }

    /** {@return the number and the unit's sign, for example {@code 2.5/week}} */
    @Override
    public String toString() {
        return number.toPlainString() + unit.symbol();
    }
}

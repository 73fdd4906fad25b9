package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.rule.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What the value of a metric is to reach, with the strictness of its source. Begin with {@link #of} and add levels.
 *
 * <p>Source: requirements THR-01, THR-09, THR-11 and THR-18.
 *
 * @param limit what is to hold
 * @param ideal what would be even better; null if there is no such level
 * @param minimum what is to hold at least, where the limit itself is an ideal; null if there is no such level
 * @param breach what must not be: an anti-pattern; null if there is no such level
 * @param advisory whether it only advises and never blocks
 * @param source who says so
 * @since 0.1
 */
public record Target(
        Level limit,
        @Nullable Level ideal,
        @Nullable Level minimum,
        @Nullable Level breach,
        boolean advisory,
        String source) {
    /**
     * Creates a target.
     *
     * @throws IllegalArgumentException if the levels have units that cannot be compared, or the source is blank
     */
    public Target {
        requireNonNull(limit, "limit");
        check(limit, "ideal", ideal);
        check(limit, "minimum", minimum);
        check(limit, "breach", breach);
        if (source.isBlank()) {
            throw new IllegalArgumentException("a target names its source");
        }
    }

    private static void check(Level limit, String name, @Nullable Level level) {
        if (level != null
                && level.value().unit().dimension() != limit.value().unit().dimension()) {
            throw new IllegalArgumentException("the level '" + name + "' (" + level
                    + ") cannot be compared with the limit (" + limit + "): their units differ");
        }
    }

    /**
     * A side of a value.
     *
     * @param comparator which side, and whether the value itself belongs to it
     * @param value the value
     * @since 0.1
     */
    public record Level(Comparator comparator, Amount value) {
        /** Creates a level. */
        public Level {
            requireNonNull(comparator, "comparator");
            requireNonNull(value, "value");
        }

        /**
         * Tells whether a value is on this side.
         *
         * @param actual the value
         * @return whether it is
         * @throws IllegalArgumentException if its unit cannot be compared
         */
        public boolean holds(Amount actual) {
            return comparator.accepts(actual.compareTo(value));
        }

        /** {@return the level as text: {@code < 600s}} */
        @Override
        public String toString() {
            return comparator.symbol() + " " + value;
        }
    }

    /**
     * How far a value reaches a target.
     *
     * @since 0.1
     */
    public enum Status {
        /** The limit holds, and so does the ideal. */
        IDEAL,
        /** The limit holds. */
        MET,
        /** The limit does not hold, but the minimum does. */
        MINIMUM,
        /** The limit does not hold. */
        MISSED,
        /** There is no value. */
        NO_DATA
    }

    /**
     * Returns a target with one level.
     *
     * @param comparator which side of the value is good
     * @param value the value
     * @param source who says so
     * @return the target
     * @throws IllegalArgumentException if the source is blank
     */
    public static Target of(Comparator comparator, Amount value, String source) {
        return new Target(new Level(comparator, value), null, null, null, false, source);
    }

    /**
     * Returns this with a level that is even better.
     *
     * @param comparator which side of the value is even better
     * @param value the value
     * @return the target
     * @throws IllegalArgumentException if its unit cannot be compared
     */
    public Target ideal(Comparator comparator, Amount value) {
        return new Target(limit, new Level(comparator, value), minimum, breach, advisory, source);
    }

    /**
     * Returns this with a level to reach at least.
     *
     * @param comparator which side of the value is enough
     * @param value the value
     * @return the target
     * @throws IllegalArgumentException if its unit cannot be compared
     */
    public Target minimum(Comparator comparator, Amount value) {
        return new Target(limit, ideal, new Level(comparator, value), breach, advisory, source);
    }

    /**
     * Returns this with a level that must not be.
     *
     * @param comparator which side of the value is an anti-pattern
     * @param value the value
     * @return the target
     * @throws IllegalArgumentException if its unit cannot be compared
     */
    public Target breach(Comparator comparator, Amount value) {
        return new Target(limit, ideal, minimum, new Level(comparator, value), advisory, source);
    }

    /** {@return this as advice, which never blocks} */
    public Target asAdvice() {
        return new Target(limit, ideal, minimum, breach, true, source);
    }

    /**
     * Returns how far a result reaches this target. It is judged unrounded.
     *
     * @param result the result
     * @return the status; NO_DATA unless the result is a value
     * @throws IllegalArgumentException if the result's unit cannot be compared
     */
    public Status judge(MetricResult result) {
        return result instanceof MetricResult.Value value ? judge(value.headline()) : Status.NO_DATA;
    }

    /**
     * Returns how far a value reaches this target.
     *
     * @param value the value
     * @return the status
     * @throws IllegalArgumentException if its unit cannot be compared
     */
    public Status judge(Amount value) {
        if (limit.holds(value)) {
            return ideal != null && ideal.holds(value) ? Status.IDEAL : Status.MET;
        }
        return minimum != null && minimum.holds(value) ? Status.MINIMUM : Status.MISSED;
    }

    /**
     * Tells whether a value is an anti-pattern.
     *
     * @param value the value
     * @return whether there is such a level, and the value is on its side
     * @throws IllegalArgumentException if its unit cannot be compared
     */
    public boolean isBreachedBy(Amount value) {
        return breach != null && breach.holds(value);
    }
}

package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Bounds;
import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a {@linkplain Condition.Comparison comparison} looks at: the latest value of a measure, or a number computed
 * from the samples in a window that ends now. A sample of instant {@code t} is in a window of length {@code w} from
 * {@code t} inclusive to {@code t + w} exclusive.
 *
 * <p>The hierarchy is closed.
 *
 * @since 0.1
 */
public sealed interface Operand {
    /** {@return the measure} */
    String measure();

    /** {@return the text, which {@link #parse} reads back, for example {@code p95(latency) over 5m}} */
    default String text() {
        return ConditionText.of(this);
    }

    /**
     * Returns the latest value of a measure, however old.
     *
     * @param measure the measure
     * @return the operand
     * @throws IllegalArgumentException if the measure is blank or has more than 500 characters
     */
    static Operand latest(String measure) {
        return new Latest(measure, null);
    }

    /**
     * Returns what a text says.
     *
     * @param text the text, at most 10,000 characters
     * @return the operand
     * @throws IllegalArgumentException if the text is no operand; the message names the column
     */
    static Operand parse(String text) {
        return ConditionParser.operand(text);
    }

    /**
     * The latest value of a measure. Unknown before the first, and once the last is as old as the maximum age.
     *
     * @param measure the measure
     * @param maximumAge from what age on a value counts no longer; null if it counts until the next one
     * @since 0.1
     */
    record Latest(String measure, @Nullable Duration maximumAge) implements Operand {
        /**
         * Creates the operand.
         *
         * @throws IllegalArgumentException if the measure is blank or has more than 500 characters, or the age is not
         *     between nothing and 36,500 days
         */
        public Latest {
            Texts.id("measure", measure);
            if (maximumAge != null) {
                Bounds.span("maximum age", maximumAge);
            }
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A number computed from the samples in a window. With no sample a count is 0 and all else unknown.
     *
     * @param function what is computed
     * @param measure the measure
     * @param window how far back the window goes
     * @since 0.1
     */
    record Aggregate(Function function, String measure, Duration window) implements Operand {
        /**
         * Creates the operand.
         *
         * @throws IllegalArgumentException if the measure is blank or has more than 500 characters, or the window is
         *     not between nothing and 36,500 days
         */
        public Aggregate {
            requireNonNull(function, "function");
            Texts.id("measure", measure);
            Bounds.span("window", window);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A percentile of the samples in a window, by nearest rank: of {@code n} values in ascending order the one at place
     * {@code rank × n / 100}, rounded up, counted from 1. It is always one of the values measured. Unknown with no
     * sample.
     *
     * <p>Nearest rank is what the alert rules and load tests of the sources use ({@code p95} of 1 to 100 is 95). The
     * quantiles of the metrics library interpolate (type 7) and can differ on few samples.
     *
     * @param rank the rank in per cent, above 0 and at most 100, with at most 6 decimals, for example 95
     * @param measure the measure
     * @param window how far back the window goes
     * @since 0.1
     */
    record Percentile(BigDecimal rank, String measure, Duration window) implements Operand {
        private static final BigDecimal MOST = BigDecimal.valueOf(100);

        /**
         * Creates the operand.
         *
         * @throws IllegalArgumentException if the rank, the measure or the window is out of range
         */
        public Percentile {
            rank = Bounds.plain("rank", rank);
            if (rank.signum() <= 0 || rank.compareTo(MOST) > 0 || rank.scale() > 6) {
                throw new IllegalArgumentException("rank " + rank.toPlainString()
                        + " is out of range: above 0 and at most 100, with at most 6 decimals, is accepted");
            }
            Texts.id("measure", measure);
            Bounds.span("window", window);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * What is computed from the samples in a window.
     *
     * @since 0.1
     */
    enum Function {
        /** The sum divided by the number of samples, to 28 decimals. */
        MEAN,
        /** The largest value. */
        MAX,
        /** The smallest value. */
        MIN,
        /** The sum of the values, exact. */
        SUM,
        /** The number of samples. */
        COUNT
    }
}

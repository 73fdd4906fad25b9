package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Bounds;
import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * What may be true of measured values. Data only: see {@link RuleSet} for what evaluates it.
 *
 * <p>A condition has one {@linkplain #text() text}, which {@link #parse} reads back as an equal condition, and which is
 * its form in JSON:
 *
 * <pre>
 * cpu &gt; 70 for 5m                       held for five minutes
 * cpu &gt; 70 and rate &gt;= 800               and binds more tightly than or; for more tightly than not, not than and
 * not (a &lt; 1 or b != 0)
 * p95(latency) over 5m &gt; 1000           also mean, max, min, sum, count; latest(cpu) over 2m has a maximum age
 * certificate.expiry within 7d         a date comes within seven days, or is past
 * "error rate" &gt; 1 for 1h30m            other names in quotes; units d, h, m, s, ms, us, ns
 * </pre>
 *
 * <p>A text has at most 10,000 characters, and conditions are at most 64 deep. The hierarchy is closed.
 *
 * <p>Source: requirement FBK-04.
 *
 * @since 0.1
 */
public sealed interface Condition {
    /** {@return the text, which {@link #parse} reads back} */
    default String text() {
        return ConditionText.of(this);
    }

    /**
     * Returns what a text says.
     *
     * @param text the text, at most 10,000 characters
     * @return the condition
     * @throws IllegalArgumentException if the text is no condition; the message names the column, what was found there
     *     and what was expected
     */
    static Condition parse(String text) {
        return ConditionParser.condition(text);
    }

    /**
     * Returns a comparison of the latest value of a measure.
     *
     * @param measure the measure
     * @param comparator how it is compared
     * @param threshold with what, for example {@code 70}
     * @return the condition
     */
    static Condition of(String measure, Comparator comparator, long threshold) {
        return new Comparison(Operand.latest(measure), comparator, BigDecimal.valueOf(threshold));
    }

    /**
     * Returns that this holds and another does.
     *
     * @param other the other
     * @return the condition
     */
    default Condition and(Condition other) {
        return new AllOf(List.of(this, other));
    }

    /**
     * Returns that this or another holds, or both.
     *
     * @param other the other
     * @return the condition
     */
    default Condition or(Condition other) {
        return new AnyOf(List.of(this, other));
    }

    /** {@return that this does not hold} */
    default Condition negated() {
        return new Not(this);
    }

    /**
     * Returns that this has held for some time.
     *
     * @param span how long
     * @return the condition
     */
    default Condition heldFor(Duration span) {
        return new Held(this, span);
    }

    /**
     * A value is above, below or at a threshold. Unknown while the value is.
     *
     * @param operand the value
     * @param comparator how it is compared
     * @param threshold with what, without zeros at its end, at most 64 digits
     * @since 0.1
     */
    record Comparison(Operand operand, Comparator comparator, BigDecimal threshold) implements Condition {
        /**
         * Creates the condition. A threshold of 70.0 is kept as 70.
         *
         * @throws IllegalArgumentException if the threshold has more than 64 digits when it is written out
         */
        public Comparison {
            requireNonNull(operand, "operand");
            requireNonNull(comparator, "comparator");
            threshold = Bounds.plain("threshold", threshold);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A date comes within a span of time, or is past: true from exactly that long before it. The date is the latest
     * value of a measure, in seconds from the beginning of 1970 ({@link Sample#ofDate}). Unknown before there is one.
     *
     * <p>Source: requirement OPS-05.
     *
     * @param measure the measure whose values are dates
     * @param within how long before
     * @since 0.1
     */
    record Due(String measure, Duration within) implements Condition {
        /**
         * Creates the condition.
         *
         * @throws IllegalArgumentException if the measure is blank or has more than 500 characters, or the span is not
         *     between nothing and 36,500 days
         */
        public Due {
            Texts.id("measure", measure);
            Bounds.span("span", within);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * All of several conditions hold: FALSE if one is, else UNKNOWN if one is, else TRUE.
     *
     * @param conditions the conditions, at least two
     * @since 0.1
     */
    record AllOf(List<Condition> conditions) implements Condition {
        /**
         * Creates the condition.
         *
         * @throws IllegalArgumentException if there are fewer than two, the whole is more than 64 deep, or its text has
         *     more than 10,000 characters
         */
        public AllOf {
            conditions = ConditionText.atLeastTwo("and", conditions);
            ConditionText.check(conditions, ConditionText.joined(true, conditions));
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * At least one of several conditions holds: TRUE if one is, else UNKNOWN if one is, else FALSE.
     *
     * @param conditions the conditions, at least two
     * @since 0.1
     */
    record AnyOf(List<Condition> conditions) implements Condition {
        /**
         * Creates the condition.
         *
         * @throws IllegalArgumentException if there are fewer than two, the whole is more than 64 deep, or its text has
         *     more than 10,000 characters
         */
        public AnyOf {
            conditions = ConditionText.atLeastTwo("or", conditions);
            ConditionText.check(conditions, ConditionText.joined(false, conditions));
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A condition does not hold. UNKNOWN stays UNKNOWN.
     *
     * @param condition the condition
     * @since 0.1
     */
    record Not(Condition condition) implements Condition {
        /**
         * Creates the condition.
         *
         * @throws IllegalArgumentException if the whole is more than 64 deep, or its text has more than 10,000
         *     characters
         */
        public Not {
            ConditionText.check(List.of(requireNonNull(condition, "condition")), ConditionText.negated(condition));
        }

        @Override
        public String toString() {
            return text();
        }
    }

    /**
     * A condition has been TRUE for some time without a break: TRUE from exactly that long after it became so. Before
     * that it is FALSE, or UNKNOWN if nobody knows what was before; and while the condition is not TRUE it is what the
     * condition is.
     *
     * <p>Source: requirement OPS-02.
     *
     * @param condition the condition
     * @param span how long
     * @since 0.1
     */
    record Held(Condition condition, Duration span) implements Condition {
        /**
         * Creates the condition.
         *
         * @throws IllegalArgumentException if the span is not between nothing and 36,500 days, the whole is more than
         *     64 deep, or its text has more than 10,000 characters
         */
        public Held {
            Bounds.span("span", span);
            ConditionText.check(List.of(requireNonNull(condition, "condition")), ConditionText.held(condition, span));
        }

        @Override
        public String toString() {
            return text();
        }
    }
}

package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Bounds;
import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the evaluation of a {@link RuleSet} over the samples of one subject has come: all that is needed to go on. A
 * value, to be stored, sent and read back.
 *
 * @param subject of what the samples are, for example a service
 * @param clock the instant of the latest sample, or to which time was advanced; null before both
 * @param isOpen whether samples of that instant were taken that are not judged yet, because more of it may come
 * @param series what is remembered of each measure that a rule uses, sorted by name
 * @param progress how far each rule has come, in the order of the rules
 * @param refused the samples that were not taken
 * @since 0.1
 */
public record RuleState(
        String subject,
        @Nullable Instant clock,
        boolean isOpen,
        List<Series> series,
        List<Progress> progress,
        Refused refused) {
    /**
     * Creates a state; {@link RuleSet#start} gives the first one.
     *
     * @throws IllegalArgumentException if the subject is blank or has more than 500 characters, or there is something
     *     open or remembered without a clock
     */
    public RuleState {
        Texts.id("subject", subject);
        if (clock != null) {
            Bounds.instant("clock", clock);
        }
        series = List.copyOf(series);
        progress = List.copyOf(progress);
        requireNonNull(refused, "refused");
        if (clock == null && (isOpen || !series.isEmpty())) {
            throw new IllegalArgumentException("the state of " + subject + " remembers samples, but has no clock");
        }
    }

    /**
     * What is remembered of a measure.
     *
     * @param measure the measure
     * @param points the samples that windows still hold, oldest first; and the latest, which is the last
     * @param missed the latest sample instead, if windows that were full missed it; null if they did not
     * @since 0.1
     */
    public record Series(
            String measure, List<Point> points, @Nullable Point missed) {
        /**
         * Creates a series.
         *
         * @throws IllegalArgumentException if the measure is blank or has more than 500 characters, there is no point,
         *     or one is earlier than the one before
         */
        public Series {
            Texts.id("measure", measure);
            points = List.copyOf(points);
            if (points.isEmpty() && missed == null) {
                throw new IllegalArgumentException("the series " + measure + " has no point: at least one is expected");
            }
            for (int i = 1; i < points.size(); i++) {
                inOrder(measure, points.get(i - 1), points.get(i));
            }
            if (missed != null && !points.isEmpty()) {
                inOrder(measure, points.get(points.size() - 1), missed);
            }
        }

        private static void inOrder(String measure, Point first, Point second) {
            if (second.at().isBefore(first.at())) {
                throw new IllegalArgumentException("the points of the series " + measure + " are not in order: "
                        + second.at() + " comes after " + first.at());
            }
        }
    }

    /**
     * A value at an instant.
     *
     * @param at when it was measured
     * @param value the value
     * @since 0.1
     */
    public record Point(Instant at, BigDecimal value) {
        /** Creates a point. */
        public Point {
            Bounds.instant("instant", at);
            Bounds.measured("value", value);
        }
    }

    /**
     * How far a rule has come.
     *
     * @param rule the id of the rule
     * @param condition its condition; a rule whose condition is another now begins anew
     * @param isArmed whether it fires when its condition comes true
     * @param firedAt when it fired last; null if it never did
     * @param truth whether its condition was true when it was judged last
     * @param seen what each comparison in its condition was then, in the order of the text
     * @param holds how far each hold in its condition has come, inner ones before outer ones, else in the order of the
     *     text
     * @since 0.1
     */
    public record Progress(
            String rule,
            Condition condition,
            boolean isArmed,
            @Nullable Instant firedAt,
            Truth truth,
            List<Seen> seen,
            List<Hold> holds) {
        /** Creates a progress. */
        public Progress {
            Texts.id("rule", rule);
            requireNonNull(condition, "condition");
            if (firedAt != null) {
                Bounds.instant("firing", firedAt);
            }
            requireNonNull(truth, "truth");
            seen = List.copyOf(seen);
            holds = List.copyOf(holds);
        }
    }

    /**
     * What a comparison was when it was judged last.
     *
     * @param value the value that was compared; null if it was not known
     * @param truth whether the comparison was true
     * @since 0.1
     */
    public record Seen(@Nullable BigDecimal value, Truth truth) {
        /** Creates what was seen. */
        public Seen {
            requireNonNull(truth, "truth");
        }
    }

    /**
     * How far a hold has come.
     *
     * @param since since when its condition is TRUE; null if it is not
     * @param before what the condition was when it was last not TRUE
     * @since 0.1
     */
    public record Hold(@Nullable Instant since, Truth before) {
        /**
         * Creates a hold.
         *
         * @throws IllegalArgumentException if it was TRUE before
         */
        public Hold {
            if (since != null) {
                Bounds.instant("hold", since);
            }
            if (requireNonNull(before, "before") == Truth.TRUE) {
                throw new IllegalArgumentException("before a hold its condition was FALSE or UNKNOWN, not TRUE");
            }
        }
    }

    /**
     * How many samples were not taken, or not by windows.
     *
     * @param outOfOrder those of an instant before the clock, or after the one until which a step was to go
     * @param windowFull those that windows missed, because they hold {@value RuleSet#WINDOW_SAMPLES} samples already
     * @since 0.1
     */
    public record Refused(long outOfOrder, long windowFull) {
        /** None was refused. */
        public static final Refused NONE = new Refused(0, 0);

        /**
         * Creates the counts.
         *
         * @throws IllegalArgumentException if one is negative
         */
        public Refused {
            if (outOfOrder < 0 || windowFull < 0) {
                throw new IllegalArgumentException("counts must not be negative: " + outOfOrder + ", " + windowFull);
            }
        }
    }
}

package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Where a plan item stands among the others: its sort and level, what it is a part of, how soon and how much.
 *
 * <p>Source: requirements ART-04, ART-07 and FBK-13.
 *
 * @param work the sort of work
 * @param level how large it is
 * @param status whether it is still to be done
 * @param parent the id of the item that it is a part of; empty if none is known
 * @param iteration the id of the iteration that it is to be done in; empty if none is known
 * @param priority its rank, from 1 for the most urgent; null if nobody said
 * @param estimate how much work it is thought to be; null if nobody said
 * @since 0.1
 */
public record PlanPlace(
        PlanItemKind work,
        PlanLevel level,
        Status status,
        String parent,
        String iteration,
        @Nullable Integer priority,
        @Nullable Estimate estimate) {
    /** Nothing is known. */
    public static final PlanPlace UNKNOWN =
            new PlanPlace(PlanItemKind.UNKNOWN, PlanLevel.UNKNOWN, Status.UNKNOWN, "", "", null, null);

    /**
     * Creates a place.
     *
     * @throws IllegalArgumentException if an id is blank but not empty or has more than 500 characters, or the priority
     *     is below 1
     */
    public PlanPlace {
        requireNonNull(work, "work");
        requireNonNull(level, "level");
        requireNonNull(status, "status");
        Texts.idOrEmpty("parent", parent);
        Texts.idOrEmpty("iteration", iteration);
        if (priority != null && priority < 1) {
            throw new IllegalArgumentException("priority " + priority + " is below 1, which is the most urgent");
        }
    }

    /**
     * Whether planned work is still to be done.
     *
     * @since 0.1
     */
    public enum Status {
        /** It is still to be done, or being done. */
        OPEN,
        /** It is done, or given up. */
        CLOSED,
        /** The source does not tell. */
        UNKNOWN
    }

    /**
     * How much work something is thought to be.
     *
     * @param amount the number, not negative
     * @param unit what is counted, for example {@code points} or {@code days}
     * @since 0.1
     */
    public record Estimate(BigDecimal amount, String unit) {
        /**
         * Creates an estimate.
         *
         * @throws IllegalArgumentException if the amount is negative, or the unit is blank or has more than 500
         *     characters
         */
        public Estimate {
            if (requireNonNull(amount, "amount").signum() < 0) {
                throw new IllegalArgumentException("estimate " + amount + " is negative: expected 0 or more");
            }
            Texts.id("unit", unit);
        }

        /**
         * Returns an estimate of a whole number.
         *
         * @param amount the number, not negative
         * @param unit what is counted
         * @return the estimate
         * @throws IllegalArgumentException if the amount is negative, or the unit is blank
         */
        public static Estimate of(long amount, String unit) {
            return new Estimate(BigDecimal.valueOf(amount), unit);
        }
    }
}

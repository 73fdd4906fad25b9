package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value is to reach, and what would be even better.
 *
 * @param limit what is to hold, for example {@code build.minutes < 10}
 * @param ideal what would be even better, for example {@code build.minutes < 5}; null if there is no such level
 * @since 0.1
 */
public record Target(Condition limit, @Nullable Condition ideal) {
    /** Creates a target. */
    public Target {
        requireNonNull(limit, "limit");
    }

    /**
     * Returns a target with one level.
     *
     * @param limit the text of a condition
     * @return the target
     * @throws IllegalArgumentException if the text is no condition
     */
    public static Target of(String limit) {
        return new Target(Condition.parse(limit), null);
    }

    /**
     * Returns this target with a level that is even better.
     *
     * @param better the text of a condition
     * @return the target
     * @throws IllegalArgumentException if the text is no condition
     */
    public Target withIdeal(String better) {
        return new Target(limit, Condition.parse(better));
    }

    /**
     * Returns how far values reach it.
     *
     * @param values the values by measure; one of more digits than a {@link Sample} takes counts as unknown
     * @return the status
     * @throws IllegalArgumentException if a level has a hold, a date or a window, which single values cannot fulfil
     */
    public Status judge(Map<String, BigDecimal> values) {
        List<Condition> levels = new ArrayList<>(List.of(limit));
        if (ideal != null) {
            levels.add(ideal);
        }
        Judgement judgement = Judgement.of(levels, Judgement.samples("a target", levels, values), Judgement.AT);
        if (judgement.truth(0) != Truth.TRUE) {
            return judgement.truth(0) == Truth.FALSE ? Status.MISSED : Status.NO_DATA;
        }
        return levels.size() > 1 && judgement.truth(1) == Truth.TRUE ? Status.IDEAL : Status.MET;
    }

    /**
     * How far values reach a target.
     *
     * @since 0.1
     */
    public enum Status {
        /** The limit holds, and so does the better level. */
        IDEAL,
        /** The limit holds. */
        MET,
        /** The limit does not hold. */
        MISSED,
        /** Nobody knows. */
        NO_DATA
    }
}

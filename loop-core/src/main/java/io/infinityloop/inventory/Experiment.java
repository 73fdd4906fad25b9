package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Reading;
import io.infinityloop.internal.Texts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that is tried to widen what holds up the process: one change, measured before and after.
 *
 * <p>Source: requirement FBK-09.
 *
 * @param constraint what holds up the process, for example {@code code review}
 * @param change what is tried
 * @param wanted which way the measured number should go
 * @param baseline what was measured before
 * @param result what was measured after, under the same name and in the same unit; null while the experiment is open
 * @since 0.1
 */
public record Experiment(
        String constraint, String change, Wanted wanted, Reading.Metric baseline, Reading.@Nullable Metric result) {
    /**
     * Creates an experiment.
     *
     * @throws IllegalArgumentException if a text is blank or too long, or the result has another name or unit than the
     *     baseline
     */
    public Experiment {
        Texts.id("constraint", constraint);
        Texts.bounded("change", change, Texts.PROSE_LIMIT);
        requireNonNull(wanted, "wanted");
        requireNonNull(baseline, "baseline");
        if (result != null
                && !(result.name().equals(baseline.name()) && result.unit().equals(baseline.unit()))) {
            throw new IllegalArgumentException("the result is " + described(result) + ", and the baseline "
                    + described(baseline) + ": they can not be compared");
        }
    }

    /**
     * Returns an experiment that has begun.
     *
     * @param constraint what holds up the process
     * @param change what is tried
     * @param wanted which way the measured number should go
     * @param baseline what was measured before
     * @return the experiment
     */
    public static Experiment start(String constraint, String change, Wanted wanted, Reading.Metric baseline) {
        return new Experiment(constraint, change, wanted, baseline, null);
    }

    /**
     * Returns this experiment once it is over.
     *
     * @param measured what was measured after the change
     * @return the experiment
     * @throws IllegalArgumentException if it has another name or unit than the baseline
     */
    public Experiment ended(Reading.Metric measured) {
        return new Experiment(constraint, change, wanted, baseline, requireNonNull(measured, "result"));
    }

    /** {@return whether it has no result yet} */
    public boolean isOpen() {
        return result == null;
    }

    /** {@return keep the change if the number is better than before, revert it if not; empty while it is open} */
    public Optional<Verdict> verdict() {
        return Optional.ofNullable(result).map(measured -> {
            int change = measured.value().compareTo(baseline.value());
            boolean better = wanted == Wanted.LOWER ? change < 0 : change > 0;
            return better ? Verdict.KEEP : Verdict.REVERT;
        });
    }

    private static String described(Reading.Metric metric) {
        return metric.unit().isEmpty() ? metric.name() : metric.name() + " in " + metric.unit();
    }

    /**
     * Which way a number should go.
     *
     * @since 0.1
     */
    public enum Wanted {
        /** The lower the better. */
        LOWER,
        /** The higher the better. */
        HIGHER
    }

    /**
     * What becomes of the change.
     *
     * @since 0.1
     */
    public enum Verdict {
        /** It made things better and stays. */
        KEEP,
        /** It did not, and is taken back. */
        REVERT
    }
}

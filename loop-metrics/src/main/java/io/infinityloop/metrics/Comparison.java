package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.MetricDefinition.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule by which values of a metric are held against each other: over windows of equal length, or before and after a
 * change. Begin with {@link #STANDARD}.
 *
 * <p>It never takes chance for an effect where it can tell: with too few samples, without a value, or where windows go
 * up and down, the verdict is {@link Verdict#INCONCLUSIVE} and the reason says so. It does not prove a cause either:
 * something else may have changed at the same time.
 *
 * <p>The change over many windows is that of the line of Theil and Sen (P. K. Sen, Estimates of the Regression
 * Coefficient Based on Kendall's Tau, 1968) from the first to the last, which single odd windows do not bend; over two
 * windows it is the plain difference. It is given against the beginning of the line. All arithmetic is decimal.
 *
 * <p>Source: requirements MET-16, MET-17 and OBS-10. The figures of the standard are ours.
 *
 * @param minimumSamples how many subjects a value must come from to be held against others, at least 1. Where a number
 *     says how many or how often, the windows must have so many each on average
 * @param steadyWithin up to which change a metric stays as it is, 0 or more: 0.05 is 5 %
 * @since 0.1
 */
public record Comparison(long minimumSamples, BigDecimal steadyWithin) {
    /**
     * Five samples a value, and up to 5 % is no change. Five against five is the least at which two groups without any
     * overlap are chance in fewer than one of a hundred cases.
     */
    public static final Comparison STANDARD = new Comparison(5, new BigDecimal("0.05"));

    private static final int DECIMALS = 2 * Amount.DECIMALS;

    /**
     * Creates a rule.
     *
     * @throws IllegalArgumentException if there is no sample to be needed, or the change is negative
     */
    public Comparison {
        if (minimumSamples < 1) {
            throw new IllegalArgumentException(
                    "a comparison needs at least 1 sample, but " + minimumSamples + " were asked for");
        }
        if (steadyWithin.signum() < 0) {
            throw new IllegalArgumentException(
                    "a metric is steady within 0 or more, but " + steadyWithin + " was asked for; 0.05 is 5 %");
        }
    }

    /**
     * Returns this with another number of samples.
     *
     * @param samples how many subjects a value must come from, at least 1
     * @return the rule
     * @throws IllegalArgumentException if it is less than 1
     */
    public Comparison minimumSamples(long samples) {
        return new Comparison(samples, steadyWithin);
    }

    /**
     * Returns this with another change that counts as none.
     *
     * @param change up to which change a metric stays as it is: 0.05 is 5 %
     * @return the rule
     * @throws IllegalArgumentException if it is negative
     */
    public Comparison steadyWithin(BigDecimal change) {
        return new Comparison(minimumSamples, change);
    }

    /**
     * Holds the value after a change against the one before it.
     *
     * @param metric the metric
     * @param before what came of it before
     * @param after what came of it after, over an equal length of time
     * @return the movement
     */
    public Movement beforeAndAfter(MetricDefinition metric, MetricResult before, MetricResult after) {
        List<MetricResult> results = List.of(before, after);
        String lacking = missing("before", before);
        lacking = lacking.isEmpty() ? missing("after", after) : lacking;
        lacking = lacking.isEmpty() ? tooFew(results) : lacking;
        return lacking.isEmpty()
                ? judged(metric, results, Slope.of(results))
                : new Movement(metric, results, null, Verdict.INCONCLUSIVE, lacking);
    }

    private static String missing(String when, MetricResult result) {
        if (result instanceof MetricResult.Undefined undefined) {
            return "no value " + when + ": " + undefined.reason();
        }
        return result instanceof MetricResult.Failed ? "the metric failed " + when : "";
    }

    /** How many or how often: there a small number is the finding, and no lack of samples. */
    private static boolean isCounted(MetricResult.Value value) {
        Amount headline = value.headline();
        return headline.unit().dimension() == Unit.Dimension.RATE || headline.equals(Amount.count(value.n()));
    }

    private String tooFew(List<MetricResult> results) {
        long total = 0;
        boolean counted = true;
        for (MetricResult result : results) {
            if (result instanceof MetricResult.Value value) {
                counted &= isCounted(value);
                total += value.n();
            }
        }
        if (counted) {
            return total >= minimumSamples * results.size()
                    ? ""
                    : "only " + total + " in all, " + minimumSamples * results.size() + " are needed";
        }
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof MetricResult.Value value && value.n() < minimumSamples) {
                return "only " + value.n() + (value.n() == 1 ? " sample " : " samples ") + (i == 0 ? "before" : "after")
                        + ", " + minimumSamples + " are needed";
            }
        }
        return "";
    }

    /**
     * Tells how a metric went over windows of equal length. Windows without a value or with too few samples are passed
     * over; at least two must be left.
     *
     * @param metric the metric
     * @param results what came of it, in the order of time
     * @return the movement
     */
    public Movement trend(MetricDefinition metric, List<MetricResult> results) {
        boolean counted =
                results.stream().allMatch(result -> !(result instanceof MetricResult.Value value) || isCounted(value));
        List<@Nullable MetricResult> usable = new ArrayList<>();
        for (MetricResult result : results) {
            boolean enough = result instanceof MetricResult.Value value && (counted || value.n() >= minimumSamples);
            usable.add(enough ? result : null);
        }
        long left = usable.stream().filter(result -> result != null).count();
        String lacking = left < 2
                ? "only " + left + " of " + results.size() + " windows " + (left == 1 ? "has" : "have")
                        + (counted ? " a value" : " at least " + minimumSamples + " samples") + ", 2 are needed"
                : counted ? tooFew(results) : "";
        return lacking.isEmpty()
                ? judged(metric, results, Slope.of(usable))
                : new Movement(metric, results, null, Verdict.INCONCLUSIVE, lacking);
    }

    private Movement judged(MetricDefinition metric, List<MetricResult> results, Slope slope) {
        BigDecimal whole = slope.rise();
        BigDecimal base = slope.start().abs();
        Amount change = base.signum() == 0
                ? null
                : new Amount(whole.divide(base, DECIMALS, RoundingMode.HALF_EVEN), Unit.CHANGE);
        String words = words(whole, change);
        boolean small =
                change == null ? whole.signum() == 0 : change.number().abs().compareTo(steadyWithin) <= 0;
        if (small) {
            return new Movement(metric, results, change, Verdict.STEADY, words + ", which counts as no change");
        }
        if (!slope.isClear()) {
            return new Movement(
                    metric, results, change, Verdict.INCONCLUSIVE, "the windows go up and down, " + words + " in all");
        }
        if (metric.direction() == Direction.NEUTRAL) {
            return new Movement(
                    metric, results, change, Verdict.INCONCLUSIVE, words + ", and neither way is better as such");
        }
        boolean higher = metric.direction() == Direction.HIGHER_IS_BETTER;
        Verdict verdict = higher == whole.signum() > 0 ? Verdict.IMPROVING : Verdict.DEGRADING;
        return new Movement(
                metric, results, change, verdict, words + ", and " + (higher ? "more" : "less") + " is better");
    }

    private static String words(BigDecimal whole, @Nullable Amount change) {
        if (whole.signum() == 0) {
            return "the same";
        }
        String more = whole.signum() > 0 ? "more" : "less";
        if (change == null) {
            return more + " than the 0 it began with";
        }
        BigDecimal percent = change.number().abs().movePointRight(2).setScale(1, RoundingMode.HALF_EVEN);
        return new Amount(percent, Unit.NUMBER) + " % " + more;
    }

    /**
     * Holds a metric in a window after a change against one before it.
     *
     * @param scorecard the results
     * @param metricId the id of the metric
     * @param segment the segment
     * @param before the window before
     * @param after the window after, about as long
     * @return the movement; inconclusive also while the window after is not over
     * @throws IllegalArgumentException if the scorecard lacks a cell, the windows overlap or come in the wrong order,
     *     or one is much longer than the other
     */
    public Movement beforeAndAfter(Scorecard scorecard, String metricId, Segment segment, Window before, Window after) {
        requireEqual(List.of(before, after));
        Cell first = scorecard.require(metricId, segment, before);
        Cell second = scorecard.require(metricId, segment, after);
        if (scorecard.asOf().isBefore(after.to())) {
            return new Movement(
                    first.metric(),
                    List.of(first.result(), second.result()),
                    null,
                    Verdict.INCONCLUSIVE,
                    "the time after is not over yet");
        }
        return beforeAndAfter(first.metric(), first.result(), second.result());
    }

    /**
     * Tells how a metric went over windows. Those that are not over yet are left out.
     *
     * @param scorecard the results
     * @param metricId the id of the metric
     * @param segment the segment
     * @param windows the windows, in the order of time, about equally long, at least one
     * @return the movement
     * @throws IllegalArgumentException if the scorecard lacks a cell, windows overlap or come in the wrong order, or
     *     one is much longer than the next
     */
    public Movement trend(Scorecard scorecard, String metricId, Segment segment, List<Window> windows) {
        requireEqual(windows);
        List<MetricResult> results = new ArrayList<>();
        MetricDefinition metric = null;
        for (Window window : windows) {
            Cell cell = scorecard.require(metricId, segment, window);
            metric = cell.metric();
            if (!scorecard.asOf().isBefore(window.to())) {
                results.add(cell.result());
            }
        }
        return trend(requireNonNull(metric, "a trend needs a window"), results);
    }

    private static void requireEqual(List<Window> windows) {
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("a trend needs windows");
        }
        for (int i = 1; i < windows.size(); i++) {
            Window one = windows.get(i - 1);
            Window next = windows.get(i);
            if (next.from().isBefore(one.to())) {
                throw new IllegalArgumentException(
                        "windows are held against each other in the order of time and without overlap, but " + next
                                + " does not begin after " + one);
            }
            if (!one.isAboutAsLongAs(next)) {
                throw new IllegalArgumentException("windows that are held against each other are about equally long,"
                        + " but " + one + " and " + next + " are not");
            }
        }
    }
}

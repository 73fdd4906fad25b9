package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.Revision;
import io.infinityloop.rule.Comparator;
import java.util.Map;
import java.util.SortedMap;

/**
 * How many lines a commit changes.
 *
 * <p>One sample for each commit whose size somebody told: the lines that it adds and deletes. The headline is the
 * median (type 7); mean, p95 and how many commits are above the limit are parts. The limit is advice and blocks
 * nothing: a large commit may be right.
 *
 * <p>Left out and counted: merge commits, commits whose size nobody told or that is beyond counting. No data is
 * undefined; one sample is its own median.
 *
 * @unit lines
 * @source ours. Requirements MET-22, THR-11 and D-20.
 * @since 0.1
 */
public final class CommitSize {
    private static final long TWENTY = 20;

    /** At most twenty lines, as advice. */
    public static final Target TARGET = Target.of(
                    Comparator.AT_MOST, Amount.count(TWENTY), "THR-11: about twenty lines are read with care")
            .asAdvice();

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.commit-size",
                    "Lines per commit",
                    "Lines that a commit adds and deletes; median.",
                    "commits of a known size",
                    Unit.COUNT,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-22")
            .with(MetricProfile.PLAIN
                    .alias("Commit batch size")
                    .formula("added + deleted lines of each commit")
                    .target(TARGET)
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.CODE)
                    .option("limit", "the size above which commits are told apart: 20 lines by default"));

    private CommitSize() {}

    /** {@return the metric} */
    public static MetricCalculator<Revision, ?> calculator() {
        return calculator(TWENTY);
    }

    /**
     * Returns the metric with another limit.
     *
     * @param limit the lines above which commits are told apart; one of exactly that size is not
     * @return the metric
     * @throws IllegalArgumentException if the limit is negative
     */
    public static MetricCalculator<Revision, ?> calculator(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException(
                    "the limit of a commit's size is " + limit + ": expected a number of lines, zero or more");
        }
        MetricDefinition definition = new Variant(DEFINITION)
                .option(limit == TWENTY, "limit-" + limit, "the limit is " + limit + " lines")
                .definition();
        return Metrics.foldIn(
                definition,
                Revision.class,
                (revision, asOf) -> place(revision),
                Sizes::new,
                (sizes, revision, frame) -> sizes.add(revision, limit),
                Sizes::merge,
                (sizes, frame) -> sizes.result(definition));
    }

    private static Place place(Revision revision) {
        if (revision.isMerge()) {
            return new Place.Nowhere("merge commit");
        }
        return revision.details().lines() == null ? new Place.Nowhere("size unknown") : new Place.At(revision.at());
    }

    private static final class Sizes {
        private final Samples samples;
        private long above;

        Sizes(Memory memory) {
            samples = Samples.in(memory);
        }

        Use add(Revision revision, long limit) {
            ChangeDetails.Lines lines = revision.details().lines();
            if (lines == null || lines.added() > Long.MAX_VALUE - lines.deleted()) {
                return Use.excluded("size beyond counting");
            }
            samples.add(lines.changed());
            above += lines.changed() > limit ? 1 : 0;
            return Use.counted();
        }

        Sizes merge(Sizes from) {
            samples.addAll(from.samples);
            above += from.above;
            return this;
        }

        MetricResult result(MetricDefinition definition) {
            if (samples.size() == 0) {
                return MetricResult.Undefined.inWindow(definition);
            }
            SortedMap<String, Amount> parts = samples.summary(Unit.COUNT);
            parts.putAll(Map.of("above the limit", Amount.count(above)));
            return MetricResult.Value.of(
                    definition, samples.value(Statistic.MEDIAN, Unit.COUNT), parts, samples.size());
        }
    }
}

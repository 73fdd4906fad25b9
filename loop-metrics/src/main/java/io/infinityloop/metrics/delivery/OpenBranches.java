package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.BranchLife;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many branches are open at the end of the window, or at the last instant that is known.
 *
 * <p>The parts are the median age, the age of the oldest, and how many are older than the limit. Without this number
 * {@link BranchAge} flatters: a branch that is never merged has no age there.
 *
 * <p>Nothing is left out. No branch at all is undefined; branches that are all merged are 0.
 *
 * @unit branches
 * @source ours. Requirements MET-20, THR-12 and D-19.
 * @since 0.1
 */
public final class OpenBranches {
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.open-branches",
                    "Open branches",
                    "Branches that are not merged at the end of the observed window, with their ages.",
                    "branches",
                    Unit.COUNT,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-20")
            .with(MetricProfile.PLAIN
                    .formula("branches begun and not merged; age = end of the window - begin")
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.CODE)
                    .option("limit", "the age beyond which a branch is told apart: 2 days by default"));

    private OpenBranches() {}

    /** {@return the metric} */
    public static MetricCalculator<BranchLife, ?> calculator() {
        return calculator(TWO_DAYS);
    }

    /**
     * Returns the metric with another limit.
     *
     * @param limit the age beyond which a branch is told apart; one of exactly that age is not
     * @return the metric
     * @throws IllegalArgumentException if the limit is negative
     */
    public static MetricCalculator<BranchLife, ?> calculator(Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException(
                    "the limit of open branches is " + limit + ": expected an age, zero or more");
        }
        MetricDefinition definition = new Variant(DEFINITION)
                .option(limit.equals(TWO_DAYS), "limit-" + limit.toSeconds() + "s", "the limit is " + limit)
                .definition();
        return Metrics.foldIn(
                definition,
                BranchLife.class,
                (branch, asOf) -> new Place.Over(branch.began(), branch.mergedAt()),
                Ages::new,
                (ages, branch, frame) -> ages.add(branch, frame, limit),
                Ages::merge,
                (ages, frame) -> ages.result(definition, frame));
    }

    private static final class Ages {
        private final Samples samples;
        private long beyond;

        Ages(Memory memory) {
            samples = Samples.in(memory);
        }

        Use add(BranchLife branch, Frame frame, Duration limit) {
            if (!isOpen(branch, frame)) {
                return new Use.NotConcerned();
            }
            Duration age = Duration.between(branch.began(), frame.observedTo());
            Use use = samples.add(age);
            beyond += use instanceof Use.Counted && age.compareTo(limit) > 0 ? 1 : 0;
            return use;
        }

        /** What is merged at the end of the window belongs to the next one; at the last known instant it is merged. */
        private static boolean isOpen(BranchLife branch, Frame frame) {
            Instant end = frame.observedTo();
            Instant mergedAt = branch.mergedAt();
            boolean isNow = frame.asOf().isBefore(frame.window().to());
            boolean isBegun =
                    isNow ? !branch.began().isAfter(end) : branch.began().isBefore(end);
            return isBegun && (mergedAt == null || (isNow ? mergedAt.isAfter(end) : !mergedAt.isBefore(end)));
        }

        Ages merge(Ages from) {
            samples.addAll(from.samples);
            beyond += from.beyond;
            return this;
        }

        MetricResult result(MetricDefinition definition, Frame frame) {
            if (frame.asOf().isBefore(frame.window().from())) {
                return MetricResult.Undefined.notYet(definition);
            }
            SortedMap<String, Amount> parts = new TreeMap<>();
            parts.put("beyond the limit", Amount.count(beyond));
            if (samples.size() > 0) {
                parts.put("median age", samples.value(Statistic.MEDIAN, Unit.SECONDS));
                parts.put("oldest", samples.value(Statistic.MAX, Unit.SECONDS));
            }
            return MetricResult.Value.of(definition, Amount.count(samples.size()), parts, samples.size());
        }
    }
}

package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.BranchLife;
import io.infinityloop.rule.Comparator;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How old a branch is when it is merged.
 *
 * <p>One sample for each merged branch: from its first commit to the merge. The merge says which window it falls into.
 * The headline is the median (type 7); the mean is a part. Where branches are read off merge commits, work that came
 * without a merge (squashed, rebased, committed to the main line) has no sample: the source says how much that is.
 *
 * <p>Left out and counted: branches that are still open, negative durations. No data is undefined; one sample is its
 * own median.
 *
 * @unit seconds
 * @source ours. Requirements MET-20, THR-12 and D-19.
 * @since 0.1
 */
public final class BranchAge {
    /** At most two days, better one. */
    public static final Target TARGET = Target.of(
                    Comparator.AT_MOST, Amount.of(Duration.ofDays(2)), "THR-12: a branch lives for two days at most")
            .ideal(Comparator.AT_MOST, Amount.of(Duration.ofDays(1)));

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.branch-age",
                    "Branch age",
                    "From the first commit of a branch to its merge; median.",
                    "merged branches",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-20")
            .with(MetricProfile.PLAIN
                    .alias("Branch life time")
                    .formula("merge - first commit")
                    .target(TARGET)
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.CODE));

    private BranchAge() {}

    /** {@return the metric} */
    public static MetricCalculator<BranchLife, ?> calculator() {
        return Metrics.duration(DEFINITION, BranchLife.class, BranchAge::place, BranchAge::duration);
    }

    private static Place place(BranchLife branch) {
        Instant mergedAt = branch.mergedAt();
        return mergedAt == null ? new Place.Nowhere("still open") : new Place.At(mergedAt);
    }

    private static Duration duration(BranchLife branch) {
        return Duration.between(branch.began(), Objects.requireNonNull(branch.mergedAt()));
    }
}

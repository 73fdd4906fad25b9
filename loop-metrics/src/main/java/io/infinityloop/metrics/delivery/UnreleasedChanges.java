package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Delivery;

/**
 * How many changes wait for a release at the end of the window, or at the last instant that is known.
 *
 * <p>Commits that were committed and are in no release yet, merges left out. The parts are the median age and the age
 * of the oldest. Without this number a lead time flatters: what was never released has none.
 *
 * <p>Left out and counted: merge commits. No commit at all is undefined; commits that are all released are 0.
 *
 * @unit changes
 * @source ours.
 * @since 0.1
 */
public final class UnreleasedChanges {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.unreleased-changes",
                    "Unreleased changes",
                    "Commits that are in no release at the end of the observed window, merges left out.",
                    "commits",
                    Unit.COUNT,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours")
            .with(MetricProfile.PLAIN
                    .formula("commits without a release; age = end of the window - commit")
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.RELEASE));

    private UnreleasedChanges() {}

    /** {@return the metric} */
    public static MetricCalculator<Change, ?> calculator() {
        return Metrics.waiting(DEFINITION, Change.class, (change, asOf) -> place(change));
    }

    private static Place place(Change change) {
        if (change.merge()) {
            return new Place.Nowhere("merge commit");
        }
        Delivery released = change.released();
        return new Place.Over(change.committedAt(), released == null ? null : released.at());
    }
}

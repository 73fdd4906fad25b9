package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.PullRequestLife;
import java.time.Instant;

/**
 * Which part of the merged pull requests somebody else than the author had approved.
 *
 * <p>The merge says which window a pull request falls into. An approval counts if it was given by the time of the merge
 * and the same role has not asked for changes since; a comment is no approval. Who gave it is not known here.
 *
 * <p>Left out and counted: merged pull requests of which nobody told when they were merged. Open and rejected ones do
 * not count. No merged pull request is undefined.
 *
 * @unit part of the merged pull requests, 0 to 1
 * @source ours. Requirement MET-38.
 * @since 0.1
 */
public final class ReviewCoverage {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.review-coverage",
                    "Review coverage",
                    "Merged pull requests that somebody else had approved, divided by all merged pull requests.",
                    "merged pull requests",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-38")
            .with(MetricProfile.PLAIN
                    .formula("merged with the approval of somebody else / merged")
                    .leading()
                    .dimension(CalmrDimension.CULTURE)
                    .stage(Stage.CODE));

    private ReviewCoverage() {}

    /** {@return the metric} */
    public static MetricCalculator<PullRequestLife, ?> calculator() {
        return Metrics.ratio(
                DEFINITION, PullRequestLife.class, ReviewCoverage::place, PullRequestLife::isApprovedByOther);
    }

    private static Place place(PullRequestLife request) {
        if (!request.isMerged()) {
            return new Place.NotConcerned();
        }
        Instant mergedAt = request.closedAt();
        return mergedAt == null ? new Place.Nowhere("instant of the merge unknown") : new Place.At(mergedAt);
    }
}

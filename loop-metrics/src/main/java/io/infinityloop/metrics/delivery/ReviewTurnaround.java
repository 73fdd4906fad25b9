package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.PullRequestLife;
import java.time.Duration;

/**
 * How long a pull request waits for the first word of somebody else.
 *
 * <p>One sample for each pull request on which somebody else than the author said something: from its opening to the
 * first such review, whatever it said, which says which window it falls into. The headline is the median (type 7).
 *
 * <p>Left out and counted: pull requests that nobody else has looked at, told apart by whether they still wait;
 * negative durations. No data is undefined.
 *
 * @unit seconds
 * @source ours; LinearB and Middleware take a pull request without a review for one of zero seconds, which makes the
 *     mean too good. Requirement MET-38.
 * @since 0.1
 */
public final class ReviewTurnaround {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.review-turnaround",
                    "Review turnaround",
                    "From the opening of a pull request to the first review by somebody else; median.",
                    "reviewed pull requests",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-38")
            .with(MetricProfile.PLAIN
                    .formula("first review by somebody else - opened")
                    .leading()
                    .dimension(CalmrDimension.CULTURE)
                    .stage(Stage.CODE));

    private ReviewTurnaround() {}

    /** {@return the metric} */
    public static MetricCalculator<PullRequestLife, ?> calculator() {
        return Metrics.duration(
                DEFINITION,
                PullRequestLife.class,
                ReviewTurnaround::place,
                request -> Duration.between(
                        request.openedAt(), request.firstReviewedAt().orElseThrow()));
    }

    private static Place place(PullRequestLife request) {
        return request.firstReviewedAt()
                .<Place>map(Place.At::new)
                .orElseGet(() -> new Place.Nowhere(
                        request.status() == PullRequest.Status.OPEN
                                ? "waits for a review"
                                : "closed without a review"));
    }
}

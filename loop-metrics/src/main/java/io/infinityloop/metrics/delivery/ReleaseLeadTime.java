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
import java.time.Duration;
import java.util.Objects;

/**
 * How long a change waits for its first release.
 *
 * <p>One sample for each commit: from its author's time to the first release that contains it. The release says which
 * window it falls into. The headline is the median (type 7); the mean is a part. It is not DORA's change lead time,
 * which ends in production: see {@link io.infinityloop.metrics.dora.ChangeLeadTime}.
 *
 * <p>Left out and counted: merge commits, changes that are not released yet, changes in a release that is marked as
 * baseline (the first one of a repository), negative durations. No data is undefined; one sample is its own median.
 *
 * @unit seconds
 * @source ours.
 * @since 0.1
 */
public final class ReleaseLeadTime {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.release-lead-time",
                    "Commit to release",
                    "From a commit's author time to the first release that contains it; median.",
                    "released changes",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours")
            .with(MetricProfile.PLAIN
                    .formula("first release that contains the commit - author time")
                    .audience(MetricProfile.Audience.ENGINEER, MetricProfile.Audience.BUSINESS)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.RELEASE));

    private ReleaseLeadTime() {}

    /** {@return the metric} */
    public static MetricCalculator<Change, ?> calculator() {
        return Metrics.duration(DEFINITION, Change.class, ReleaseLeadTime::place, ReleaseLeadTime::duration);
    }

    private static Place place(Change change) {
        Delivery released = change.released();
        if (change.merge()) {
            return new Place.Nowhere("merge commit");
        }
        if (released == null) {
            return new Place.Nowhere("not released yet");
        }
        return released.baseline() ? new Place.Nowhere("in the first release") : new Place.At(released.at());
    }

    private static Duration duration(Change change) {
        return Duration.between(
                change.authoredAt(), Objects.requireNonNull(change.released()).at());
    }
}

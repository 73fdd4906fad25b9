package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Released;

/**
 * How many changes are in a release.
 *
 * <p>One sample for each release: the commits that it was the first to contain, merges left out; 0 for a release
 * without a change of its own. The headline is the median (type 7); mean, p90 and max are parts.
 *
 * <p>Left out and counted: releases that are marked as baseline (the first one of a repository). No data is undefined;
 * one sample is its own median.
 *
 * @unit changes
 * @source ours. Requirement MET-22.
 * @since 0.1
 */
public final class ReleaseBatchSize {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.release-batch-size",
                    "Changes per release",
                    "Commits that a release was the first to contain, merges left out; median.",
                    "releases after the first",
                    Unit.COUNT,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-22")
            .with(MetricProfile.PLAIN
                    .formula("commits that a release was the first to contain")
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.RELEASE));

    private ReleaseBatchSize() {}

    /** {@return the metric} */
    public static MetricCalculator<Released, ?> calculator() {
        return Metrics.size(
                DEFINITION,
                Released.class,
                released -> released.baseline() ? new Place.Nowhere("first release") : new Place.At(released.at()),
                Released::changes);
    }
}

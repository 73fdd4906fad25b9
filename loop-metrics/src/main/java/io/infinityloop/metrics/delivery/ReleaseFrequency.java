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
 * How often a release is made.
 *
 * <p>Releases in the window, divided by its observed weeks, empty ones included. The parts are the count and the median
 * time from one release to the next. A release is not a deployment: see
 * {@link io.infinityloop.metrics.dora.DeploymentFrequency}.
 *
 * <p>No release at all is undefined; a window without one, where there are others, is 0 a week.
 *
 * @unit per week
 * @source ours.
 * @since 0.1
 */
public final class ReleaseFrequency {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.release-frequency",
                    "Release frequency",
                    "Releases per week of the observed window, empty weeks included.",
                    "releases",
                    Unit.PER_WEEK,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours")
            .with(MetricProfile.PLAIN
                    .formula("releases / observed weeks")
                    .audience(
                            MetricProfile.Audience.ENGINEER,
                            MetricProfile.Audience.BUSINESS,
                            MetricProfile.Audience.EXECUTIVE)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.RELEASE));

    private ReleaseFrequency() {}

    /** {@return the metric} */
    public static MetricCalculator<Released, ?> calculator() {
        return Metrics.frequency(DEFINITION, Released.class, released -> new Place.At(released.at()));
    }
}

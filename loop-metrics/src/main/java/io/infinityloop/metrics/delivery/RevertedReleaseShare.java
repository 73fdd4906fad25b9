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
 * Which part of the releases was reverted from later: a later release undoes a change that this one was the first to
 * contain.
 *
 * <p>One subject for each release; its own time says which window it falls into. A change that is undone within the
 * release that brought it, or before any, does not count: nobody outside saw it. A proxy for failed changes where
 * nothing is known of operation, and no more: it is not DORA's change fail rate and has no level of DORA's. A young
 * release may still be reverted.
 *
 * <p>Nothing is left out. No release is undefined; 0 means that none was reverted.
 *
 * @unit part of the releases, 0 to 1
 * @source ours. The idea that a revert is evidence of a failed change is Datadog's and Sleuth's, 2026.
 * @since 0.1
 */
public final class RevertedReleaseShare {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.reverted-release-share",
                    "Reverted release share",
                    "Releases of which a later release undoes a change, divided by all releases; a proxy.",
                    "releases",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; a proxy without a DORA level")
            .with(MetricProfile.PLAIN
                    .formula("releases of which a later one undoes a change / releases")
                    .audience(MetricProfile.Audience.ENGINEER, MetricProfile.Audience.BUSINESS)
                    .dimension(CalmrDimension.RECOVERY)
                    .stage(Stage.RELEASE));

    private RevertedReleaseShare() {}

    /** {@return the metric} */
    public static MetricCalculator<Released, ?> calculator() {
        return Metrics.ratio(
                DEFINITION,
                Released.class,
                released -> new Place.At(released.at()),
                released -> released.reverted() != null);
    }
}

package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Integrated;

/**
 * How often work comes to the main line.
 *
 * <p>Pull requests and branches that were merged in the window, divided by its observed days, empty ones included; a
 * branch and the pull request that it was merged with count once. Commits that were made on the main line itself are no
 * merges and do not count, though working so is as good. The parts are the count and the median time from one to the
 * next.
 *
 * <p>Nothing is left out. No merge at all is undefined; a window without one, where there are others, is 0 a day.
 *
 * @unit per day
 * @source ours, after DORA, "Trunk-based development", dora.dev: merge at least once a day. Requirements MET-21 and
 *     D-19.
 * @since 0.1
 */
public final class IntegrationFrequency {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.integration-frequency",
                    "Integration frequency",
                    "Merges to the main line per day of the observed window, empty days included.",
                    "merges",
                    Unit.PER_DAY,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; MET-21")
            .with(MetricProfile.PLAIN
                    .formula("merged pull requests and branches / observed days")
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .stage(Stage.CODE));

    private IntegrationFrequency() {}

    /** {@return the metric} */
    public static MetricCalculator<Integrated, ?> calculator() {
        return Metrics.frequency(DEFINITION, Integrated.class, merge -> new Place.At(merge.at()));
    }
}

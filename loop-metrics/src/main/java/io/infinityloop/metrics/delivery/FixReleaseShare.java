package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Labels;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Released;

/**
 * Which part of the releases was made to fix something, by the word of whoever recorded them: the label
 * {@link Labels#INTENT} is {@code fix}.
 *
 * <p>Left out and counted: releases that do not say. If none says, the metric is undefined: nothing is guessed from
 * version numbers, because a patch version measures numbering and cadence, not failure.
 *
 * @unit part of the releases, 0 to 1
 * @source ours, after RedGate.Metrics (a pattern that the user gives), 2026.
 * @since 0.1
 */
public final class FixReleaseShare {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.fix-release-share",
                    "Fix release share",
                    "Releases that are marked as fixes, divided by those that say what they are for.",
                    "releases that say whether they are fixes",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours")
            .with(MetricProfile.PLAIN
                    .formula("releases marked as fixes / releases that say what they are for")
                    .audience(MetricProfile.Audience.ENGINEER, MetricProfile.Audience.BUSINESS)
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.RELEASE));

    private FixReleaseShare() {}

    /** {@return the metric} */
    public static MetricCalculator<Released, ?> calculator() {
        return Metrics.ratio(DEFINITION, Released.class, FixReleaseShare::place, FixReleaseShare::isFix);
    }

    private static Place place(Released released) {
        return released.labels().get(Labels.INTENT).isPresent()
                ? new Place.At(released.at())
                : new Place.Nowhere("does not say");
    }

    private static boolean isFix(Released released) {
        return released.labels().get(Labels.INTENT).filter("fix"::equals).isPresent();
    }
}

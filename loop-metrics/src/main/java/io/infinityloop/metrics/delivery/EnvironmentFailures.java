package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Run;

/**
 * Which part of the failures says nothing about the change: machines, networks or services were at fault.
 *
 * <p>Failed builds and test runs that are marked so (the label {@link io.infinityloop.Labels#CAUSE} is
 * {@code environment}, or the outcome is ERROR), divided by all failed builds and test runs. The end says which window
 * a run falls into.
 *
 * <p>Runs that did not fail and those on a developer's own machine do not count. No failure is undefined.
 *
 * @unit part of the failures, 0 to 1
 * @source ours. Requirement MET-36.
 * @since 0.1
 */
public final class EnvironmentFailures {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.environment-failure-share",
                    "Failures of the environment",
                    "Failed builds and test runs that the environment caused, divided by all that failed.",
                    "failed builds or test runs",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-36")
            .with(MetricProfile.PLAIN
                    .formula("failures caused by the environment / failures")
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION)
                    .stage(Stage.TEST));

    private EnvironmentFailures() {}

    /** {@return the metric} */
    public static MetricCalculator<Run, ?> calculator() {
        return Metrics.ratio(
                DEFINITION,
                Run.class,
                run -> run.outcome().isFailure() && !run.isLocal()
                        ? new Place.At(run.endedAt())
                        : new Place.NotConcerned(),
                Run::isEnvironmentCaused);
    }
}

package io.infinityloop.metrics.delivery;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.BuildRun;
import java.time.Duration;
import java.util.Objects;

/**
 * How long a build waits for a machine before it starts.
 *
 * <p>One sample for each build that says since when it waited (the label {@link io.infinityloop.Labels#QUEUED}), also
 * for those that were cancelled later. The start says which window it falls into. The headline is the median (type 7).
 *
 * <p>Left out and counted: builds that do not say, negative durations. No data is undefined.
 *
 * @unit seconds
 * @source ours. DevLake and others put queue and run together, so that a re-run seems to last for days.
 * @since 0.1
 */
public final class BuildQueueTime {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "delivery.build-queue-time",
                    "Build queue time",
                    "From the instant since when a build waited for a machine to its start; median.",
                    "builds that say since when they waited",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours")
            .with(MetricProfile.PLAIN
                    .formula("start - queued")
                    .leading()
                    .dimension(CalmrDimension.AUTOMATION)
                    .stage(Stage.BUILD));

    private BuildQueueTime() {}

    /** {@return the metric} */
    public static MetricCalculator<BuildRun, ?> calculator() {
        return Metrics.duration(
                DEFINITION,
                BuildRun.class,
                build -> build.queuedAt() == null
                        ? new Place.Nowhere("start of the wait unknown")
                        : new Place.At(build.startedAt()),
                build -> Duration.between(Objects.requireNonNull(build.queuedAt()), build.startedAt()));
    }
}

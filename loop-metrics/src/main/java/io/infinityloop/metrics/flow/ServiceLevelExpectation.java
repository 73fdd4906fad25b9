package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.LoopPass;

/**
 * How long a change is to be expected to take: what 85 of 100 did not exceed.
 *
 * <p>The samples are those of {@link CycleTime}; the headline is their 85th percentile (type 7). It is a forecast for
 * one change, with its probability: the share of those in the past that took no longer.
 *
 * <p>Left out and counted: as for cycle time. No data is undefined.
 *
 * @unit seconds
 * @source The Kanban Guide, kanbanguides.org, 2020: "a forecast of how long it should take a single work item to flow
 *     from started to finished", a period of time and a probability; the 85 % are Vacanti, Actionable Agile Metrics,
 *     2015.
 * @since 0.1
 */
public final class ServiceLevelExpectation {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.service-level-expectation",
                    "Service level expectation",
                    "What 85 of 100 finished cycles of a loop did not exceed.",
                    "finished cycles",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "Kanban Guide 2020; Vacanti 2015")
            .with(MetricProfile.PLAIN
                    .alias("SLE")
                    .formula("85th percentile of cycle time")
                    .leading()
                    .audience(Audience.ENGINEER, Audience.BUSINESS)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .option("statistic", "the percentile; default P85"));

    private ServiceLevelExpectation() {}

    /** {@return the metric with its default, the 85th percentile} */
    public static MetricCalculator<LoopPass, ?> calculator() {
        return calculator(Statistic.P85);
    }

    /**
     * Returns the metric with another percentile.
     *
     * @param statistic the percentile
     * @return the metric
     */
    public static MetricCalculator<LoopPass, ?> calculator(Statistic statistic) {
        return CycleTime.builder().statistic(statistic).build(DEFINITION, Statistic.P85);
    }
}

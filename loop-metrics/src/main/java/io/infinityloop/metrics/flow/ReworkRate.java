package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.StageVisit;
import java.time.Instant;

/**
 * How much of the work in stages is work done again.
 *
 * <p>An attempt is a visit of a stage that has ended; it falls into the window in which the stage was left. The
 * headline is the attempts beyond the first of their stage and cycle, divided by all attempts; the parts are both
 * counts and the repeated attempts of each stage. DORA's deployment rework rate is another metric: it counts
 * deployments.
 *
 * <p>Left out and counted: visits that have not ended. No data is undefined.
 *
 * @unit ratio, 0 to 1
 * @source ours, from the loop's history. Requirement MET-31.
 * @since 0.1
 */
public final class ReworkRate {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.rework-rate",
                    "Rework rate",
                    "How many of the visits of stages are not the first of their stage in a cycle.",
                    "finished visits of stages",
                    Unit.RATIO,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours, from the loop's history; MET-31")
            .with(MetricProfile.PLAIN
                    .formula("visits beyond the first of their stage in the cycle / visits")
                    .audience(Audience.ENGINEER, Audience.BUSINESS)
                    .dimension(CalmrDimension.CULTURE));

    private ReworkRate() {}

    /** {@return the metric} */
    public static MetricCalculator<StageVisit, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                StageVisit.class,
                (visit, asOf) -> place(visit),
                Shares::new,
                (state, visit, frame) -> {
                    state.add(visit.stage().displayName(), visit.isRepeated());
                    return Use.counted();
                },
                Shares::merge,
                (state, frame) -> state.result(DEFINITION, "repeated", state.counts()));
    }

    private static Place place(StageVisit visit) {
        Instant left = visit.left();
        return left == null ? new Place.Nowhere("still in the stage") : new Place.At(left);
    }
}

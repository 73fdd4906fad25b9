package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.InsightCase;
import java.time.Instant;
import java.util.TreeMap;

/**
 * How often acting on an insight helped.
 *
 * <p>A closed insight is one whose goal a later cycle of the loop measured; see {@link InsightCase}. It falls into the
 * window in which the decisive measurement was taken: the latest. The headline is the closed insights whose goal was
 * reached, divided by all closed ones; the parts are both counts.
 *
 * <p>Left out and counted: insights that are open, because no later cycle measured their goal. No data is undefined.
 *
 * @unit ratio, 0 to 1
 * @source ours. Requirement FBK-03.
 * @since 0.1
 */
public final class InsightFollowThrough {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.insight-follow-through",
                    "Insights that helped",
                    "How many of the insights whose goal was measured in a later cycle reached it.",
                    "closed insights",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; FBK-03")
            .with(MetricProfile.PLAIN
                    .formula("insights closed as improved / insights closed")
                    .audience(Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.MEASUREMENT)
                    .stage(Stage.MONITOR));

    private InsightFollowThrough() {}

    /** {@return the metric} */
    public static MetricCalculator<InsightCase, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                InsightCase.class,
                (one, asOf) -> place(one),
                Shares::new,
                (state, one, frame) -> {
                    state.add(one.status().name(), one.status() == InsightCase.Status.CLOSED_IMPROVED);
                    return Use.counted();
                },
                Shares::merge,
                (state, frame) -> state.result(DEFINITION, "improved", new TreeMap<String, Amount>()));
    }

    private static Place place(InsightCase one) {
        Instant closed = one.closed();
        return closed == null ? new Place.Nowhere("open") : new Place.At(closed);
    }
}

package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.ImprovementAction;

/**
 * How much of what post-mortems ask for is done.
 *
 * <p>An action falls into the window in which its post-mortem was written. The headline is the actions whose plan item
 * is closed, divided by all; the parts are both counts. An action that became no plan item is not done.
 *
 * <p>No data is undefined.
 *
 * @unit ratio, 0 to 1
 * @source ours. Requirement FBK-14.
 * @since 0.1
 */
public final class ImprovementFollowThrough {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.improvement-follow-through",
                    "Improvement follow-through",
                    "How many of the actions that post-mortems ask for are done.",
                    "actions of post-mortems",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "ours; FBK-14")
            .with(MetricProfile.PLAIN
                    .formula("actions whose plan item is closed / actions")
                    .leading()
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.RECOVERY)
                    .stage(Stage.PLAN));

    private ImprovementFollowThrough() {}

    /** {@return the metric} */
    public static MetricCalculator<ImprovementAction, ?> calculator() {
        return Metrics.ratio(
                DEFINITION,
                ImprovementAction.class,
                action -> new Place.At(action.raised()),
                action -> action.done() != null);
    }
}

package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Samples;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.LoopPass;

/**
 * How old the work in progress is at the end of the window, or at the last instant that is known.
 *
 * <p>One sample for each cycle of a loop that has begun and not ended: from entering its first stage until then. The
 * headline is the median (type 7), the parts are max, mean, median, min, p90 and p95. Where the age of one exceeds the
 * {@link ServiceLevelExpectation}, look at it.
 *
 * <p>Left out and counted: loops at rest, as in {@link WorkInProgress}.
 *
 * <p>Where nothing is open it is undefined: what is not there has no age.
 *
 * @unit seconds
 * @source The Kanban Guide, kanbanguides.org, 2020: "the amount of elapsed time between when a work item started and
 *     the current time"; the current time is the last instant that is known.
 * @since 0.1
 */
public final class WorkItemAge {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.work-item-age",
                    "Age of work in progress",
                    "How long ago the cycles that have not ended at the end of the window began; median.",
                    "open cycles",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "Kanban Guide 2020")
            .with(MetricProfile.PLAIN
                    .alias("ageing WIP", "WIP age")
                    .formula("end of the window - when the cycle began")
                    .leading()
                    .audience(Audience.ENGINEER, Audience.BUSINESS)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .option("rule", "statistic and working time; default median of all time"));

    private WorkItemAge() {}

    /** {@return the metric by its default rule} */
    public static MetricCalculator<LoopPass, ?> calculator() {
        return calculator(DurationRule.STANDARD);
    }

    /**
     * Returns the metric by another rule.
     *
     * @param rule statistic and working time
     * @return the metric
     */
    public static MetricCalculator<LoopPass, ?> calculator(DurationRule rule) {
        MetricDefinition definition = rule.variant(DEFINITION, Statistic.MEDIAN).definition();
        return Metrics.foldIn(
                definition,
                LoopPass.class,
                (pass, asOf) -> new Place.Over(pass.started(), pass.ended()),
                Samples::in,
                (state, pass, frame) -> add(state, pass, frame, rule),
                (into, from) -> {
                    into.addAll(from);
                    return into;
                },
                (state, frame) -> result(definition, state, rule.statistic()));
    }

    private static Use add(Samples state, LoopPass pass, Frame frame, DurationRule rule) {
        if (!new Place.Over(pass.started(), pass.ended()).lastsAtEndOf(frame)) {
            return new Use.NotConcerned();
        }
        return pass.isResting()
                ? Use.excluded(WorkInProgress.RESTING)
                : state.add(rule.between(pass.started(), frame.observedTo()));
    }

    private static MetricResult result(MetricDefinition definition, Samples state, Statistic statistic) {
        return state.size() == 0
                ? MetricResult.Undefined.inWindow(definition)
                : MetricResult.Value.of(
                        definition, state.value(statistic, Unit.SECONDS), state.summary(Unit.SECONDS), state.size());
    }
}

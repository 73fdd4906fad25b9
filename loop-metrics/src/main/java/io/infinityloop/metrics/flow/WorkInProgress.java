package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.StageVisit;

/**
 * How many loops are in a stage at the end of the window, or at the last instant that is known.
 *
 * <p>The headline is all of them, the parts are how many are in each of the eight stages. A loop that was given up is
 * in no stage. One that is in PLAN after a finished cycle, with nothing recorded since, is at rest: it is left out and
 * counted, because nobody says that its next cycle has begun. A loop is in one stage at a time; where a feed's moves
 * contradict each other, it may be counted in two.
 *
 * <p>Where visits are known and none is open, it is 0. A window that begins after what is known is undefined, and so is
 * one for which no visit is known at all.
 *
 * @unit count
 * @source The Kanban Guide, kanbanguides.org, 2020: "the number of work items started but not finished". Requirement
 *     MET-32.
 * @since 0.1
 */
public final class WorkInProgress {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.work-in-progress",
                    "Work in progress",
                    "How many loops are in a stage at the end of the window.",
                    "visits of stages",
                    Unit.COUNT,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "Kanban Guide 2020; MET-32")
            .with(MetricProfile.PLAIN
                    .alias("WIP")
                    .formula("visits of stages that have begun and not ended, at the end of the window")
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW));

    /** Why a loop in PLAN is left out. */
    static final String RESTING = "at rest after a finished cycle";

    private WorkInProgress() {}

    /** {@return the metric} */
    public static MetricCalculator<StageVisit, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                StageVisit.class,
                (visit, asOf) -> new Place.Over(visit.entered(), visit.left()),
                StageCounts::new,
                (state, visit, frame) -> {
                    if (!isOpen(visit, frame)) {
                        return new Use.NotConcerned();
                    }
                    if (visit.resting()) {
                        return Use.excluded(RESTING);
                    }
                    state.add(visit.stage());
                    return Use.counted();
                },
                StageCounts::merge,
                (state, frame) -> counted(DEFINITION, state, frame));
    }

    /** Whether the loop is still in the stage at the end of what was seen of the window. */
    static boolean isOpen(StageVisit visit, Frame frame) {
        return new Place.Over(visit.entered(), visit.left()).lastsAtEndOf(frame);
    }

    static MetricResult counted(MetricDefinition definition, StageCounts state, Frame frame) {
        return frame.asOf().isBefore(frame.window().from())
                ? MetricResult.Undefined.notYet(definition)
                : MetricResult.Value.of(definition, Amount.count(state.all()), state.parts(Amount::count), state.all());
    }
}

package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Span;
import io.infinityloop.metrics.link.StageVisit;

/**
 * How many loops wait in a stage at the end of the window, or at the last instant that is known: nothing is known to
 * run for them just then.
 *
 * <p>It is work in progress without the loops for which a build, a test run or a deployment was running. The headline
 * is all that wait, the parts are how many wait in each of the eight stages.
 *
 * <p>Left out and counted: loops at rest, as there.
 *
 * <p>Where visits are known and none waits, it is 0. A window that begins after what is known is undefined, and so is
 * one for which no visit is known at all.
 *
 * @unit count
 * @source ours. Requirement MET-32.
 * @since 0.1
 */
public final class QueueLength {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.queue-length",
                    "Queue length",
                    "How many loops are in a stage at the end of the window, and nothing runs for them.",
                    "visits of stages",
                    Unit.COUNT,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-32")
            .with(MetricProfile.PLAIN
                    .formula("visits that have not ended and in which nothing runs, at the end of the window")
                    .leading()
                    .dimension(CalmrDimension.LEAN_FLOW));

    private QueueLength() {}

    /** {@return the metric} */
    public static MetricCalculator<StageVisit, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                StageVisit.class,
                (visit, asOf) -> new Place.Over(visit.entered(), visit.left()),
                StageCounts::new,
                (state, visit, frame) -> {
                    if (!waits(visit, frame)) {
                        return new Use.NotConcerned();
                    }
                    if (visit.resting()) {
                        return Use.excluded(WorkInProgress.RESTING);
                    }
                    state.add(visit.stage());
                    return Use.counted();
                },
                StageCounts::merge,
                (state, frame) -> WorkInProgress.counted(DEFINITION, state, frame));
    }

    /** Whether the loop is in the stage at the end of what was seen of the window, and nothing runs for it. */
    static boolean waits(StageVisit visit, Frame frame) {
        return WorkInProgress.isOpen(visit, frame) && visit.activity().stream().noneMatch(span -> runs(span, frame));
    }

    private static boolean runs(Span span, Frame frame) {
        return new Place.Over(span.from(), span.to()).lastsAtEndOf(frame);
    }
}

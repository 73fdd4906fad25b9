package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Frame;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.Handoff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How many changes are finished in a day.
 *
 * <p>The headline is the cycles that were finished in the window, divided by its observed length in days of 24 hours;
 * the parts are the same for each stage: how many changes left it forwards. A change that went back later, to the stage
 * or before it, was not finished there, and counts when it leaves it for good; it is left out and counted.
 *
 * <p>Where moves are known and none falls into the window, it is 0. A window that begins after what is known is
 * undefined, and so is one for which no move is known at all.
 *
 * @unit per day
 * @source The Kanban Guide, kanbanguides.org, 2020: "the number of work items finished per unit of time". Requirement
 *     MET-51.
 * @since 0.1
 */
public final class Throughput {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.throughput",
                    "Throughput",
                    "How many cycles of loops are finished in a day, and how many changes leave each stage.",
                    "moves",
                    Unit.PER_DAY,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "Kanban Guide 2020; MET-51")
            .with(MetricProfile.PLAIN
                    .formula("finished cycles / days of the window")
                    .audience(Audience.ENGINEER, Audience.BUSINESS)
                    .dimension(CalmrDimension.LEAN_FLOW));

    private Throughput() {}

    /** {@return the metric} */
    public static MetricCalculator<Handoff, ?> calculator() {
        return Metrics.fold(
                DEFINITION,
                Handoff.class,
                (handoff, asOf) -> handoff.isForward() ? new Place.At(handoff.at()) : new Place.NotConcerned(),
                StageCounts::new,
                (state, handoff, frame) -> {
                    if (handoff.aftermath().undone() != null) {
                        return Use.excluded("went back later");
                    }
                    state.add(handoff.transition().from());
                    return Use.counted();
                },
                StageCounts::merge,
                Throughput::result);
    }

    private static MetricResult result(StageCounts state, Frame frame) {
        Duration observed = frame.observed();
        if (observed.isZero()) {
            return MetricResult.Undefined.notYet(DEFINITION);
        }
        return MetricResult.Value.of(
                DEFINITION,
                perDay(state.of(Stage.MONITOR), observed),
                state.parts(count -> perDay(count, observed)),
                state.all());
    }

    private static Amount perDay(long count, Duration observed) {
        BigDecimal seconds = Amount.of(observed).number();
        return new Amount(
                BigDecimal.valueOf(count)
                        .multiply(BigDecimal.valueOf(Duration.ofDays(1).toSeconds()))
                        .divide(seconds, 9, RoundingMode.HALF_EVEN),
                Unit.PER_DAY);
    }
}

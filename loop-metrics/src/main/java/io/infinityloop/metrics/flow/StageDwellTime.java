package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.StageVisit;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * How long a loop stays in a stage. One metric a stage: {@code flow.dwell-time.plan} to
 * {@code flow.dwell-time.monitor}.
 *
 * <p>One sample for each visit: from entering the stage to leaving it, forwards or back. The leaving says which window
 * it falls into. A stage that is visited again after a return gives a sample for each visit. The headline is the median
 * (type 7); the mean is a part.
 *
 * <p>Left out and counted: visits that have not ended. No data is undefined; one sample is its own median.
 *
 * @unit seconds
 * @source ours, from the loop's history. Requirement MET-13.
 * @since 0.1
 */
public final class StageDwellTime {
    private StageDwellTime() {}

    /**
     * Returns the metric of a stage.
     *
     * @param stage the stage
     * @return the metric
     */
    public static MetricCalculator<StageVisit, ?> calculator(Stage stage) {
        return calculator(stage, DurationRule.STANDARD);
    }

    /**
     * Returns the metric of a stage by another rule.
     *
     * @param stage the stage
     * @param rule statistic and working time
     * @return the metric
     */
    public static MetricCalculator<StageVisit, ?> calculator(Stage stage, DurationRule rule) {
        return Metrics.duration(
                rule.variant(definition(stage), DurationRule.STANDARD.statistic())
                        .definition(),
                StageVisit.class,
                visit -> place(stage, visit),
                visit -> rule.between(visit.entered(), Objects.requireNonNull(visit.left())),
                rule.statistic());
    }

    /**
     * Returns what the metric of a stage is.
     *
     * @param stage the stage
     * @return the definition
     */
    public static MetricDefinition definition(Stage stage) {
        return new MetricDefinition(
                        "flow.dwell-time." + stage.name().toLowerCase(Locale.ROOT),
                        "Time in " + stage.displayName(),
                        "From entering " + stage.displayName() + " to leaving it, for each visit; median.",
                        "finished visits of " + stage.displayName(),
                        Unit.SECONDS,
                        MetricDefinition.Direction.LOWER_IS_BETTER,
                        "ours, from the loop's history; MET-13")
                .with(MetricProfile.PLAIN
                        .formula("when " + stage.displayName() + " was left - when it was entered")
                        .leading()
                        .dimension(CalmrDimension.LEAN_FLOW)
                        .stage(stage)
                        .option("rule", "statistic and working time; default median of all time"));
    }

    private static Place place(Stage stage, StageVisit visit) {
        Instant left = visit.left();
        if (visit.stage() != stage) {
            return new Place.NotConcerned();
        }
        return left == null ? new Place.Nowhere("still in the stage") : new Place.At(left);
    }
}

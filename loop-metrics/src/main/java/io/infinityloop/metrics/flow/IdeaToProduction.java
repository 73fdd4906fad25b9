package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.LoopPass;
import java.util.Objects;

/**
 * How long an idea takes into production: the customer's view of the lead time, which begins with the plan.
 *
 * <p>One sample for each cycle of a loop: from entering PLAN to the end of the production deployment that delivered it.
 * That is, of the commits recorded with the loop, the last that came into production; else the first successful
 * production deployment recorded with the loop; else leaving DEPLOY forwards. The deployment's end says which window it
 * falls into. The headline is the median (type 7); the mean is a part. It is never less than the change lead time of a
 * commit of the loop that was written after PLAN was entered.
 *
 * <p>Left out and counted: cycles that have not come into production, or whose beginning was not seen, and negative
 * durations. No data is undefined; one sample is its own median.
 *
 * @unit seconds
 * @source ours. Requirements MET-12 and D-10.
 * @since 0.1
 */
public final class IdeaToProduction {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.idea-to-production",
                    "Idea to production",
                    "From entering Plan to the production deployment that delivered the change; median.",
                    "cycles that came into production",
                    Unit.SECONDS,
                    MetricDefinition.Direction.LOWER_IS_BETTER,
                    "ours; MET-12")
            .with(MetricProfile.PLAIN
                    .alias("customer lead time", "time to market")
                    .formula("when the production deployment ended - when Plan was entered")
                    .primary()
                    .audience(Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.LEAN_FLOW)
                    .option("rule", "statistic and working time; default median of all time"));

    private IdeaToProduction() {}

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
        return Metrics.duration(
                rule.variant(DEFINITION, DurationRule.STANDARD.statistic()).definition(),
                LoopPass.class,
                IdeaToProduction::place,
                pass -> rule.between(
                        pass.started(),
                        Objects.requireNonNull(pass.production()).at()),
                rule.statistic());
    }

    private static Place place(LoopPass pass) {
        LoopPass.Production production = pass.production();
        if (production == null) {
            return new Place.Nowhere("not in production");
        }
        return pass.isWhole() ? new Place.At(production.at()) : new Place.Nowhere("beginning not seen");
    }
}

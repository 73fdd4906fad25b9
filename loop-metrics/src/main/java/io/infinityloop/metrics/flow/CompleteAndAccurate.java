package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Transition;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.link.Handoff;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * %C/A, complete and accurate: how often work that is handed over can be used as it is.
 *
 * <p>A handoff is a move of the loop to a later stage, or from MONITOR to the next PLAN; it falls into the window in
 * which it was made. It is clean unless a return is charged to it within the horizon. The headline is clean handoffs
 * divided by handoffs; the parts are both counts and the same share for each transition that was made, such as
 * {@code Code to Build}.
 *
 * <p>By default a return is charged to the latest handoff of the stage that it goes back to; a return to a stage that a
 * feed leapt over, to the leap. A move back that a feed reports as a move of the loop is a return too.
 *
 * <p>Left out and counted: handoffs younger than the horizon (seven days) of a cycle that is not over. No data is
 * undefined.
 *
 * @unit ratio, 0 to 1
 * @source Karen Martin and Mike Osterling, Value Stream Mapping, 2013: the share of the time that a downstream customer
 *     can do their work without having to correct, add or clarify. The formula over a loop is ours. Requirements
 *     MET-06, THR-06 and D-16.
 * @since 0.1
 */
public final class CompleteAndAccurate {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.complete-and-accurate",
                    "%C/A",
                    "How often work that is handed over to the next stage can be used as it is, and does not come back.",
                    "handoffs",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "Martin and Osterling 2013, formula ours; MET-06")
            .with(MetricProfile.PLAIN
                    .alias("percent complete and accurate", "PCA", "%C&A")
                    .formula("handoffs that no return is charged to / handoffs")
                    .target(Target.of(
                            Comparator.ABOVE, new Amount(new BigDecimal("0.9"), Unit.RATIO), "DevOps loop; THR-06"))
                    .leading()
                    .audience(Audience.ENGINEER, Audience.BUSINESS, Audience.EXECUTIVE)
                    .dimension(CalmrDimension.CULTURE)
                    .option("chargedTo", "which handoff a return makes unclean; default STAGE_RETURNED_TO")
                    .option("horizon", "how long after a handoff a return counts; default 7 days"));

    private CompleteAndAccurate() {}

    /** {@return the metric by its default rule} */
    public static MetricCalculator<Handoff, ?> calculator() {
        return builder().build();
    }

    /** {@return a builder of the metric by another rule} */
    public static Builder builder() {
        return new Builder();
    }

    /** The name of a transition among the parts of a result. */
    static String name(Transition transition) {
        return transition.from().displayName() + " to " + transition.to().displayName();
    }

    /**
     * Chooses the rule. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private Cleanliness rule = Cleanliness.STANDARD;

        private Builder() {}

        /**
         * Chooses which handoff a return makes unclean.
         *
         * @param charge which; {@link Charge#STAGE_RETURNED_TO} unless chosen
         * @return this builder
         */
        public Builder chargedTo(Charge charge) {
            rule = new Cleanliness(charge, rule.horizon());
            return this;
        }

        /**
         * Chooses how long after a handoff a return counts.
         *
         * @param horizon how long, above zero; seven days unless chosen
         * @return this builder
         * @throws IllegalArgumentException if it is zero or negative
         */
        public Builder horizon(Duration horizon) {
            rule = new Cleanliness(rule.charge(), horizon);
            return this;
        }

        /** {@return the metric} */
        public MetricCalculator<Handoff, ?> build() {
            Cleanliness chosen = rule;
            MetricDefinition definition = chosen.variant(DEFINITION).definition();
            return Metrics.fold(
                    definition,
                    Handoff.class,
                    (handoff, asOf) -> Cleanliness.place(handoff),
                    Shares::new,
                    (state, handoff, frame) ->
                            chosen.add(handoff, frame.asOf(), clean -> state.add(name(handoff.transition()), clean)),
                    Shares::merge,
                    (state, frame) -> state.result(definition, "clean", state.shares()));
        }
    }
}

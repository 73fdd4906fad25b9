package io.infinityloop.metrics.flow;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Stage;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricProfile.Audience;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Variant;
import io.infinityloop.metrics.link.Handoff;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rolled %C/A: how likely work passes a row of stages without coming back, the product of the %C/A of each.
 *
 * <p>A stage's %C/A is that of the handoffs which leave it, by the rule of {@link CompleteAndAccurate}. The headline is
 * the product over the stages of the path, all eight by default; the parts are the factors. The product is exact and
 * rounded once.
 *
 * <p>Where a stage of the path has no handoff the result is undefined, and names the first such stage; with
 * {@link Builder#skipEmpty} the stage is left out of the product.
 *
 * @unit ratio, 0 to 1
 * @source Karen Martin and Mike Osterling, Value Stream Mapping, 2013. Requirement MET-46.
 * @since 0.1
 */
public final class RolledCompleteAndAccurate {
    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "flow.rolled-complete-and-accurate",
                    "Rolled %C/A",
                    "How likely work passes all stages without coming back.",
                    "handoffs",
                    Unit.RATIO,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "Martin and Osterling 2013; MET-46")
            .with(MetricProfile.PLAIN
                    .alias("rolled percent complete and accurate")
                    .formula("product over the stages of: clean handoffs of the stage / its handoffs")
                    .leading()
                    .audience(Audience.ENGINEER, Audience.BUSINESS)
                    .dimension(CalmrDimension.CULTURE)
                    .option("chargedTo", "which handoff a return makes unclean; default STAGE_RETURNED_TO")
                    .option("horizon", "how long after a handoff a return counts; default 7 days")
                    .option("path", "the stages that are multiplied; default PLAN to MONITOR")
                    .option("skipEmpty", "leaves out stages without handoffs; default: then undefined"));

    private RolledCompleteAndAccurate() {}

    /** {@return the metric by its default rule} */
    public static MetricCalculator<Handoff, ?> calculator() {
        return builder().build();
    }

    /** {@return a builder of the metric by another rule} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Chooses the rule. Not safe for use by many threads.
     *
     * @since 0.1
     */
    public static final class Builder {
        private Cleanliness rule = Cleanliness.STANDARD;
        private Stage first = Stage.PLAN;
        private Stage last = Stage.MONITOR;
        private boolean skip;

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

        /**
         * Chooses the stages whose handoffs are multiplied.
         *
         * @param from the first of them
         * @param to the last of them, not before the first
         * @return this builder
         * @throws IllegalArgumentException if the last is before the first
         */
        public Builder path(Stage from, Stage to) {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("the path of rolled %C/A cannot go from " + from + " back to " + to
                        + ": expected the same stage or a later one");
            }
            first = from;
            last = to;
            return this;
        }

        /** {@return this builder, leaving out stages without handoffs instead of giving no result} */
        public Builder skipEmpty() {
            skip = true;
            return this;
        }

        /** {@return the metric} */
        public MetricCalculator<Handoff, ?> build() {
            Cleanliness chosen = rule;
            Path path = new Path(first, last, skip);
            MetricDefinition definition =
                    path.variant(chosen.variant(DEFINITION)).definition();
            return Metrics.fold(
                    definition,
                    Handoff.class,
                    (handoff, asOf) -> Cleanliness.place(handoff),
                    Shares::new,
                    (state, handoff, frame) -> chosen.add(
                            handoff,
                            frame.asOf(),
                            clean -> state.add(handoff.transition().from().displayName(), clean)),
                    Shares::merge,
                    (state, frame) -> path.result(definition, state));
        }
    }

    /** Which stages are multiplied, and what becomes of one without handoffs. */
    private record Path(Stage first, Stage last, boolean skip) {
        Variant variant(Variant begun) {
            return begun.option(
                            first == Stage.PLAN && last == Stage.MONITOR,
                            (first + "-to-" + last).toLowerCase(Locale.ROOT),
                            "only from " + first + " to " + last)
                    .option(!skip, "skip-empty", "stages without handoffs are left out");
        }

        MetricResult result(MetricDefinition definition, Shares state) {
            SortedMap<String, Amount> factors = new TreeMap<>();
            BigInteger with = BigInteger.ONE;
            BigInteger all = BigInteger.ONE;
            long n = 0;
            for (Stage stage : stages()) {
                long[] counts = state.of(stage.displayName());
                if (counts[1] == 0 && !skip) {
                    return new MetricResult.Undefined(
                            definition.id(),
                            "no handoffs of " + stage.displayName() + " in this window",
                            new TreeMap<>());
                }
                if (counts[1] > 0) {
                    factors.put(stage.displayName(), Shares.ratio(counts[0], counts[1]));
                    with = with.multiply(BigInteger.valueOf(counts[0]));
                    all = all.multiply(BigInteger.valueOf(counts[1]));
                    n += counts[1];
                }
            }
            if (n == 0) {
                return MetricResult.Undefined.inWindow(definition);
            }
            BigDecimal product = new BigDecimal(with).divide(new BigDecimal(all), 9, RoundingMode.HALF_EVEN);
            return MetricResult.Value.of(definition, new Amount(product, Unit.RATIO), factors, n);
        }

        private Iterable<Stage> stages() {
            return Stage.all().stream()
                    .filter(stage -> !stage.isBefore(first) && !last.isBefore(stage))
                    .toList();
        }
    }
}

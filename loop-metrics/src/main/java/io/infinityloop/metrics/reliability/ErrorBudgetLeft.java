package io.infinityloop.metrics.reliability;

import io.infinityloop.Stage;
import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.TelemetrySample;
import io.infinityloop.rule.Comparator;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which part of the error budget is left at the end of the window, from the counts of requests and errors.
 *
 * <p>Negative once the budget is overspent. The parts are the budget, what is used and what is left, in requests. No
 * request is undefined.
 *
 * @unit change: 0.6 is 60 % left, -0.2 is 20 % overspent
 * @source requirement OBS-06; Google, "The Site Reliability Workbook" (2018), chapter 5.
 * @since 0.1
 */
public final class ErrorBudgetLeft {
    /** The objective unless somebody says otherwise: 99.9 % of the requests without an error, over 30 days. */
    public static final Slo STANDARD = Slo.of("availability", "requests without an error", "0.999");

    /** What the metric is. */
    public static final MetricDefinition DEFINITION = new MetricDefinition(
                    "reliability.error-budget-left",
                    "Error budget left",
                    "The part of the error budget that is left: 99.9 % of the requests are to go well.",
                    "counts of requests",
                    Unit.CHANGE,
                    MetricDefinition.Direction.HIGHER_IS_BETTER,
                    "OBS-06; Google, The Site Reliability Workbook, 2018")
            .with(MetricProfile.PLAIN
                    .formula("((1 - objective) × requests - errors) / ((1 - objective) × requests)")
                    .primary()
                    .leading()
                    .audience(MetricProfile.Audience.values())
                    .stage(Stage.MONITOR)
                    .target(Target.of(Comparator.ABOVE, new Amount(BigDecimal.ZERO, Unit.CHANGE), "S1; OBS-07"))
                    .option("slo", "the objective; 99.9 % by default")
                    .option("names", "what telemetry calls its numbers; requests and errors by default"));

    private ErrorBudgetLeft() {}

    /** {@return the metric with the standard objective and names} */
    public static MetricCalculator<TelemetrySample, ?> calculator() {
        return metric(DEFINITION, STANDARD, RequestNames.STANDARD);
    }

    /**
     * Returns the metric with another objective.
     *
     * @param slo the objective
     * @param names what telemetry calls its numbers
     * @return the metric; its definition names the objective
     */
    public static MetricCalculator<TelemetrySample, ?> calculator(Slo slo, RequestNames names) {
        String percent = slo.objective().movePointRight(2).stripTrailingZeros().toPlainString();
        MetricDefinition definition = DEFINITION.variant(
                "slo-" + percent,
                "The part of the error budget that is left: " + percent + " % of " + slo.indicator() + ".",
                DEFINITION.source());
        return metric(definition, slo, names);
    }

    private static MetricCalculator<TelemetrySample, ?> metric(
            MetricDefinition definition, Slo slo, RequestNames names) {
        return Metrics.fold(
                definition,
                TelemetrySample.class,
                (sample, asOf) -> isCount(sample, names) ? new Place.At(sample.at()) : new Place.NotConcerned(),
                () -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO},
                (sums, sample, frame) -> {
                    Reading.Metric reading = (Reading.Metric) sample.reading();
                    if (reading.value().signum() < 0) {
                        return Use.excluded("negative count");
                    }
                    int which = reading.name().equals(names.requests()) ? 0 : 1;
                    sums[which] = sums[which].add(reading.value());
                    sums[2] = sums[2].add(BigDecimal.ONE);
                    return Use.counted();
                },
                (into, from) -> {
                    for (int i = 0; i < into.length; i++) {
                        into[i] = into[i].add(from[i]);
                    }
                    return into;
                },
                (sums, frame) -> result(definition, slo, sums));
    }

    private static boolean isCount(TelemetrySample sample, RequestNames names) {
        return sample.labels().get(TelemetrySample.RESOURCE).isEmpty()
                && sample.reading() instanceof Reading.Metric metric
                && (metric.name().equals(names.requests()) || metric.name().equals(names.errors()));
    }

    private static MetricResult result(MetricDefinition definition, Slo slo, BigDecimal[] sums) {
        if (sums[0].signum() == 0) {
            return MetricResult.Undefined.inWindow(definition);
        }
        ErrorBudget budget = new ErrorBudget(slo.allowedShare().multiply(sums[0]), sums[1]);
        SortedMap<String, Amount> parts = new TreeMap<>();
        parts.put("budget", new Amount(budget.allowed(), Unit.COUNT));
        parts.put("used", new Amount(budget.used(), Unit.COUNT));
        parts.put("left", new Amount(budget.left(), Unit.COUNT));
        BigDecimal share = budget.leftShare().orElseThrow();
        return MetricResult.Value.of(definition, new Amount(share, Unit.CHANGE), parts, sums[2].longValueExact());
    }
}

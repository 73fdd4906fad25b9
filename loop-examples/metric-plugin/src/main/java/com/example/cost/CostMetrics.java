package com.example.cost;

import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.CellView;
import io.infinityloop.metrics.DerivedMetric;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricDefinition;
import io.infinityloop.metrics.MetricProvider;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Metrics;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.SubjectProducer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands over what deployments cost. */
public final class CostMetrics implements MetricProvider {
    static final MetricDefinition COST = new MetricDefinition(
            "example.cost",
            "Cost",
            "What was paid in the window.",
            "costs",
            Unit.NUMBER,
            MetricDefinition.Direction.LOWER_IS_BETTER,
            "ours");

    static final MetricDefinition PER_DEPLOYMENT = new MetricDefinition(
            "example.cost-per-deployment",
            "Cost per deployment",
            "What was paid in the window, divided by its successful production deployments.",
            "costs and deployments",
            Unit.NUMBER,
            MetricDefinition.Direction.LOWER_IS_BETTER,
            "ours");

    private static final String DEPLOYMENTS = "dora.deployment-frequency";

    /** Creates the provider. */
    public CostMetrics() {}

    @Override
    public Collection<MetricCalculator<?, ?>> metrics() {
        return List.of(cost());
    }

    @Override
    public Collection<DerivedMetric> derivedMetrics() {
        return List.of(perDeployment());
    }

    @Override
    public Collection<SubjectProducer> producers() {
        return List.of(CostSample::produce);
    }

    /** The sum, exact whatever the order. */
    static final class Sum {
        private BigDecimal total = BigDecimal.ZERO;
        private long n;
    }

    static MetricCalculator<CostSample, Sum> cost() {
        return Metrics.fold(
                COST,
                CostSample.class,
                (sample, asOf) -> new Place.At(sample.at()),
                Sum::new,
                (sum, sample, frame) -> {
                    if (sample.cost().signum() < 0) {
                        return Use.excluded("negative cost");
                    }
                    sum.total = sum.total.add(sample.cost());
                    sum.n++;
                    return Use.counted();
                },
                (into, from) -> {
                    into.total = into.total.add(from.total);
                    into.n += from.n;
                    return into;
                },
                (sum, frame) -> sum.n == 0
                        ? MetricResult.Undefined.inWindow(COST)
                        : MetricResult.Value.of(COST, new Amount(sum.total, Unit.NUMBER), Map.of(), sum.n));
    }

    static DerivedMetric perDeployment() {
        return Metrics.derived(PER_DEPLOYMENT, List.of(COST.id(), DEPLOYMENTS), CostMetrics::perDeployment);
    }

    private static MetricResult perDeployment(CellView view) {
        Optional<MetricResult.Value> cost = view.value(COST.id());
        Optional<MetricResult.Value> deployments = view.value(DEPLOYMENTS);
        if (cost.isEmpty() || deployments.isEmpty() || deployments.get().n() == 0) {
            return MetricResult.Undefined.inWindow(PER_DEPLOYMENT);
        }
        long n = deployments.get().n();
        BigDecimal each = cost.get().headline().number().divide(BigDecimal.valueOf(n), 2, RoundingMode.HALF_EVEN);
        return MetricResult.Value.of(PER_DEPLOYMENT, new Amount(each, Unit.NUMBER), Map.of(), n);
    }
}

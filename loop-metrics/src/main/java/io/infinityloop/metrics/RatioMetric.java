package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which part of something has a property. The state counts those that have it, and all. */
final class RatioMetric<F extends Subject> extends BasicMetric<F, RatioMetric.Counts> {
    private final Predicate<F> property;

    RatioMetric(MetricDefinition definition, Class<F> subject, Function<F, Place> place, Predicate<F> property) {
        super(definition, subject, Metrics.always(place), Unit.RATIO);
        this.property = requireNonNull(property, "property");
    }

    /** Two counters. */
    static final class Counts {
        private long with;
        private long all;
    }

    @Override
    public Counts newState() {
        return new Counts();
    }

    @Override
    public Use add(Counts state, F one, Frame frame) {
        state.all++;
        if (property.test(one)) {
            state.with++;
        }
        return Use.counted();
    }

    @Override
    public Counts merge(Counts into, Counts from) {
        into.with += from.with;
        into.all += from.all;
        return into;
    }

    @Override
    public MetricResult result(Counts state, Frame frame) {
        if (state.all == 0) {
            return MetricResult.Undefined.inWindow(definition());
        }
        BigDecimal ratio = BigDecimal.valueOf(state.with)
                .divide(BigDecimal.valueOf(state.all), Amount.DECIMALS, RoundingMode.HALF_EVEN);
        return MetricResult.Value.of(
                definition(),
                new Amount(ratio, Unit.RATIO),
                Map.of("all", Amount.count(state.all), "with", Amount.count(state.with)),
                state.all);
    }
}

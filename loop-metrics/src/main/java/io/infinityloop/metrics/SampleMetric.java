package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The median of something, and what lies around it. */
final class SampleMetric<F extends Subject> extends BasicMetric<F, Samples> {
    private final Sample<F> sample;
    private final Function<BigDecimal, Amount> toAmount;

    /** Adds what is sampled of a subject, or says why not. */
    private interface Sample<F> {
        Use add(Samples samples, F subject);
    }

    private SampleMetric(
            MetricDefinition definition,
            Class<F> subject,
            Function<F, Place> place,
            Unit unit,
            Sample<F> sample,
            Function<BigDecimal, Amount> toAmount) {
        super(definition, subject, Metrics.always(place), unit);
        this.sample = sample;
        this.toAmount = toAmount;
    }

    static <F extends Subject> SampleMetric<F> ofDurations(
            MetricDefinition definition, Class<F> subject, Function<F, Place> place, Function<F, Duration> duration) {
        return new SampleMetric<>(
                definition,
                subject,
                place,
                Unit.SECONDS,
                (samples, one) -> addDuration(samples, duration.apply(one)),
                nanos -> new Amount(nanos.movePointLeft(Amount.DECIMALS), Unit.SECONDS));
    }

    static <F extends Subject> SampleMetric<F> ofSizes(
            MetricDefinition definition, Class<F> subject, Function<F, Place> place, ToLongFunction<F> size) {
        return new SampleMetric<>(
                definition,
                subject,
                place,
                Unit.COUNT,
                (samples, one) -> {
                    samples.add(size.applyAsLong(one));
                    return Use.counted();
                },
                number -> new Amount(number, Unit.COUNT));
    }

    private static Use addDuration(Samples samples, Duration duration) {
        if (duration.isNegative()) {
            return Use.excluded("negative duration");
        }
        if (duration.compareTo(Samples.LONGEST) > 0) {
            return Use.excluded(Samples.TOO_LONG);
        }
        samples.add(duration.toNanos());
        return Use.counted();
    }

    @Override
    public Samples newState() {
        return new Samples();
    }

    @Override
    public Use add(Samples state, F one, Frame frame) {
        return sample.add(state, one);
    }

    @Override
    public Samples merge(Samples into, Samples from) {
        into.addAll(from);
        return into;
    }

    @Override
    public MetricResult result(Samples state, Frame frame) {
        if (state.size() == 0) {
            return MetricResult.Undefined.inWindow(definition());
        }
        SortedMap<String, Amount> parts = state.summary(toAmount);
        return MetricResult.Value.of(definition(), requireNonNull(parts.get("median")), parts, state.size());
    }
}

package io.infinityloop.metrics;

import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The one number that stands for samples, and what lies around it. */
final class SampleMetric<F extends Subject> extends BasicMetric<F, Samples> {
    private final Sample<F> sample;
    private final Statistic statistic;

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
            Statistic statistic) {
        super(definition, subject, Metrics.always(place), unit);
        this.sample = sample;
        this.statistic = statistic;
    }

    static <F extends Subject> SampleMetric<F> ofDurations(
            MetricDefinition definition,
            Class<F> subject,
            Function<F, Place> place,
            Function<F, Duration> duration,
            Statistic statistic) {
        return new SampleMetric<>(
                definition,
                subject,
                place,
                Unit.SECONDS,
                (samples, one) -> samples.add(duration.apply(one)),
                statistic);
    }

    static <F extends Subject> SampleMetric<F> ofSizes(
            MetricDefinition definition,
            Class<F> subject,
            Function<F, Place> place,
            ToLongFunction<F> size,
            Statistic statistic) {
        return new SampleMetric<>(
                definition,
                subject,
                place,
                Unit.COUNT,
                (samples, one) -> {
                    samples.add(size.applyAsLong(one));
                    return Use.counted();
                },
                statistic);
    }

    @Override
    public Samples newState() {
        return new Samples();
    }

    @Override
    public Samples newState(Memory memory) {
        return Samples.in(memory);
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
        Unit unit = definition().unit();
        return MetricResult.Value.of(definition(), state.value(statistic, unit), state.summary(unit), state.size());
    }
}

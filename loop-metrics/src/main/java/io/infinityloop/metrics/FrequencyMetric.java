package io.infinityloop.metrics;

import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How often something happens. The state has the instants, as nanoseconds from the beginning of the window: all states
 * of a cell are of one window.
 */
final class FrequencyMetric<F extends Subject> extends BasicMetric<F, FrequencyMetric.Moments> {
    FrequencyMetric(MetricDefinition definition, Class<F> subject, Function<F, Place> place) {
        super(definition, subject, Metrics.always(place), Unit.PER_DAY, Unit.PER_WEEK);
    }

    /** When it happened; in bounded memory only how often, once that is often. */
    static final class Moments {
        private final Memory memory;
        private Samples instants = new Samples();
        private long count;

        Moments(Memory memory) {
            this.memory = memory;
        }

        private boolean areKept() {
            return memory == Memory.EXACT || count <= Samples.EXACT_UP_TO;
        }

        private void merge(Moments others) {
            count += others.count;
            if (areKept()) {
                instants.addAll(others.instants);
            } else {
                instants = new Samples();
            }
        }
    }

    @Override
    public Moments newState() {
        return new Moments(Memory.EXACT);
    }

    @Override
    public Moments newState(Memory memory) {
        return new Moments(memory);
    }

    @Override
    public Use add(Moments state, F one, Frame frame) {
        if (!(place(one, frame.asOf()) instanceof Place.At at)) {
            return Use.excluded("no instant");
        }
        Duration since = Duration.between(frame.window().from(), at.instant());
        if (since.abs().compareTo(Samples.LONGEST) > 0) {
            return Use.excluded("more than 292 years into the window");
        }
        state.count++;
        if (state.areKept()) {
            state.instants.add(since.toNanos());
        } else {
            state.instants = new Samples();
        }
        return Use.counted();
    }

    @Override
    public Moments merge(Moments into, Moments from) {
        into.merge(from);
        return into;
    }

    @Override
    public MetricResult result(Moments state, Frame frame) {
        if (frame.observed().isZero()) {
            return MetricResult.Undefined.notYet(definition());
        }
        Duration per = definition().unit() == Unit.PER_DAY ? Duration.ofDays(1) : Duration.ofDays(7);
        BigDecimal rate = BigDecimal.valueOf(state.count)
                .multiply(BigDecimal.valueOf(per.toSeconds()))
                .divide(Amount.of(frame.observed()).number(), Amount.DECIMALS, RoundingMode.HALF_EVEN);
        SortedMap<String, Amount> parts = new TreeMap<>();
        parts.put("count", Amount.count(state.count));
        if (state.count > 1 && state.areKept()) {
            parts.put("median interval", state.instants.gaps().value(Statistic.MEDIAN, Unit.SECONDS));
        }
        return MetricResult.Value.of(definition(), new Amount(rate, definition().unit()), parts, state.count);
    }
}

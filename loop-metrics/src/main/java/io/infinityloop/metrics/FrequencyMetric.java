package io.infinityloop.metrics;

import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How often something happens. */
final class FrequencyMetric<F extends Subject> extends BasicMetric<F, List<Instant>> {
    FrequencyMetric(MetricDefinition definition, Class<F> subject, Function<F, Place> place) {
        super(definition, subject, Metrics.always(place), Unit.PER_DAY, Unit.PER_WEEK);
    }

    @Override
    public List<Instant> newState() {
        return new ArrayList<>();
    }

    @Override
    public Use add(List<Instant> state, F one, Frame frame) {
        if (place(one, frame.asOf()) instanceof Place.At at) {
            state.add(at.instant());
            return Use.counted();
        }
        return Use.excluded("no instant");
    }

    @Override
    public List<Instant> merge(List<Instant> into, List<Instant> from) {
        into.addAll(from);
        return into;
    }

    @Override
    public MetricResult result(List<Instant> state, Frame frame) {
        if (frame.observed().isZero()) {
            return MetricResult.Undefined.notYet(definition());
        }
        Duration per = definition().unit() == Unit.PER_DAY ? Duration.ofDays(1) : Duration.ofDays(7);
        BigDecimal rate = BigDecimal.valueOf(state.size())
                .multiply(BigDecimal.valueOf(per.toSeconds()))
                .divide(Amount.of(frame.observed()).number(), Amount.DECIMALS, RoundingMode.HALF_EVEN);
        SortedMap<String, Amount> parts = new TreeMap<>();
        parts.put("count", Amount.count(state.size()));
        if (state.size() > 1) {
            parts.put("median interval", medianInterval(state));
        }
        return MetricResult.Value.of(definition(), new Amount(rate, definition().unit()), parts, state.size());
    }

    private static Amount medianInterval(List<Instant> state) {
        List<Instant> sorted = state.stream().sorted().toList();
        List<BigDecimal> intervals = IntStream.range(1, sorted.size())
                .mapToObj(i -> Duration.between(sorted.get(i - 1), sorted.get(i)))
                .map(interval -> Amount.of(interval).number())
                .sorted()
                .toList();
        int half = intervals.size() / 2;
        BigDecimal lower = intervals.get((intervals.size() - 1) / 2);
        return new Amount(lower.add(intervals.get(half)).divide(BigDecimal.valueOf(2)), Unit.SECONDS);
    }
}

package io.infinityloop.metrics;

import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** How much waits at the end of the window, and how long it has waited. */
final class WaitingMetric<F extends Subject> extends BasicMetric<F, Samples> {
    WaitingMetric(MetricDefinition definition, Class<F> subject, BiFunction<F, Instant, Place> place) {
        super(definition, subject, place, Unit.COUNT);
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
        if (!(place(one, frame.asOf()) instanceof Place.Over over)) {
            return Use.excluded("no span");
        }
        if (!over.lastsAtEndOf(frame)) {
            return new Use.NotConcerned();
        }
        Duration age = Duration.between(over.from(), frame.observedTo());
        if (age.compareTo(Samples.LONGEST) > 0) {
            return Use.excluded(Samples.TOO_LONG);
        }
        state.add(age.toNanos());
        return Use.counted();
    }

    @Override
    public Samples merge(Samples into, Samples from) {
        into.addAll(from);
        return into;
    }

    @Override
    public MetricResult result(Samples state, Frame frame) {
        if (frame.asOf().isBefore(frame.window().from())) {
            return MetricResult.Undefined.notYet(definition());
        }
        SortedMap<String, Amount> parts = new TreeMap<>();
        if (state.size() > 0) {
            parts.put("median age", state.value(Statistic.MEDIAN, Unit.SECONDS));
            parts.put("oldest", state.value(Statistic.MAX, Unit.SECONDS));
        }
        state.error().ifPresent(error -> parts.put(Samples.ERROR, error));
        return MetricResult.Value.of(definition(), Amount.count(state.size()), parts, state.size());
    }
}

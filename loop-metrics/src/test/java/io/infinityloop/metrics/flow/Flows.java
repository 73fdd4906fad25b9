package io.infinityloop.metrics.flow;

import static io.infinityloop.metrics.Log.at;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Facts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs one metric over the events of an example; the window is the first four weeks of 2026 from Monday on. */
final class Flows {
    static final Window FOUR_WEEKS = new Window(at(0), at(28 * 24));

    private Flows() {}

    static MetricResult result(MetricCalculator<?, ?> metric, Window window, Instant asOf, LoopEvent... events) {
        return Analysis.builder(asOf, ZoneOffset.UTC)
                .metric(metric)
                .window(window)
                .build()
                .run(Facts.of(List.of(events)))
                .find(metric.definition().id(), window)
                .orElseThrow()
                .result();
    }

    static MetricResult result(MetricCalculator<?, ?> metric, LoopEvent... events) {
        return result(metric, FOUR_WEEKS, FOUR_WEEKS.to(), events);
    }

    static MetricResult.Value value(MetricCalculator<?, ?> metric, LoopEvent... events) {
        return (MetricResult.Value) result(metric, events);
    }

    static LoopEvent[] and(LoopEvent[] events, LoopEvent... more) {
        List<LoopEvent> all = new ArrayList<>(Arrays.asList(events));
        all.addAll(Arrays.asList(more));
        return all.toArray(LoopEvent[]::new);
    }

    static Amount hours(double hours) {
        return Amount.of(Duration.ofMillis(Math.round(hours * 3_600_000)));
    }
}

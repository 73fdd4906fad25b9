package io.infinityloop.metrics.dora;

import static io.infinityloop.metrics.Log.at;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** One metric over the first week of the examples, which begins on a Monday, or over another window. */
public final class Measured {
    public static final Window WEEK = new Window(at(0), at(7 * 24));

    private Measured() {}

    public static MetricResult of(MetricCalculator<?, ?> metric, Subject... subjects) {
        return of(metric, WEEK, WEEK.to(), List.of(subjects));
    }

    public static MetricResult of(MetricCalculator<?, ?> metric, LoopEvent... events) {
        return of(metric, WEEK, WEEK.to(), Log.derive(WEEK.to(), events).subjects());
    }

    public static MetricResult of(
            MetricCalculator<?, ?> metric, Window window, Instant asOf, Collection<? extends Subject> subjects) {
        return Analysis.builder(asOf, ZoneOffset.UTC)
                .metric(metric)
                .window(window)
                .build()
                .run(subjects)
                .find(metric.definition().id(), window)
                .orElseThrow()
                .result();
    }

    public static MetricResult.Value value(MetricCalculator<?, ?> metric, LoopEvent... events) {
        return (MetricResult.Value) of(metric, events);
    }

    public static MetricResult.Value value(MetricCalculator<?, ?> metric, Subject... subjects) {
        return (MetricResult.Value) of(metric, subjects);
    }

    public static MetricResult.Value value(MetricCalculator<?, ?> metric, Collection<? extends Subject> subjects) {
        return (MetricResult.Value) of(metric, WEEK, WEEK.to(), subjects);
    }

    public static Amount minutes(long minutes) {
        return Amount.of(Duration.ofMinutes(minutes));
    }

    public static Amount hours(long hours) {
        return Amount.of(Duration.ofHours(hours));
    }
}

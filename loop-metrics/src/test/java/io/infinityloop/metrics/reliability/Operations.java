package io.infinityloop.metrics.reliability;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.recorded;

import io.infinityloop.Labels;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Derived;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** Short words for what happens to a running service. */
final class Operations {
    private Operations() {}

    /** A number that the service {@code shop} had. */
    static Recorded number(String id, Instant at, String name, String value, String unit) {
        return recorded(Measurement.of(id, at, "shop", new Reading.Metric(name, new BigDecimal(value), unit)));
    }

    /** A number of one of its resources. */
    static Recorded number(String id, Instant at, String resource, String name, String value, String unit) {
        ArtifactMetadata metadata = ArtifactMetadata.of(id, at)
                .with(Labels.of(Labels.SERVICE, "shop").with("resource", resource));
        return recorded(new Measurement(metadata, new Reading.Metric(name, new BigDecimal(value), unit)));
    }

    static Recorded step(String trace, String span, String parent, String service, long millis) {
        return recorded(Measurement.of(
                trace + "/" + span,
                at(1),
                service,
                new Reading.Trace(trace, span, parent, "call", Duration.ofMillis(millis))));
    }

    static Recorded page(String id, double hours, String role) {
        Labels labels = Labels.of(Labels.CHANNEL, "PAGE").with(Labels.ROLE, role);
        return recorded(new AlertFiring(ArtifactMetadata.of(id, at(hours)).with(labels), "errors", null, null, null));
    }

    static Derived derive(List<LoopEvent> events) {
        return Linker.derive(Facts.of(events), Instant.MAX);
    }

    /** What a metric says of events over the hours of a window. */
    static MetricResult measure(MetricCalculator<?, ?> metric, List<LoopEvent> events, double from, double to) {
        return measure(metric, events, new Window(at(from), at(to)));
    }

    static MetricResult measure(MetricCalculator<?, ?> metric, List<LoopEvent> events, Window window) {
        return Analysis.builder(window.to(), ZoneOffset.UTC)
                .metric(metric)
                .window(window)
                .build()
                .run(Facts.of(events))
                .cells()
                .get(0)
                .result();
    }

    static MetricResult.Value value(MetricCalculator<?, ?> metric, List<LoopEvent> events, double from, double to) {
        return (MetricResult.Value) measure(metric, events, from, to);
    }

    /** A part of a value, as a number. */
    static BigDecimal part(MetricResult.Value value, String name) {
        return Objects.requireNonNull(value.parts().get(name), name).number();
    }
}

package io.infinityloop.telemetry;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.Optional;

/**
 * A metric that is watched for a service.
 *
 * <p>Source: requirements OBS-14 and OBS-22.
 *
 * @param service the service
 * @param name what is measured, as in its readings
 * @param kind what is watched by it
 * @param source where it is read
 * @since 0.1
 */
public record MonitoredMetric(String service, String name, MonitoredKind kind, MetricSource source) {
    /**
     * Creates a metric.
     *
     * @throws IllegalArgumentException if a text is blank or has more than 500 characters
     */
    public MonitoredMetric {
        Texts.id("service", service);
        Texts.id("name", name);
        requireNonNull(kind, "kind");
        requireNonNull(source, "source");
    }

    /** {@return how near it is to what users feel; empty if nobody said where it is read} */
    public Optional<MetricRank> rank() {
        return source.rank();
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far back the telemetry of a service goes.
 *
 * @param service the service; empty if nobody said which
 * @param oldest when it was first measured, as far as is still known
 * @param latest when it was last measured
 * @param labels short facts to split numbers by
 * @param evidence the events of the first and the last measurement
 * @since 0.1
 */
public record TelemetrySpan(String service, Instant oldest, Instant latest, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates a span. */
    public TelemetrySpan {
        requireNonNull(service, "service");
        requireNonNull(oldest, "oldest");
        requireNonNull(latest, "latest");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return from the first measurement to the last} */
    public Duration length() {
        return Duration.between(oldest, latest);
    }
}

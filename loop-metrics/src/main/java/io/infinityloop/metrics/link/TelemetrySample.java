package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * One reading of telemetry: a number, a line of a log or a step of a trace.
 *
 * @param at when it was read, or when the step began
 * @param reading what was read
 * @param labels short facts to split numbers by
 * @param evidence the event that told
 * @since 0.1
 */
public record TelemetrySample(Instant at, Reading reading, Labels labels, List<EventKey> evidence) implements Subject {
    /** The key of the label that says which resource a number is about, such as {@code cpu} or {@code disk}. */
    public static final String RESOURCE = "resource";

    /** Creates a sample. */
    public TelemetrySample {
        requireNonNull(at, "at");
        requireNonNull(reading, "reading");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * A run of tests under load, with what was measured meanwhile: the measurements whose lineage names the run.
 *
 * @param id the id of the test run
 * @param subject the name of the suite
 * @param at when it ended, or started where nobody told of an end
 * @param readings the numbers that were measured, in the order of time
 * @param labels short facts to split numbers by
 * @param evidence the events of the run and of the measurements
 * @since 0.1
 */
public record LoadTested(
        String id, String subject, Instant at, List<Reading.Metric> readings, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates a load test. */
    public LoadTested {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(at, "at");
        readings = List.copyOf(readings);
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

package com.example.cost;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Derivation;
import io.infinityloop.metrics.link.Snapshot;
import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What was paid: a measurement with the name {@code cost}.
 *
 * @param at when it was booked
 * @param cost how much, in whatever money the team counts in
 * @param labels short facts to split numbers by
 * @param evidence the event of the measurement
 */
record CostSample(Instant at, BigDecimal cost, Labels labels, List<EventKey> evidence) implements Subject {
    /** Makes the samples out of all measurements. */
    static void produce(Derivation derivation) {
        for (Snapshot<Measurement> snapshot : derivation.latest(Measurement.class)) {
            Measurement measurement = snapshot.artifact();
            if (measurement.reading() instanceof Reading.Metric metric
                    && metric.name().equals("cost")) {
                derivation.emit(new CostSample(
                        measurement.at(), metric.value(), snapshot.labels(), List.of(snapshot.evidence())));
            }
        }
    }
}

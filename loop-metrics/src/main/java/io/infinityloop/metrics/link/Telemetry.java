package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Measurement;
import java.util.List;

/** What was measured. */
final class Telemetry implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        for (Snapshot<Measurement> snapshot : derivation.latest(Measurement.class)) {
            derivation.emit(new TelemetrySample(
                    snapshot.artifact().at(),
                    snapshot.artifact().reading(),
                    snapshot.labels(),
                    List.of(snapshot.evidence())));
        }
    }
}

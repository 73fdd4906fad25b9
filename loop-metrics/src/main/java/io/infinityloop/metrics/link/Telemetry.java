package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.TestRun;
import java.util.List;

/** What was measured of the running service; what a test run measured is about the test. */
final class Telemetry implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        for (Snapshot<Measurement> snapshot : derivation.latest(Measurement.class)) {
            if (snapshot.artifact().derivedFrom().stream().noneMatch(ref -> ref.isOf(TestRun.KIND))) {
                derivation.emit(new TelemetrySample(
                        snapshot.artifact().at(),
                        snapshot.artifact().reading(),
                        snapshot.labels(),
                        List.of(snapshot.evidence())));
            }
        }
    }
}

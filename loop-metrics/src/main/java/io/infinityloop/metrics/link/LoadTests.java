package io.infinityloop.metrics.link;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.EvidenceKind;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts runs of performance tests together with what was measured of them. */
final class LoadTests implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        Map<ArtifactRef, List<Snapshot<Measurement>>> measured = new HashMap<>();
        for (Snapshot<Measurement> snapshot : derivation.latest(Measurement.class)) {
            snapshot.artifact().derivedFrom().stream()
                    .filter(ref -> ref.isOf(TestRun.KIND))
                    .forEach(run -> measured.computeIfAbsent(run, ref -> new ArrayList<>())
                            .add(snapshot));
        }
        derivation.latest(TestRun.class).stream()
                .filter(run -> run.artifact()
                        .evidence()
                        .filter(EvidenceKind.PERFORMANCE::equals)
                        .isPresent())
                .map(run -> tested(run, measured.getOrDefault(run.artifact().ref(), List.of())))
                .forEach(derivation::emit);
    }

    private static LoadTested tested(Snapshot<TestRun> snapshot, List<Snapshot<Measurement>> measured) {
        TestRun run = snapshot.artifact();
        Instant end = run.finishedAt();
        List<EventKey> evidence = Stream.concat(Stream.of(snapshot), measured.stream())
                .map(Snapshot::evidence)
                .distinct()
                .toList();
        return new LoadTested(
                run.id(),
                run.subject(),
                end != null ? end : run.at(),
                measured.stream()
                        .map(measurement -> measurement.artifact().reading())
                        .filter(Reading.Metric.class::isInstance)
                        .map(Reading.Metric.class::cast)
                        .toList(),
                snapshot.labels(),
                evidence);
    }
}

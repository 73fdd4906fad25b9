package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.CustomArtifact;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Backups, each with the one that followed. */
final class Backups implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        List<Snapshot<CustomArtifact>> backups = derivation.latest(CustomArtifact.class).stream()
                .filter(snapshot -> snapshot.artifact().kind().name().equals(Backup.KIND))
                .toList();
        Map<String, Instant> next = new HashMap<>();
        for (int i = backups.size() - 1; i >= 0; i--) {
            Snapshot<CustomArtifact> snapshot = backups.get(i);
            Labels labels = snapshot.labels();
            String of = labels.get(Labels.SERVICE)
                    .or(() -> labels.get(Labels.REPOSITORY))
                    .orElse("");
            Instant at = snapshot.artifact().at();
            derivation.emit(new Backup(of, at, next.put(of, at), labels, List.of(snapshot.evidence())));
        }
    }
}

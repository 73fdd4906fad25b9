package io.infinityloop.metrics.link;

import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.OperationRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Alerts that fired, and what came of them. That an operation record lists an alert is no action. */
final class FiredAlerts implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        List<Snapshot<AlertFiring>> alerts = derivation.latest(AlertFiring.class);
        if (alerts.isEmpty()) {
            return;
        }
        Set<ArtifactRef> reasons = new HashSet<>();
        derivation.latest(Artifact.class).stream()
                .map(Snapshot::artifact)
                .filter(artifact -> !(artifact instanceof OperationRecord))
                .forEach(artifact -> reasons.addAll(artifact.derivedFrom()));
        for (Snapshot<AlertFiring> snapshot : alerts) {
            AlertFiring alert = snapshot.artifact();
            derivation.emit(new FiredAlert(
                    alert,
                    alert.acknowledgedAt() != null || reasons.contains(alert.ref()),
                    snapshot.labels(),
                    List.of(snapshot.evidence())));
        }
    }
}

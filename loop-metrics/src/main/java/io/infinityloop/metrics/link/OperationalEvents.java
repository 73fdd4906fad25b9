package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.ScalingAction;
import java.util.List;

/** What whoever runs a service had to deal with: alerts, incidents, what was done by hand. */
final class OperationalEvents implements SubjectProducer {
    private static final String PAGE = "PAGE";

    @Override
    public void produce(Derivation derivation) {
        for (Snapshot<AlertFiring> alert : derivation.latest(AlertFiring.class)) {
            boolean pages = alert.labels().get(Labels.CHANNEL).orElse(PAGE).equals(PAGE);
            emit(derivation, alert, pages ? OperationalEvent.Kind.PAGE : OperationalEvent.Kind.ALERT);
        }
        for (Snapshot<Incident> incident : derivation.latest(Incident.class)) {
            if (!incident.artifact().response().practice()) {
                emit(derivation, incident, OperationalEvent.Kind.INCIDENT);
            }
        }
        for (Snapshot<ScalingAction> scaling : derivation.latest(ScalingAction.class)) {
            if (scaling.event().trigger() == Trigger.MANUAL) {
                emit(derivation, scaling, OperationalEvent.Kind.MANUAL_ACTION);
            }
        }
    }

    private static void emit(Derivation derivation, Snapshot<?> snapshot, OperationalEvent.Kind kind) {
        derivation.emit(new OperationalEvent(
                kind,
                snapshot.artifact().id(),
                snapshot.artifact().at(),
                snapshot.labels(),
                List.of(snapshot.evidence())));
    }
}

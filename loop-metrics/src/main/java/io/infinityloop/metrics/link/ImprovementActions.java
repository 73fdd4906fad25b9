package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanPlace;
import io.infinityloop.artifact.PostMortem;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The actions of post-mortems. One is raised when its incident is first recorded with a post-mortem, and done when its
 * plan item is recorded as closed and stays so. An incident that was an exercise has actions too.
 */
final class ImprovementActions implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        boolean isAnyWritten = derivation.latest(Incident.class).stream()
                .anyMatch(snapshot -> snapshot.artifact().response().postMortem() != null);
        if (!isAnyWritten) {
            return;
        }
        Map<Snapshot.Key, Instant> written = new HashMap<>();
        for (Snapshot<Incident> snapshot : derivation.all(Incident.class)) {
            if (snapshot.artifact().response().postMortem() != null) {
                written.putIfAbsent(snapshot.key(), snapshot.event().at());
            }
        }
        Map<Snapshot.Key, Instant> closed = closed(derivation);
        for (Snapshot<Incident> snapshot : derivation.latest(Incident.class)) {
            PostMortem postMortem = snapshot.artifact().response().postMortem();
            Instant raised = written.get(snapshot.key());
            if (postMortem != null && raised != null) {
                postMortem
                        .actions()
                        .forEach(action -> derivation.emit(action(snapshot, raised, action, closed, derivation)));
            }
        }
    }

    /** When each plan item that is closed now was closed. */
    private static Map<Snapshot.Key, Instant> closed(Derivation derivation) {
        Map<Snapshot.Key, Instant> closed = new HashMap<>();
        for (Snapshot<PlanItem> snapshot : derivation.all(PlanItem.class)) {
            if (snapshot.artifact().place().status() == PlanPlace.Status.CLOSED) {
                closed.putIfAbsent(snapshot.key(), snapshot.event().at());
            } else {
                closed.remove(snapshot.key());
            }
        }
        return closed;
    }

    private static ImprovementAction action(
            Snapshot<Incident> incident,
            Instant raised,
            PostMortem.Action action,
            Map<Snapshot.Key, Instant> closed,
            Derivation derivation) {
        List<EventKey> evidence = new ArrayList<>(List.of(incident.evidence()));
        Optional<Snapshot<?>> item = action.planned()
                .flatMap(ref ->
                        derivation.find(ref, incident.event().source()).stream().findFirst());
        item.map(Snapshot::evidence).filter(key -> !evidence.contains(key)).ifPresent(evidence::add);
        return new ImprovementAction(
                incident.artifact().id(),
                action.planItem(),
                raised,
                item.map(planned -> closed.get(planned.key())).orElse(null),
                incident.labels(),
                evidence);
    }
}

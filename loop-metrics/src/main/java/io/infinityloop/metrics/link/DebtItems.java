package io.infinityloop.metrics.link;

import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PlanPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plan items that say that they are debt. An item that is opened again is open. */
final class DebtItems implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        List<Snapshot<PlanItem>> debt = derivation.latest(PlanItem.class).stream()
                .filter(item -> item.labels().get(DebtItem.AREA).isPresent())
                .toList();
        if (debt.isEmpty()) {
            return;
        }
        Map<Snapshot.Key, Snapshot<PlanItem>> closings = new HashMap<>();
        for (Snapshot<PlanItem> snapshot : derivation.all(PlanItem.class)) {
            if (isClosed(snapshot)) {
                closings.putIfAbsent(snapshot.key(), snapshot);
            } else {
                closings.remove(snapshot.key());
            }
        }
        debt.forEach(item -> derivation.emit(item(item, closings.get(item.key()))));
    }

    private static boolean isClosed(Snapshot<PlanItem> snapshot) {
        return snapshot.artifact().place().status() == PlanPlace.Status.CLOSED;
    }

    private static DebtItem item(Snapshot<PlanItem> snapshot, @Nullable Snapshot<PlanItem> closing) {
        return new DebtItem(
                snapshot.artifact().id(),
                snapshot.labels().get(DebtItem.AREA).orElse(""),
                snapshot.artifact().at(),
                closing == null ? null : closing.event().at(),
                snapshot.labels(),
                Stream.concat(Stream.of(snapshot), Stream.ofNullable(closing))
                        .map(Snapshot::evidence)
                        .distinct()
                        .toList());
    }
}

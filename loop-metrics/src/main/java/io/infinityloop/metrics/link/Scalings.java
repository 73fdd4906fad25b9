package io.infinityloop.metrics.link;

import io.infinityloop.artifact.ScalingAction;
import java.util.List;

/** What was scaled. */
final class Scalings implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        for (Snapshot<ScalingAction> snapshot : derivation.latest(ScalingAction.class)) {
            derivation.emit(new Scaled(
                    snapshot.artifact(), snapshot.event().trigger(), snapshot.labels(), List.of(snapshot.evidence())));
        }
    }
}

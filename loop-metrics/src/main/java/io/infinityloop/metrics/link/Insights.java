package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Insight;
import java.util.List;

/** What was learned. */
final class Insights implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        for (Snapshot<Insight> snapshot : derivation.latest(Insight.class)) {
            derivation.emit(new Learned(snapshot.artifact(), snapshot.labels(), List.of(snapshot.evidence())));
        }
    }
}

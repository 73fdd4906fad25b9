package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Branch;
import java.util.List;

/** The lives of branches. */
final class Branches implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        for (Snapshot<Branch> snapshot : derivation.latest(Branch.class)) {
            Branch branch = snapshot.artifact();
            derivation.emit(new BranchLife(
                    branch.id(),
                    branch.name(),
                    branch.at(),
                    branch.mergedAt(),
                    snapshot.labels(),
                    List.of(snapshot.evidence())));
        }
    }
}

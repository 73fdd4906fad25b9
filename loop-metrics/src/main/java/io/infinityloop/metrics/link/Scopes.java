package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;

/** Says which scope something is of. */
final class Scopes {
    private final Snapshots snapshots;

    Scopes(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /**
     * What does not say which service it is of is of the service of what it delivers or names: a deployment of its
     * release's or its commit's, a release of its commit's.
     */
    Scope of(Snapshot<?> snapshot) {
        Scope own = Scope.of(snapshot.labels());
        if (!own.equals(Scope.UNNAMED)) {
            return own;
        }
        return snapshot.artifact().derivedFrom().stream()
                .filter(ref -> ref.isOf(Release.KIND) || ref.isOf(Commit.KIND))
                .flatMap(ref -> snapshots.find(ref, snapshot.event().source()).stream())
                .map(delivered -> Scope.of(delivered.labels()))
                .findFirst()
                .orElse(own);
    }
}

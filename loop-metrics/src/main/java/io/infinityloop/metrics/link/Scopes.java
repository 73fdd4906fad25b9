package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says which scope something is of, and numbers the scopes. */
final class Scopes {
    private final Snapshots snapshots;
    private final Map<Scope, Integer> numbers = new HashMap<>();
    private final List<Scope> scopes = new ArrayList<>();

    private final List<Labels> labels = new ArrayList<>();

    private final ScopeMap map;

    Scopes(Snapshots snapshots, ScopeMap map) {
        this.snapshots = snapshots;
        this.map = map;
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
        for (ArtifactRef ref : snapshot.artifact().derivedFrom()) {
            if (ref.isOf(Release.KIND) || ref.isOf(Commit.KIND)) {
                List<Snapshot<?>> found = snapshots.find(ref, snapshot.event().source());
                if (!found.isEmpty()) {
                    return Scope.of(found.get(0).labels());
                }
            }
        }
        return own;
    }

    int number(Scope scope) {
        return numbers.computeIfAbsent(scope, same -> {
            scopes.add(scope);
            labels.add(scope.labels());
            return scopes.size() - 1;
        });
    }

    /** {@return labels, with those that name a scope, if it has a number, in the place of their own} */
    Labels labels(Labels own, int number) {
        return map.withTeam(number < 0 ? own : Scope.united(own, labels.get(number)));
    }

    /** {@return the labels of a snapshot, and those of its scope where it names none itself} */
    Labels labels(Snapshot<?> snapshot, int number) {
        Labels own = snapshot.labels();
        return Scope.of(own).equals(Scope.UNNAMED) ? labels(own, number) : own;
    }

    Scope scope(int number) {
        return scopes.get(number);
    }
}

package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Commit;
import io.infinityloop.event.EventKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change for each scope that delivered a commit, or one that waits. */
final class Changes {
    private final Snapshots snapshots;
    private final Scopes scopes;
    private final Contents released;
    private final Contents deployed;

    Changes(Snapshots snapshots, Scopes scopes, Contents released, Contents deployed) {
        this.snapshots = snapshots;
        this.scopes = scopes;
        this.released = released;
        this.deployed = deployed;
    }

    void emit(Derivation derivation) {
        for (Node commit : snapshots.nodesOf(Commit.class)) {
            int release = released.owners().first(commit);
            int deployment = deployed.owners().first(commit);
            if (isOne(released.owners(), release) && isOne(deployed.owners(), deployment)) {
                one(commit, release, deployment, derivation);
            } else {
                many(commit, derivation);
            }
        }
    }

    private static boolean isOne(Owners owners, int first) {
        return first < 0 || owners.after(first) < 0;
    }

    /** Of a commit that one scope at most released, and one at most deployed: that is what most are. */
    private void one(Node commit, int release, int deployment, Derivation derivation) {
        if (release < 0 && deployment < 0) {
            derivation.emit(change(commit, -1, null, null));
            return;
        }
        if (release >= 0
                && deployment >= 0
                && released.owners().scope(release) != deployed.owners().scope(deployment)) {
            many(commit, derivation);
            return;
        }
        derivation.emit(change(
                commit,
                release >= 0
                        ? released.owners().scope(release)
                        : deployed.owners().scope(deployment),
                release >= 0 ? released.owners().owner(release) : null,
                deployment >= 0 ? deployed.owners().owner(deployment) : null));
    }

    /**
     * Where one scope only ever releases and one only ever deploys, they are the two halves of one service under two
     * names, and give one change.
     */
    private void many(Node commit, Derivation derivation) {
        List<Integer> releasing = scopesOf(released.owners(), commit);
        List<Integer> deploying = scopesOf(deployed.owners(), commit);
        List<Integer> onlyReleasing =
                releasing.stream().filter(scope -> !deployed.has(scope)).toList();
        List<Integer> onlyDeploying =
                deploying.stream().filter(scope -> !released.has(scope)).toList();
        boolean halves = onlyReleasing.size() == 1 && onlyDeploying.size() == 1;
        List<Integer> all = new ArrayList<>(releasing);
        all.addAll(deploying);
        all.stream()
                .filter(scope -> !halves || !scope.equals(onlyReleasing.get(0)))
                .distinct()
                .sorted((one, other) -> scopes.scope(one).compareTo(scopes.scope(other)))
                .forEach(scope -> {
                    boolean half = halves && scope.equals(onlyDeploying.get(0));
                    derivation.emit(change(
                            commit,
                            scope,
                            released.owners().of(commit, half ? onlyReleasing.get(0) : scope),
                            deployed.owners().of(commit, scope)));
                });
    }

    private static List<Integer> scopesOf(Owners owners, Node commit) {
        List<Integer> found = new ArrayList<>();
        for (int place = owners.first(commit); place >= 0; place = owners.after(place)) {
            found.add(owners.scope(place));
        }
        return found;
    }

    private Change change(Node node, int scope, @Nullable Owner release, @Nullable Owner deployment) {
        Snapshot<Commit> snapshot = node.snapshot.as(Commit.class);
        Commit commit = snapshot.artifact();
        return new Change(
                commit.id(),
                commit.authoredAt(),
                commit.at(),
                commit.isMerge(),
                release == null ? null : release.delivery(),
                deployment == null ? null : deployment.delivery(),
                scopes.labels(snapshot.labels(), scope),
                evidence(snapshot.evidence(), release, deployment));
    }

    private static List<EventKey> evidence(EventKey own, @Nullable Owner release, @Nullable Owner deployment) {
        if (release == null) {
            return deployment == null ? List.of(own) : List.of(own, deployment.evidence());
        }
        return deployment == null
                ? List.of(own, release.evidence())
                : List.of(own, release.evidence(), deployment.evidence());
    }
}

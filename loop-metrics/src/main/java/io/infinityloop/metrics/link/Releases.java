package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.EventKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Releases claim their contents; then each learns which later one undoes a part of it. */
final class Releases {
    private final Snapshots snapshots;
    private final Scopes scopes;
    private final Contents contents;
    private final List<Claimed> claimed = new ArrayList<>();
    private final Map<String, List<Node>> reverts = new HashMap<>();

    /** A release, the scope that it is of, and the commits that it was the first there to contain. */
    private record Claimed(Snapshot<Release> snapshot, int scope, Owner owner, List<Commit> commits) {}

    Releases(Snapshots snapshots, Scopes scopes, Contents contents) {
        this.snapshots = snapshots;
        this.scopes = scopes;
        this.contents = contents;
    }

    void claim() {
        for (Node node : snapshots.nodesOf(Release.class)) {
            Snapshot<Release> snapshot = node.snapshot.as(Release.class);
            int scope = scopes.number(scopes.of(snapshot));
            Owner owner = new Owner(Deliveries.delivery(snapshot, false), snapshot);
            claimed.add(new Claimed(snapshot, scope, owner, contents.claim(scope, node, owner, owner)));
        }
        for (Claimed release : claimed) {
            for (Commit commit : release.commits()) {
                Node node = snapshots.commit(commit.id());
                if (node != null && !commit.reverts().isEmpty()) {
                    commit.reverts()
                            .forEach(reverted -> reverts.computeIfAbsent(reverted, hash -> new ArrayList<>(1))
                                    .add(node));
                }
            }
        }
    }

    void emit(Derivation derivation) {
        claimed.forEach(release -> derivation.emit(released(release)));
    }

    private Released released(Claimed claimed) {
        Snapshot<Release> snapshot = claimed.snapshot();
        Owner reverting = reverting(claimed);
        Release release = snapshot.artifact();
        return new Released(
                release.id(),
                release.version(),
                release.at(),
                Deliveries.withoutMerges(claimed.commits()),
                claimed.owner().delivery().baseline(),
                reverting == null ? null : reverting.delivery(),
                scopes.labels(snapshot, claimed.scope()),
                reverting == null
                        ? List.of(snapshot.evidence())
                        : List.<EventKey>of(
                                snapshot.evidence(), reverting.snapshot().evidence()));
    }

    /** {@return the first later release of the scope that undoes one of the commits, null if none does} */
    private @Nullable Owner reverting(Claimed claimed) {
        Owner first = null;
        if (!reverts.isEmpty()) {
            for (Commit commit : claimed.commits()) {
                for (Node revert : reverts.getOrDefault(commit.id(), List.of())) {
                    Owner owner = contents.owners().of(revert, claimed.scope());
                    if (owner != null
                            && Snapshot.IN_TIME.compare(owner.snapshot(), claimed.snapshot()) > 0
                            && (first == null || Snapshot.IN_TIME.compare(owner.snapshot(), first.snapshot()) < 0)) {
                        first = owner;
                    }
                }
            }
        }
        return first;
    }
}

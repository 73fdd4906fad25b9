package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.TestRun;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Follows lineage to what a run was about: to commits, through builds and what they made. */
final class Lineage {
    private static final Set<String> FOLLOWED = Set.of(Build.KIND.name(), BuildArtifact.KIND.name());

    private final Derivation derivation;
    private final Map<String, Set<Snapshot<BuildArtifact>>> byDigest = new HashMap<>();

    /** What a run was about. */
    record Origin(List<String> revisions, List<String> builds) {}

    Lineage(Derivation derivation) {
        this.derivation = derivation;
        for (Snapshot<BuildArtifact> made : derivation.latest(BuildArtifact.class)) {
            byDigest.computeIfAbsent(made.artifact().digest(), digest -> new HashSet<>())
                    .add(made);
        }
    }

    Origin origin(Snapshot<? extends Artifact> run) {
        SortedSet<String> revisions = new TreeSet<>();
        SortedSet<String> builds = new TreeSet<>();
        Set<Snapshot.Key> seen = new HashSet<>();
        Deque<Snapshot<?>> open = new ArrayDeque<>();
        open.add(run);
        while (!open.isEmpty()) {
            Snapshot<?> next = open.removeLast();
            if (!seen.add(next.key())) {
                continue;
            }
            Artifact artifact = next.artifact();
            if (artifact instanceof BuildArtifact made) {
                revisions.add(made.sourceRevision());
            } else if (artifact instanceof Build && !next.key().equals(run.key())) {
                builds.add(artifact.id());
            } else if (artifact instanceof TestRun tests) {
                tests.digests().forEach(digest -> open.addAll(byDigest.getOrDefault(digest, Set.of())));
            }
            artifact.derivedFrom().forEach(ref -> follow(ref, next, revisions, open));
        }
        return new Origin(List.copyOf(revisions), List.copyOf(builds));
    }

    private void follow(ArtifactRef ref, Snapshot<?> from, Set<String> revisions, Deque<Snapshot<?>> open) {
        if (ref.isOf(Commit.KIND)) {
            revisions.add(ref.id());
        } else if (FOLLOWED.contains(ref.kind())) {
            open.addAll(derivation.find(ref, from.event().source()));
        }
    }
}

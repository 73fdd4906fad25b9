package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Digested;
import io.infinityloop.artifact.Release;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which deployments that succeeded in production are of which release, build, build artifact and digest. */
final class Holders {
    private final Snapshots snapshots;
    private final Map<Object, SortedMap<Scope, List<Snapshot<Deployment>>>> byPart = new HashMap<>();

    Holders(Snapshots snapshots, Histories histories) {
        this.snapshots = snapshots;
        histories.succeeded().forEach((scope, history) -> history.forEach(deployment -> add(scope, deployment)));
    }

    private void add(Scope scope, Snapshot<Deployment> deployment) {
        Set<Object> parts = new HashSet<>();
        collect(deployment, parts);
        for (Object part : parts) {
            byPart.computeIfAbsent(part, same -> new TreeMap<>())
                    .computeIfAbsent(scope, same -> new ArrayList<>(1))
                    .add(deployment);
        }
    }

    /** The keys of what a snapshot is made of, and their digests; a text is a digest. */
    private void collect(Snapshot<?> whole, Set<Object> parts) {
        if (whole.artifact() instanceof Digested digested) {
            parts.addAll(digested.digests());
        }
        for (ArtifactRef ref : whole.artifact().derivedFrom()) {
            if (isPart(whole.artifact(), ref)) {
                for (Snapshot<?> part : snapshots.find(ref, whole.event().source())) {
                    if (parts.add(part.key())) {
                        collect(part, parts);
                    }
                }
            }
        }
    }

    /** Only downwards, so that a release that names the one before it is not made of all history. */
    private static boolean isPart(Artifact whole, ArtifactRef ref) {
        if (ref.isOf(Release.KIND)) {
            return whole instanceof Deployment;
        }
        if (ref.isOf(BuildArtifact.KIND)) {
            return whole instanceof Deployment || whole instanceof Release;
        }
        return ref.isOf(Build.KIND) && !(whole instanceof Build);
    }

    /** Of each scope the latest one. */
    List<Snapshot<Deployment>> latest(ArtifactRef ref, String source, Instant at) {
        Set<Object> keys = new LinkedHashSet<>();
        for (Snapshot<?> named : snapshots.find(ref, source)) {
            keys.add(named.key());
            if (named.artifact() instanceof Digested digested) {
                keys.addAll(digested.digests());
            }
        }
        if (keys.isEmpty() && ref.isOf(BuildArtifact.KIND)) {
            keys.add(ref.id());
        }
        SortedMap<Scope, Snapshot<Deployment>> latest = new TreeMap<>();
        for (Object key : keys) {
            byPart.getOrDefault(key, new TreeMap<>())
                    .forEach((scope, deployments) -> Histories.lastBy(deployments, at)
                            .ifPresent(last -> latest.merge(
                                    scope,
                                    last,
                                    (one, other) -> Snapshot.IN_TIME.compare(one, other) < 0 ? other : one)));
        }
        return List.copyOf(latest.values());
    }
}

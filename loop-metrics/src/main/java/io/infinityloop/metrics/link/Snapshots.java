package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The latest snapshot of every artifact, to be found by kind or by reference. */
final class Snapshots {
    private final Map<Snapshot.Key, Snapshot<?>> latest = new LinkedHashMap<>();
    private final Map<ArtifactRef, List<Snapshot<?>>> byRef = new HashMap<>();

    private Snapshots() {}

    /** Takes events in the order of their instants: a later snapshot replaces an earlier one. */
    static Snapshots latest(Collection<LoopEvent> events) {
        Snapshots snapshots = new Snapshots();
        for (LoopEvent event : events) {
            if (event instanceof Recorded recorded) {
                Snapshot<?> snapshot = new Snapshot<>(recorded.artifact(), recorded);
                snapshots.latest.put(snapshot.key(), snapshot);
            }
        }
        for (Snapshot<?> snapshot : snapshots.latest.values()) {
            snapshots
                    .byRef
                    .computeIfAbsent(snapshot.artifact().ref(), ref -> new ArrayList<>(1))
                    .add(snapshot);
        }
        return snapshots;
    }

    /** {@return the snapshots of a kind of artifact} */
    <A extends Artifact> Stream<Snapshot<A>> of(Class<A> type) {
        return latest.values().stream()
                .filter(snapshot -> type.isInstance(snapshot.artifact()))
                .map(snapshot -> new Snapshot<>(type.cast(snapshot.artifact()), snapshot.event()));
    }

    /** {@return the artifacts that a reference may mean: the one of the same source if there is one, else all} */
    List<Snapshot<?>> find(ArtifactRef ref, String source) {
        List<Snapshot<?>> all = byRef.getOrDefault(ref, List.of());
        if (all.size() < 2) {
            return all;
        }
        List<Snapshot<?>> own = all.stream()
                .filter(snapshot -> snapshot.event().source().equals(source))
                .<Snapshot<?>>map(snapshot -> snapshot)
                .toList();
        return own.isEmpty() ? all : own;
    }
}

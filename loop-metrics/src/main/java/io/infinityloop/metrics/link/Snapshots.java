package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The latest snapshot of every artifact, to be found by type or by reference. */
final class Snapshots {
    private static final Comparator<Node> IN_TIME =
            (one, other) -> Snapshot.IN_TIME.compare(one.snapshot, other.snapshot);

    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> commits = new HashMap<>();
    private final Map<ArtifactRef, Node> others = new HashMap<>();
    private final Map<Class<?>, List<Node>> byType = new LinkedHashMap<>();

    private final Map<Class<?>, List<Node>> nodesOf = new HashMap<>();
    private final Map<Class<?>, List<Snapshot<?>>> sorted = new HashMap<>();
    private final EnvironmentRule environments;
    private final ScopeMap map;

    private Snapshots(EnvironmentRule environments, ScopeMap map) {
        this.environments = environments;
        this.map = map;
    }

    /** Takes events in the order of their instants: a later snapshot replaces an earlier one. */
    static Snapshots latest(Collection<LoopEvent> events, EnvironmentRule environments, ScopeMap map) {
        Snapshots snapshots = new Snapshots(environments, map);
        for (LoopEvent event : events) {
            if (event instanceof Recorded recorded) {
                snapshots.add(new Snapshot<>(recorded.artifact(), recorded));
            }
        }
        snapshots.settle();
        return snapshots;
    }

    private void add(Snapshot<?> snapshot) {
        if (snapshot.artifact() instanceof Commit commit) {
            commits.computeIfAbsent(commit.id(), hash -> node(snapshot)).snapshot = snapshot;
            return;
        }
        ArtifactRef ref = snapshot.artifact().ref();
        Node first = others.get(ref);
        if (first == null) {
            others.put(ref, node(snapshot));
            return;
        }
        Node last = first;
        for (Node node = first; node != null; node = node.other) {
            if (node.isOf(snapshot.event().source())) {
                node.snapshot = snapshot;
                return;
            }
            last = node;
        }
        last.other = node(snapshot);
    }

    private Node node(Snapshot<?> snapshot) {
        Node node = new Node(nodes.size(), snapshot);
        nodes.add(node);
        return node;
    }

    /** Once the latest snapshots are known: what they count for. */
    private void settle() {
        if (!isAsRecorded()) {
            count();
        }
        for (Node node : nodes) {
            byType.computeIfAbsent(node.snapshot.artifact().getClass(), type -> new ArrayList<>())
                    .add(node);
        }
    }

    private boolean isAsRecorded() {
        return environments.equals(EnvironmentRule.AS_RECORDED) && map.equals(ScopeMap.none());
    }

    private void count() {
        int known = nodes.size();
        for (int i = 0; i < known; i++) {
            Node node = nodes.get(i);
            List<Snapshot<?>> counting = counting(node.snapshot);
            node.snapshot = counting.get(0);
            for (int variant = counting.size() - 1; variant > 0; variant--) {
                Node twin = node(counting.get(variant));
                twin.other = node.other;
                node.other = twin;
            }
        }
    }

    /** {@return what a snapshot counts for: in the environment that the rule says, once for each service} */
    List<Snapshot<?>> counting(Snapshot<?> snapshot) {
        if (!environments.equals(EnvironmentRule.AS_RECORDED) && snapshot.artifact() instanceof Deployment deployment) {
            return map.fan(in(environments.of(deployment, snapshot.labels()), deployment, snapshot));
        }
        return map.fan(snapshot);
    }

    private static Snapshot<?> in(Environment environment, Deployment deployment, Snapshot<?> snapshot) {
        return environment == deployment.environment()
                ? snapshot
                : new Snapshot<>(
                        new Deployment(
                                deployment.metadata(),
                                environment,
                                deployment.status(),
                                deployment.finishedAt(),
                                deployment.plan(),
                                deployment.verifications()),
                        snapshot.event());
    }

    /** {@return how many there are; their numbers are below} */
    int size() {
        return nodes.size();
    }

    /** {@return the snapshots of a type of artifact, in the order of time, unmodifiable} */
    @SuppressWarnings("unchecked") // The nodes of a type have snapshots of it.
    <A extends Artifact> List<Snapshot<A>> of(Class<A> type) {
        return (List<Snapshot<A>>) (List<?>) sorted.computeIfAbsent(type, same -> {
            List<Snapshot<?>> found = new ArrayList<>();
            nodesOf(type).forEach(node -> found.add(node.snapshot));
            return Collections.unmodifiableList(found);
        });
    }

    /** {@return the nodes of a type of artifact, in the order of time, unmodifiable} */
    List<Node> nodesOf(Class<? extends Artifact> type) {
        return nodesOf.computeIfAbsent(type, same -> {
            List<Node> found = new ArrayList<>();
            byType.forEach((own, ofType) -> {
                if (type.isAssignableFrom(own)) {
                    found.addAll(ofType);
                }
            });
            return InTime.sorted(
                    found.toArray(new Node[0]), found.size(), node -> node.snapshot.deliveredAt(), IN_TIME);
        });
    }

    /** {@return the commit with a hash, null if nobody recorded it} */
    @Nullable
    Node commit(String hash) {
        return commits.get(hash);
    }

    /** {@return the first artifact with a reference, whatever its source; null if nobody recorded one} */
    @Nullable
    Node first(ArtifactRef ref) {
        Node found = ref.isOf(Commit.KIND) ? commits.get(ref.id()) : null;
        return found != null ? found : others.get(ref);
    }

    /** {@return the artifacts that a reference may mean: the one of the same source if there is one, else all} */
    List<Snapshot<?>> find(ArtifactRef ref, String source) {
        Node first = first(ref);
        if (first == null) {
            return List.of();
        }
        if (first.other == null) {
            return List.of(first.snapshot);
        }
        boolean hasOwn = hasOwn(first, source);
        List<Snapshot<?>> found = new ArrayList<>();
        for (Node node = first; node != null; node = node.other) {
            if (!hasOwn || node.isOf(source)) {
                found.add(node.snapshot);
            }
        }
        return found;
    }

    /** {@return whether one of the artifacts of a reference is of a source} */
    static boolean hasOwn(Node first, String source) {
        for (Node node = first; node != null; node = node.other) {
            if (node.isOf(source)) {
                return true;
            }
        }
        return false;
    }
}

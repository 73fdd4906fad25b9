package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where artifacts came from and what became of them: from a deployment back to the release, the built artifact, the
 * commits, the plan item and the insight behind it, and from each of them forward again.
 *
 * <p>It takes what is there: a parent that is missing is a {@link BrokenParent}, and a circle, which only bad data has,
 * is walked once. Answers do not depend on the order in which different artifacts were given. Building takes time
 * proportional to n log n for n artifacts and parents, an answer time proportional to what it holds.
 *
 * <p>Source: requirements ART-26 and FBK-02.
 *
 * @since 0.1
 */
public final class Lineage {
    private final SortedMap<ArtifactRef, Artifact> artifacts;
    private final Map<ArtifactRef, List<ArtifactRef>> children;

    private Lineage(SortedMap<ArtifactRef, Artifact> artifacts) {
        this.artifacts = artifacts;
        this.children = new TreeMap<>();
        for (Artifact child : artifacts.values()) {
            for (ArtifactRef parent : child.derivedFrom()) {
                children.computeIfAbsent(parent, ref -> new ArrayList<>(1)).add(child.ref());
            }
        }
    }

    /**
     * Returns the lineage of artifacts.
     *
     * @param artifacts the artifacts; of several snapshots with the same kind and id the last counts
     * @return the lineage
     */
    public static Lineage of(Collection<? extends Artifact> artifacts) {
        SortedMap<ArtifactRef, Artifact> known = new TreeMap<>();
        artifacts.forEach(artifact -> known.put(artifact.ref(), artifact));
        return new Lineage(known);
    }

    /**
     * Returns an artifact.
     *
     * @param ref its kind and id
     * @return the artifact, or empty if it is not there
     */
    public Optional<Artifact> find(ArtifactRef ref) {
        return Optional.ofNullable(artifacts.get(requireNonNull(ref, "ref")));
    }

    /**
     * Returns what an artifact came from: its parents, their parents, and so on.
     *
     * @param start the artifact to begin with
     * @return the artifact and all before it
     * @throws IllegalArgumentException if the artifact is not there
     */
    public Ancestry back(ArtifactRef start) {
        return walk(start, this::parents);
    }

    /**
     * Returns what became of an artifact: what was derived from it, what was derived from that, and so on.
     *
     * @param start the artifact to begin with
     * @return the artifact and all after it
     * @throws IllegalArgumentException if the artifact is not there
     */
    public Ancestry forward(ArtifactRef start) {
        return walk(start, this::children);
    }

    /**
     * Returns what an artifact came from and what became of it.
     *
     * @param start the artifact to begin with
     * @return the artifact, all before it, then all after it
     * @throws IllegalArgumentException if the artifact is not there
     */
    public Ancestry both(ArtifactRef start) {
        Ancestry back = back(start);
        Set<ArtifactRef> seen = new HashSet<>(back.refs());
        List<Artifact> all = new ArrayList<>(back.artifacts());
        forward(start).artifacts().stream()
                .filter(artifact -> !seen.contains(artifact.ref()))
                .forEach(all::add);
        return ancestry(all);
    }

    /** {@return all parents that are not there, sorted by child and parent, unmodifiable} */
    public List<BrokenParent> broken() {
        return broken(artifacts.values());
    }

    private List<ArtifactRef> parents(ArtifactRef ref) {
        return requireNonNull(artifacts.get(ref)).derivedFrom();
    }

    private List<ArtifactRef> children(ArtifactRef ref) {
        return children.getOrDefault(ref, List.of());
    }

    private Ancestry walk(ArtifactRef start, Function<ArtifactRef, List<ArtifactRef>> next) {
        if (find(start).isEmpty()) {
            throw new IllegalArgumentException("there is no artifact " + start + " to follow the lineage of");
        }
        List<Artifact> found = new ArrayList<>();
        Set<ArtifactRef> seen = new HashSet<>(Set.of(start));
        Deque<ArtifactRef> ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty()) {
            ArtifactRef ref = ahead.remove();
            found.add(requireNonNull(artifacts.get(ref)));
            for (ArtifactRef other : next.apply(ref)) {
                if (artifacts.containsKey(other) && seen.add(other)) {
                    ahead.add(other);
                }
            }
        }
        return ancestry(found);
    }

    private Ancestry ancestry(List<Artifact> found) {
        return new Ancestry(found, broken(found));
    }

    private List<BrokenParent> broken(Collection<Artifact> among) {
        return among.stream()
                .flatMap(child -> child.derivedFrom().stream()
                        .filter(parent -> !artifacts.containsKey(parent))
                        .map(parent -> new BrokenParent(child.ref(), parent)))
                .sorted((one, other) -> {
                    int byChild = one.child().compareTo(other.child());
                    return byChild != 0 ? byChild : one.parent().compareTo(other.parent());
                })
                .toList();
    }
}

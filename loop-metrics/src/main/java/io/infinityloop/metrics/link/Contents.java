package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.ScalingAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The commits that deliveries of one scope were the first to contain. Deliveries are claimed in the order of time; each
 * artifact is walked over once, however many deliveries hold it. Not safe for use by many threads.
 */
final class Contents {
    /** Reasons of an artifact to exist, not parts of it: lineage is not followed through these. */
    private static final Set<String> CAUSES = Set.of(
            AlertFiring.KIND.name(),
            Feedback.KIND.name(),
            Incident.KIND.name(),
            Insight.KIND.name(),
            Measurement.KIND.name(),
            OperationRecord.KIND.name(),
            PlanItem.KIND.name(),
            ScalingAction.KIND.name());

    private final Snapshots snapshots;
    private final SortedMap<String, Set<String>> unjoined;
    private final Set<Snapshot.Key> seen = new HashSet<>();
    private final Set<Snapshot.Key> listed = new HashSet<>();
    private final Map<String, Owner> owners = new HashMap<>();

    /** The delivery that a commit belongs to, and the event that told of it. */
    record Owner(Delivery delivery, Snapshot<?> snapshot) {}

    Contents(Snapshots snapshots, SortedMap<String, Set<String>> unjoined) {
        this.snapshots = snapshots;
        this.unjoined = unjoined;
    }

    /** {@return the delivery that was the first to contain a commit} */
    Optional<Owner> owner(String commit) {
        return Optional.ofNullable(owners.get(commit));
    }

    /** Gives a delivery every commit that it contains and that no earlier one does; returns them. */
    List<Commit> claim(Delivery delivery, Snapshot<?> snapshot) {
        List<Commit> claimed = new ArrayList<>();
        Deque<Snapshot<?>> open = new ArrayDeque<>();
        visit(snapshot, open);
        while (!open.isEmpty()) {
            Snapshot<?> next = open.removeLast();
            if (next.artifact() instanceof Commit commit) {
                claimed.add(commit);
                owners.put(commit.id(), new Owner(delivery, snapshot));
                if (!listed.contains(next.key())) {
                    commit.parents().forEach(parent -> follow(ArtifactRef.of(Commit.KIND, parent), next, false, open));
                }
            } else {
                boolean lists = next.labels()
                        .get(Labels.CONTENTS)
                        .filter("listed"::equals)
                        .isPresent();
                next.artifact().derivedFrom().stream()
                        .filter(ref -> !CAUSES.contains(ref.kind()))
                        .filter(ref -> !follow(ref, next, lists, open))
                        .forEach(
                                ref -> unjoined.computeIfAbsent(ref.kind() + " not recorded", reason -> new TreeSet<>())
                                        .add(next.artifact().ref() + " names " + ref));
            }
        }
        return claimed;
    }

    /** Returns whether there is anything behind the reference. */
    private boolean follow(ArtifactRef ref, Snapshot<?> from, boolean lists, Deque<Snapshot<?>> open) {
        List<Snapshot<?>> found = snapshots.find(ref, from.event().source());
        if (lists) {
            found.forEach(snapshot -> listed.add(snapshot.key()));
        }
        found.forEach(snapshot -> visit(snapshot, open));
        return !found.isEmpty();
    }

    private void visit(Snapshot<?> snapshot, Deque<Snapshot<?>> open) {
        if (seen.add(snapshot.key())) {
            open.addLast(snapshot);
        }
    }

    /** By scope: what its deliveries contain. */
    static final class ByScope {
        private final Snapshots snapshots;
        private final SortedMap<Scope, Contents> contents = new TreeMap<>();
        private final SortedMap<String, Set<String>> unjoined;

        ByScope(Snapshots snapshots, SortedMap<String, Set<String>> unjoined) {
            this.snapshots = snapshots;
            this.unjoined = unjoined;
        }

        Contents in(Scope scope) {
            return contents.computeIfAbsent(scope, same -> new Contents(snapshots, unjoined));
        }

        /** {@return whether anything was ever delivered in a scope} */
        boolean has(Scope scope) {
            return contents.containsKey(scope);
        }

        /** {@return the delivery in a scope that was the first to contain a commit} */
        Optional<Owner> owner(Scope scope, String commit) {
            return Optional.ofNullable(contents.get(scope)).flatMap(own -> own.owner(commit));
        }

        /** {@return the first deployment of each scope that contains a commit} */
        List<Snapshot<Deployment>> firstWith(String commit) {
            List<Snapshot<Deployment>> first = new ArrayList<>();
            for (Contents own : contents.values()) {
                Owner owner = own.owners.get(commit);
                if (owner != null && owner.snapshot().artifact() instanceof Deployment deployment) {
                    first.add(new Snapshot<>(deployment, owner.snapshot().event()));
                }
            }
            return first;
        }

        /** {@return the scopes in which a commit was delivered} */
        List<Scope> scopesOf(String commit) {
            return contents.entrySet().stream()
                    .filter(entry -> entry.getValue().owners.containsKey(commit))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}

package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.ScalingAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The commits that deliveries, releases or deployments, were the first of their scope to contain. Deliveries are
 * claimed in the order of time; each artifact is walked over once in a scope, however many deliveries hold it. Not safe
 * for use by many threads.
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
    private final Seen seen;
    private final Seen listed;
    private final BitSet scopes = new BitSet();
    private final Owners owners;
    private final Deque<Node> parts = new ArrayDeque<>();
    private final Deque<Node> commits = new ArrayDeque<>();

    Contents(Snapshots snapshots, SortedMap<String, Set<String>> unjoined) {
        this.snapshots = snapshots;
        this.unjoined = unjoined;
        this.listed = new Seen(snapshots.size());
        this.seen = new Seen(snapshots.size());
        this.owners = new Owners(snapshots.size());
    }

    /** {@return who was the first to contain which commit} */
    Owners owners() {
        return owners;
    }

    /** {@return whether anything was ever delivered in a scope} */
    boolean has(int scope) {
        return scopes.get(scope);
    }

    /**
     * Gives a delivery every commit that it contains and that no earlier one of its scope does; returns them. What its
     * lineage leads to comes before the parents of commits: {@code direct} is whose those are, {@code history} whose
     * the parents are.
     */
    List<Commit> claim(int scope, Node delivery, Owner direct, Owner history) {
        scopes.set(scope);
        List<Commit> claimed = new ArrayList<>();
        visit(scope, delivery);
        while (!parts.isEmpty()) {
            look(scope, parts.removeLast());
        }
        commits.forEach(node -> give(scope, node, direct, claimed));
        while (!commits.isEmpty()) {
            Node next = commits.removeLast();
            if (!listed.has(scope, next.number)) {
                parents(scope, (Commit) next.snapshot.artifact(), history, claimed);
            }
        }
        return claimed;
    }

    private void give(int scope, Node node, Owner owner, List<Commit> claimed) {
        claimed.add((Commit) node.snapshot.artifact());
        owners.add(node, scope, owner);
    }

    private void parents(int scope, Commit commit, Owner history, List<Commit> claimed) {
        List<String> hashes = commit.parents();
        for (int i = 0; i < hashes.size(); i++) {
            Node parent = snapshots.commit(hashes.get(i));
            if (parent != null && seen.add(scope, parent.number)) {
                give(scope, parent, history, claimed);
                commits.addLast(parent);
            }
        }
    }

    /** Looks at what an artifact is made of. */
    private void look(int scope, Node whole) {
        Snapshot<?> snapshot = whole.snapshot;
        boolean lists = "listed".equals(snapshot.labels().get(Labels.CONTENTS).orElse(""));
        for (ArtifactRef ref : snapshot.artifact().derivedFrom()) {
            if (!CAUSES.contains(ref.kind())) {
                Node first = snapshots.first(ref);
                if (first == null) {
                    unjoined.computeIfAbsent(ref.kind() + " not recorded", reason -> new TreeSet<>())
                            .add(snapshot.artifact().ref() + " names " + ref);
                } else {
                    follow(scope, first, snapshot.event().source(), lists);
                }
            }
        }
    }

    private void follow(int scope, Node first, String source, boolean lists) {
        boolean onlyOwn = first.other != null && Snapshots.hasOwn(first, source);
        for (@Nullable Node node = first; node != null; node = node.other) {
            if (!onlyOwn || node.isOf(source)) {
                if (lists) {
                    listed.add(scope, node.number);
                }
                if (!isInProduction(node)) {
                    visit(scope, node);
                }
            }
        }
    }

    /** A deployment that names another one in production takes it back, repairs it or follows it: it is no part. */
    private static boolean isInProduction(Node node) {
        return node.snapshot.artifact() instanceof Deployment deployment
                && deployment.environment() == Environment.PRODUCTION;
    }

    private void visit(int scope, Node node) {
        if (seen.add(scope, node.number)) {
            if (node.snapshot.artifact() instanceof Commit) {
                commits.addLast(node);
            } else {
                parts.addLast(node);
            }
        }
    }
}

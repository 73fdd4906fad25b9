package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.EventKey;
import java.util.ArrayList;
import java.util.List;

/** Deployments claim their contents; then each learns whether it failed and what it puts right. */
final class Deliveries {
    private final Snapshots snapshots;
    private final Scopes scopes;
    private final Contents contents;
    private final boolean historyIsBaseline;
    private final List<Landed> all = new ArrayList<>();

    /** A deployment, its scope, and how many changes it was the first to bring into production. */
    private record Landed(Snapshot<Deployment> snapshot, int scope, long changes) {}

    Deliveries(Snapshots snapshots, Scopes scopes, Contents contents, boolean historyIsBaseline) {
        this.snapshots = snapshots;
        this.scopes = scopes;
        this.contents = contents;
        this.historyIsBaseline = historyIsBaseline;
    }

    void claim() {
        for (Node node : snapshots.nodesOf(Deployment.class)) {
            Snapshot<Deployment> snapshot = node.snapshot.as(Deployment.class);
            int scope = scopes.number(scopes.of(snapshot));
            all.add(new Landed(snapshot, scope, claim(node, snapshot, scope)));
        }
    }

    /** A roll-back delivers nothing: what nobody delivered before it is what was there before measuring began. */
    private long claim(Node node, Snapshot<Deployment> snapshot, int scope) {
        if (!snapshot.artifact().isSuccessfulInProduction()) {
            return 0;
        }
        boolean isRollback = snapshot.artifact().plan().purpose() == DeploymentPurpose.ROLLBACK;
        boolean isFirst = historyIsBaseline && !contents.has(scope);
        Owner direct = new Owner(delivery(snapshot, isRollback), snapshot);
        Owner history =
                isFirst && !direct.delivery().baseline() ? new Owner(delivery(snapshot, true), snapshot) : direct;
        List<Commit> claimed = contents.claim(scope, node, direct, history);
        return isRollback ? 0 : withoutMerges(claimed);
    }

    Histories histories() {
        Histories histories = new Histories();
        for (Landed landed : all) {
            if (hasRunInProduction(landed.snapshot().artifact())) {
                histories.add(scopes.scope(landed.scope()), landed.snapshot());
            }
        }
        histories.sort();
        return histories;
    }

    void emit(Derivation derivation, Signs signs) {
        all.forEach(landed -> derivation.emit(deployed(landed, signs)));
    }

    private Deployed deployed(Landed landed, Signs signs) {
        Snapshot<Deployment> snapshot = landed.snapshot();
        Deployment deployment = snapshot.artifact();
        List<Failure> failures = hasRunInProduction(deployment) ? signs.of(snapshot) : List.of();
        return new Deployed(
                deployment.id(),
                deployment.environment(),
                deployment.status(),
                deployment.at(),
                deployment.isSuccessfulInProduction() ? snapshot.deliveredAt() : deployment.finishedAt(),
                deployment.plan(),
                snapshot.event().trigger(),
                deployment.verifications(),
                landed.changes(),
                failures,
                signs.remediesOf(snapshot),
                scopes.labels(snapshot, landed.scope()),
                evidence(snapshot, failures));
    }

    private static List<EventKey> evidence(Snapshot<Deployment> snapshot, List<Failure> failures) {
        if (failures.isEmpty()) {
            return List.of(snapshot.evidence());
        }
        List<EventKey> evidence = new ArrayList<>();
        evidence.add(snapshot.evidence());
        failures.forEach(failure -> evidence.add(failure.evidence()));
        return evidence.stream().distinct().toList();
    }

    private static boolean hasRunInProduction(Deployment deployment) {
        return deployment.environment() == Environment.PRODUCTION && Histories.hasRun(deployment);
    }

    static Delivery delivery(Snapshot<?> snapshot, boolean baseline) {
        return new Delivery(
                snapshot.artifact().id(),
                snapshot.deliveredAt(),
                baseline || snapshot.labels().get(Labels.BASELINE).isPresent());
    }

    static long withoutMerges(List<Commit> commits) {
        long changes = 0;
        for (Commit commit : commits) {
            changes += commit.isMerge() ? 0 : 1;
        }
        return changes;
    }
}

package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts together what belongs together: a pure function of facts and an instant.
 *
 * <p>Only events at or before the instant count, and they are left out before the latest snapshot of each artifact is
 * chosen: the result is what was known then.
 *
 * <p>A release or deployment contains a commit if its lineage leads there: directly, through a release, a build or
 * another artifact, or through the parents of a commit; not through parents where the label {@link Labels#CONTENTS}
 * says that the commits are listed. Within a scope (the labels {@link Labels#SERVICE} and {@link Labels#COMPONENT}) a
 * commit belongs to the first release, and to the first successful production deployment, that contains it; a
 * deployment that did not succeed delivers nothing, and what it held goes to the next one. What bears neither label is
 * of the scope of what it delivers; a scope that only releases and one that only deploys a commit are one. A release or
 * deployment with the label {@link Labels#BASELINE} holds the history before measuring began. What a lineage names and
 * nobody recorded is listed as unjoined.
 *
 * @since 0.1
 */
public final class Linker {
    /** How long after a deployment something is still put down to it for no other reason than time. */
    private static final Duration HORIZON = Duration.ofHours(24);

    private final Snapshots snapshots;
    private final Scopes scopes;
    private final SortedMap<String, Set<String>> unjoined = new TreeMap<>();
    private final Contents.ByScope released;
    private final Contents.ByScope deployed;

    private Linker(List<LoopEvent> events) {
        this.snapshots = Snapshots.latest(events);
        this.scopes = new Scopes(snapshots);
        this.released = new Contents.ByScope(snapshots, unjoined);
        this.deployed = new Contents.ByScope(snapshots, unjoined);
    }

    /**
     * Derives the subjects of facts as they were known at an instant.
     *
     * @param facts the facts
     * @param asOf the last instant whose events count
     * @return the subjects, and what could not be joined
     */
    public static Derived derive(Facts facts, Instant asOf) {
        return derive(facts, asOf, List.of());
    }

    /**
     * Derives the subjects of facts as they were known at an instant, also those that plug-ins make.
     *
     * @param facts the facts
     * @param asOf the last instant whose events count
     * @param more makes further subjects; one that throws gives none, and is listed as unjoined
     * @return the subjects, and what could not be joined
     */
    public static Derived derive(Facts facts, Instant asOf, Collection<? extends SubjectProducer> more) {
        List<LoopEvent> events = facts.upTo(asOf);
        Linker linker = new Linker(events);
        Derivation derivation = new Derivation(asOf, events, linker.snapshots, linker.unjoined);
        linker.releases().forEach(derivation::emit);
        List<Landed> deployments = linker.deployments();
        Production production = linker.production(deployments);
        Incidents incidents = new Incidents(LinkStrategy.STANDARD, production, linker.scopes, linker.unjoined);
        List<LinkedIncident> linked = linker.snapshots
                .of(Incident.class)
                .sorted(Snapshot.IN_TIME)
                .map(incidents::link)
                .toList();
        Signs signs = new Signs(linker.unjoined);
        FailureEvidence.STANDARD.forEach(evidence -> evidence.find(production, linked, signs));
        deployments.forEach(landed -> derivation.emit(deployed(landed, signs)));
        linker.snapshots
                .of(Commit.class)
                .sorted(Snapshot.IN_TIME)
                .flatMap(linker::changes)
                .forEach(derivation::emit);
        linked.stream().map(incidents::subject).forEach(derivation::emit);
        Producers.BUILT_IN.forEach(producer -> producer.produce(derivation));
        more.forEach(derivation::emitFrom);
        SortedMap<String, List<String>> lists = new TreeMap<>();
        linker.unjoined.forEach((reason, references) -> lists.put(reason, List.copyOf(references)));
        return new Derived(derivation.subjects(), lists);
    }

    /** A release, the scope that it is of, and the commits that it was the first there to contain. */
    private record Claimed(Snapshot<Release> snapshot, Contents scope, List<Commit> commits) {}

    /** All releases claim their contents before the first is asked which later one undoes a part of it. */
    private List<Released> releases() {
        List<Claimed> all = snapshots
                .of(Release.class)
                .sorted(Snapshot.IN_TIME)
                .map(this::claimed)
                .toList();
        Map<String, List<Commit>> reverts = new HashMap<>();
        for (Claimed release : all) {
            for (Commit commit : release.commits()) {
                commit.reverts()
                        .forEach(reverted -> reverts.computeIfAbsent(reverted, hash -> new ArrayList<>())
                                .add(commit));
            }
        }
        return all.stream().map(release -> released(release, reverts)).toList();
    }

    private Claimed claimed(Snapshot<Release> snapshot) {
        Contents scope = released.in(scopes.of(snapshot));
        return new Claimed(snapshot, scope, scope.claim(delivery(snapshot), snapshot));
    }

    private static Released released(Claimed claimed, Map<String, List<Commit>> reverts) {
        Snapshot<Release> snapshot = claimed.snapshot();
        List<Commit> contents = claimed.commits();
        Optional<Contents.Owner> reverting = contents.stream()
                .flatMap(commit -> reverts.getOrDefault(commit.id(), List.of()).stream())
                .flatMap(revert -> claimed.scope().owner(revert.id()).stream())
                .filter(owner -> Snapshot.IN_TIME.compare(owner.snapshot(), snapshot) > 0)
                .min(Comparator.comparing(Contents.Owner::snapshot, Snapshot.IN_TIME));
        Release release = snapshot.artifact();
        return new Released(
                release.id(),
                release.version(),
                release.at(),
                withoutMerges(contents),
                isBaseline(snapshot),
                reverting.map(Contents.Owner::delivery).orElse(null),
                snapshot.labels(),
                Stream.concat(Stream.of(snapshot), reverting.map(Contents.Owner::snapshot).stream())
                        .map(Snapshot::evidence)
                        .toList());
    }

    private static Delivery delivery(Snapshot<?> snapshot) {
        return new Delivery(snapshot.artifact().id(), snapshot.deliveredAt(), isBaseline(snapshot));
    }

    /** A deployment, and how many changes it was the first to bring into production. */
    private record Landed(Snapshot<Deployment> snapshot, Scope scope, long changes) {}

    private List<Landed> deployments() {
        return snapshots
                .of(Deployment.class)
                .sorted(Snapshot.IN_TIME)
                .map(this::landed)
                .toList();
    }

    private Landed landed(Snapshot<Deployment> snapshot) {
        Scope scope = scopes.of(snapshot);
        List<Commit> contents = snapshot.artifact().isSuccessfulInProduction()
                ? deployed.in(scope).claim(delivery(snapshot), snapshot)
                : List.of();
        return new Landed(snapshot, scope, withoutMerges(contents));
    }

    private Production production(List<Landed> deployments) {
        Histories histories = new Histories();
        for (Landed landed : deployments) {
            Deployment deployment = landed.snapshot().artifact();
            if (deployment.environment() == Environment.PRODUCTION && Histories.hasRun(deployment)) {
                histories.add(landed.scope(), landed.snapshot());
            }
        }
        histories.sort();
        return new Production(snapshots, scopes, deployed, histories, HORIZON);
    }

    private static Deployed deployed(Landed landed, Signs signs) {
        Snapshot<Deployment> snapshot = landed.snapshot();
        Deployment deployment = snapshot.artifact();
        boolean isIn = deployment.environment() == Environment.PRODUCTION && Histories.hasRun(deployment);
        List<Failure> failures = isIn ? signs.of(snapshot) : List.of();
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
                snapshot.labels(),
                Stream.concat(Stream.of(snapshot.evidence()), failures.stream().map(Failure::evidence))
                        .distinct()
                        .toList());
    }

    /**
     * One change for each scope that delivered the commit, or one that waits. Where one scope only ever releases and
     * one only ever deploys, they are the two halves of one service under two names, and give one change.
     */
    private Stream<Change> changes(Snapshot<Commit> snapshot) {
        String commit = snapshot.artifact().id();
        List<Scope> releasing = released.scopesOf(commit);
        List<Scope> deploying = deployed.scopesOf(commit);
        List<Scope> onlyReleasing =
                releasing.stream().filter(scope -> !deployed.has(scope)).toList();
        List<Scope> onlyDeploying =
                deploying.stream().filter(scope -> !released.has(scope)).toList();
        boolean halves = onlyReleasing.size() == 1 && onlyDeploying.size() == 1;
        List<Scope> scopes = Stream.concat(releasing.stream(), deploying.stream())
                .filter(scope -> !halves || !scope.equals(onlyReleasing.get(0)))
                .distinct()
                .sorted()
                .toList();
        return scopes.isEmpty()
                ? Stream.of(change(snapshot, Labels.none(), Optional.empty(), Optional.empty()))
                : scopes.stream().map(scope -> {
                    boolean half = halves && scope.equals(onlyDeploying.get(0));
                    return change(
                            snapshot,
                            scope.labels(),
                            released.owner(half ? onlyReleasing.get(0) : scope, commit),
                            deployed.owner(scope, commit));
                });
    }

    private static Change change(
            Snapshot<Commit> snapshot,
            Labels scope,
            Optional<Contents.Owner> release,
            Optional<Contents.Owner> deployment) {
        Commit commit = snapshot.artifact();
        List<EventKey> evidence = Stream.concat(
                        Stream.of(snapshot.evidence()),
                        Stream.of(release, deployment)
                                .flatMap(Optional::stream)
                                .map(owner -> owner.snapshot().evidence()))
                .toList();
        return new Change(
                commit.id(),
                commit.authoredAt(),
                commit.at(),
                commit.isMerge(),
                release.map(Contents.Owner::delivery).orElse(null),
                deployment.map(Contents.Owner::delivery).orElse(null),
                Scope.united(snapshot.labels(), scope),
                evidence);
    }

    private static boolean isBaseline(Snapshot<?> snapshot) {
        return snapshot.labels().get(Labels.BASELINE).isPresent();
    }

    private static long withoutMerges(List<Commit> commits) {
        return commits.stream().filter(commit -> !commit.isMerge()).count();
    }
}

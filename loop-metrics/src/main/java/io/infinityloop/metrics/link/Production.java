package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was deployed into production, as a {@link LinkStrategy} and a {@link FailureEvidence} see it. Used by one
 * thread.
 *
 * @since 0.1
 */
public final class Production {
    private final Snapshots snapshots;
    private final Scopes scopes;
    private final Contents contents;
    private final Histories histories;
    private final Duration horizon;
    private @Nullable Holders holders;

    Production(Snapshots snapshots, Scopes scopes, Contents contents, Histories histories, Duration horizon) {
        this.snapshots = snapshots;
        this.scopes = scopes;
        this.contents = contents;
        this.histories = histories;
        this.horizon = horizon;
    }

    /** {@return how long after a deployment something may still be put down to it for no other reason than time} */
    public Duration horizon() {
        return horizon;
    }

    /**
     * Returns the deployments into production that succeeded or were taken back.
     *
     * @return one list for each service and component, in the order in which the versions came to run: a deployment
     *     that succeeded when it ended, one that was taken back when it began; unmodifiable
     */
    public List<List<Snapshot<Deployment>>> histories() {
        return Collections.unmodifiableList(histories.all());
    }

    /**
     * Tells whether a deployment was meant for production, whatever became of it.
     *
     * @param deployment the deployment
     * @return whether it was
     */
    public boolean isIntoProduction(Snapshot<Deployment> deployment) {
        return deployment.artifact().environment() == Environment.PRODUCTION;
    }

    /**
     * Finds what is known of an artifact.
     *
     * @param ref the artifact
     * @param source the source whose artifact is meant, where many have one of this name
     * @return the latest snapshots; empty if it was never recorded
     */
    public List<Snapshot<?>> find(ArtifactRef ref, String source) {
        return List.copyOf(snapshots.find(requireNonNull(ref, "ref"), requireNonNull(source, "source")));
    }

    /** {@return the latest snapshots of test runs, in the order of time} */
    public List<Snapshot<TestRun>> tests() {
        return snapshots.of(TestRun.class);
    }

    /**
     * Finds deployments of a name, into production or elsewhere.
     *
     * @param ref what names them
     * @param source the source whose deployment is meant, where many have one of this name
     * @return the latest snapshots; empty if none was recorded
     */
    public List<Snapshot<Deployment>> named(ArtifactRef ref, String source) {
        return find(ref, source).stream()
                .filter(found -> found.artifact() instanceof Deployment)
                .map(found -> found.as(Deployment.class))
                .toList();
    }

    /**
     * Finds the deployments into production that a later one names, because it takes them back or repairs them.
     *
     * @param later the later deployment
     * @return those that succeeded or were taken back, and ran by the time when the later one ended
     */
    public List<Snapshot<Deployment>> namedBy(Snapshot<Deployment> later) {
        List<Snapshot<Deployment>> found = new ArrayList<>(0);
        for (ArtifactRef ref : later.artifact().derivedFrom()) {
            if (ref.isOf(Deployment.KIND)) {
                named(ref, later.evidence().source()).stream()
                        .filter(named -> hasRunBefore(named, later))
                        .forEach(found::add);
            }
        }
        return Collections.unmodifiableList(found);
    }

    private boolean hasRunBefore(Snapshot<Deployment> named, Snapshot<Deployment> later) {
        return !named.evidence().equals(later.evidence())
                && isIntoProduction(named)
                && Histories.hasRun(named.artifact())
                && !Histories.ranFrom(named).isAfter(later.deliveredAt());
    }

    /**
     * Finds the deployments that were the first of their service and component to bring a commit into production.
     *
     * @param commit the hash
     * @return the deployments, sorted by service and component
     */
    public List<Snapshot<Deployment>> firstWith(String commit) {
        Node node = snapshots.commit(requireNonNull(commit, "commit"));
        if (node == null) {
            return List.of();
        }
        SortedMap<Scope, Snapshot<Deployment>> first = new TreeMap<>();
        Owners owners = contents.owners();
        for (int place = owners.first(node); place >= 0; place = owners.after(place)) {
            first.put(
                    scopes.scope(owners.scope(place)),
                    owners.owner(place).snapshot().as(Deployment.class));
        }
        return List.copyOf(first.values());
    }

    /**
     * Finds the latest deployments of a release, a build or a build artifact.
     *
     * @param ref the release, the build or the build artifact
     * @param source the source whose artifact is meant, where many have one of this name
     * @param at the last instant at which they ended
     * @return of each service and component the latest one that succeeded, sorted by service and component
     */
    public List<Snapshot<Deployment>> latestOf(ArtifactRef ref, String source, Instant at) {
        Holders index = holders;
        if (index == null) {
            index = new Holders(snapshots, histories);
            holders = index;
        }
        return index.latest(requireNonNull(ref, "ref"), requireNonNull(source, "source"), requireNonNull(at, "at"));
    }

    /**
     * Finds the latest deployment that succeeded in production.
     *
     * @param at the last instant at which it ended
     * @return the deployment, or empty if none ended by then
     */
    public Optional<Snapshot<Deployment>> latest(Instant at) {
        return histories.latest(requireNonNull(at, "at"));
    }

    /**
     * Finds the latest deployment of the service of a fact that succeeded in production. Where a fact names a component
     * it is one of the component, or one that names none. A fact that names no service is of the only service that
     * there is, if there is but one.
     *
     * @param fact something that happened to a service
     * @param at the last instant at which the deployment ended
     * @return the deployment, or empty if none ended by then
     */
    public Optional<Snapshot<Deployment>> latestOfService(Snapshot<?> fact, Instant at) {
        return histories.latest(scopes.of(requireNonNull(fact, "fact")), requireNonNull(at, "at"));
    }

    /**
     * Leaves out the deployments of other services than that of a fact, unless all are.
     *
     * @param fact something that happened to a service
     * @param deployments the deployments
     * @return those of its service; all, where none is
     */
    public List<Snapshot<Deployment>> ofItsService(Snapshot<?> fact, List<Snapshot<Deployment>> deployments) {
        if (deployments.size() < 2) {
            return List.copyOf(deployments);
        }
        Scope scope = scopes.of(fact);
        List<Snapshot<Deployment>> own = deployments.stream()
                .filter(deployment -> scopes.of(deployment).covers(scope))
                .toList();
        return own.isEmpty() ? List.copyOf(deployments) : own;
    }
}

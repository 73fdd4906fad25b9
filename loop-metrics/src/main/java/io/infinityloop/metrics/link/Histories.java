package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** By scope: the deployments into production that succeeded, and with them those that were taken back. */
final class Histories {
    private static final Comparator<Snapshot<Deployment>> AS_THEY_RAN =
            Comparator.<Snapshot<Deployment>, Instant>comparing(Histories::ranFrom)
                    .thenComparing(Snapshot.IN_TIME);

    private final SortedMap<Scope, List<Snapshot<Deployment>>> succeeded = new TreeMap<>();
    private final SortedMap<Scope, List<Snapshot<Deployment>>> all = new TreeMap<>();

    /** Takes deployments in the order in which they ended. */
    void add(Scope scope, Snapshot<Deployment> deployment) {
        if (deployment.artifact().status() == DeploymentStatus.SUCCEEDED) {
            succeeded.computeIfAbsent(scope, same -> new ArrayList<>()).add(deployment);
        }
        all.computeIfAbsent(scope, same -> new ArrayList<>()).add(deployment);
    }

    /** To be called once all are there. */
    void sort() {
        all.forEach((scope, history) -> {
            if (history.size() > succeeded.getOrDefault(scope, List.of()).size()) {
                history.sort(AS_THEY_RAN);
            }
        });
    }

    List<List<Snapshot<Deployment>>> all() {
        return List.copyOf(all.values());
    }

    SortedMap<Scope, List<Snapshot<Deployment>>> succeeded() {
        return succeeded;
    }

    Optional<Snapshot<Deployment>> latest(Instant at) {
        return latest(succeeded.values(), at);
    }

    Optional<Snapshot<Deployment>> latest(Scope scope, Instant at) {
        boolean isNamed = !scope.equals(Scope.UNNAMED);
        boolean isOnly =
                succeeded.size() == 1 && !(isNamed && !succeeded.firstKey().equals(Scope.UNNAMED));
        if (isOnly) {
            return latest(at);
        }
        List<List<Snapshot<Deployment>>> covering = new ArrayList<>();
        succeeded.tailMap(new Scope(scope.service(), "")).entrySet().stream()
                .takeWhile(entry -> entry.getKey().service().equals(scope.service()))
                .filter(entry -> entry.getKey().covers(scope))
                .forEach(entry -> covering.add(entry.getValue()));
        return latest(covering, at);
    }

    private static Optional<Snapshot<Deployment>> latest(Collection<List<Snapshot<Deployment>>> histories, Instant at) {
        return histories.stream()
                .flatMap(history -> lastBy(history, at).stream())
                .max(Snapshot.IN_TIME);
    }

    /** {@return the last of deployments in the order of their ends that ended at or before an instant} */
    static Optional<Snapshot<Deployment>> lastBy(List<Snapshot<Deployment>> ended, Instant at) {
        int low = 0;
        int high = ended.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ended.get(middle).deliveredAt().isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == 0 ? Optional.empty() : Optional.of(ended.get(low - 1));
    }

    /** {@return whether its version ran, also if it was taken back} */
    static boolean hasRun(Deployment deployment) {
        return deployment.status() == DeploymentStatus.SUCCEEDED || deployment.status() == DeploymentStatus.ROLLED_BACK;
    }

    /** {@return when the version of a deployment came to run, as far as one can tell} */
    static Instant ranFrom(Snapshot<Deployment> deployment) {
        return deployment.artifact().status() == DeploymentStatus.SUCCEEDED
                ? deployment.deliveredAt()
                : deployment.artifact().at();
    }
}

package io.infinityloop.metrics.preset;

import io.infinityloop.artifact.Environment;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.IncidentCase;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is known, by type, sorted by time and then by id. */
final class Known {
    private final Collection<Subject> subjects;
    private @Nullable Map<String, List<Change>> changes;
    private @Nullable List<Ended> deployments;

    Known(Collection<Subject> subjects) {
        this.subjects = subjects;
    }

    private <F extends Subject> Stream<F> all(Class<F> type) {
        return subjects.stream().filter(type::isInstance).map(type::cast);
    }

    /** Deployments into production that ended. */
    List<Ended> deployments() {
        List<Ended> ended = deployments;
        if (ended == null) {
            ended = all(Deployed.class)
                    .filter(deployed -> deployed.environment() == Environment.PRODUCTION)
                    .flatMap(deployed -> Ended.of(deployed).stream())
                    .sorted(Comparator.comparing(Ended::at)
                            .thenComparing(one -> one.deployed().id())
                            .thenComparing(Ended::toString))
                    .toList();
            deployments = ended;
        }
        return ended;
    }

    /** A deployment and when it ended. */
    record Ended(Deployed deployed, Instant at) {
        static Optional<Ended> of(Deployed deployed) {
            return Optional.ofNullable(deployed.finishedAt()).map(at -> new Ended(deployed, at));
        }
    }

    /** Incidents that are no exercise. */
    List<IncidentCase> incidents() {
        return all(IncidentCase.class)
                .filter(one -> !one.incident().response().practice())
                .sorted(Comparator.comparing(
                                (IncidentCase one) -> one.incident().at())
                        .thenComparing(one -> one.incident().id())
                        .thenComparing(IncidentCase::toString))
                .toList();
    }

    List<Change> changes() {
        return all(Change.class)
                .sorted(Comparator.comparing(Change::authoredAt)
                        .thenComparing(Change::committedAt)
                        .thenComparing(Change::toString))
                .toList();
    }

    /** The changes of a commit: one for each service that delivered it. */
    List<Change> changes(String commit) {
        Map<String, List<Change>> byCommit = changes;
        if (byCommit == null) {
            byCommit = new HashMap<>();
            for (Change change : changes()) {
                byCommit.computeIfAbsent(change.commit(), hash -> new ArrayList<>())
                        .add(change);
            }
            changes = byCommit;
        }
        return byCommit.getOrDefault(commit, List.of());
    }

    List<MergedRequest> requests() {
        return all(MergedRequest.class).toList();
    }

    List<DeployedHeads> heads() {
        return all(DeployedHeads.class)
                .sorted(Comparator.comparing(DeployedHeads::at)
                        .thenComparing(DeployedHeads::deployment)
                        .thenComparing(DeployedHeads::toString))
                .toList();
    }

    List<PipelineRun> runs() {
        return all(PipelineRun.class)
                .sorted(Comparator.comparing(PipelineRun::startedAt)
                        .thenComparing(PipelineRun::id)
                        .thenComparing(PipelineRun::toString))
                .toList();
    }
}

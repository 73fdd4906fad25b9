package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What lies around production deployments. */
final class DeploymentContexts implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        List<Snapshot<Deployment>> deployments = derivation.latest(Deployment.class).stream()
                .filter(snapshot -> snapshot.artifact().isSuccessfulInProduction())
                .toList();
        if (!deployments.isEmpty()) {
            new Surroundings(derivation).tell(deployments);
        }
    }

    private static String service(Labels labels) {
        return labels.get(Labels.SERVICE).orElse("");
    }

    /** What is known beside the deployments. */
    private static final class Surroundings {
        private final Derivation derivation;
        private final Map<String, TreeSet<Instant>> measured = new HashMap<>();
        private final Map<String, TreeSet<Instant>> noted = new HashMap<>();
        private final Map<LoopId, TreeSet<Instant>> notedInLoop = new HashMap<>();
        private final Set<ArtifactRef> named = new HashSet<>();
        private final Map<String, String> owners = new HashMap<>();

        Surroundings(Derivation derivation) {
            this.derivation = derivation;
            for (Snapshot<Measurement> sample : derivation.latest(Measurement.class)) {
                measured.computeIfAbsent(service(sample.labels()), name -> new TreeSet<>())
                        .add(sample.artifact().at());
            }
            Stream.of(OperationRecord.class, Insight.class)
                    .flatMap(type -> derivation.latest(type).stream())
                    .forEach(this::note);
            derivation.latest(Commit.class).forEach(this::own);
            derivation.latest(PullRequest.class).forEach(this::own);
            derivation.latest(PlanItem.class).forEach(this::own);
            derivation.latest(Release.class).forEach(this::own);
        }

        /** Whose service it is. */
        private void own(Snapshot<? extends Artifact> snapshot) {
            Labels labels = snapshot.labels();
            labels.get(Labels.TEAM).ifPresent(team -> owners.putIfAbsent(service(labels), team));
        }

        private void note(Snapshot<? extends Artifact> snapshot) {
            Instant at = snapshot.artifact().at();
            named.addAll(snapshot.artifact().derivedFrom());
            LoopId loop = snapshot.event().loop();
            if (loop != null) {
                notedInLoop.computeIfAbsent(loop, id -> new TreeSet<>()).add(at);
            }
            snapshot.labels()
                    .get(Labels.SERVICE)
                    .ifPresent(service -> noted.computeIfAbsent(service, name -> new TreeSet<>())
                            .add(at));
        }

        void tell(List<Snapshot<Deployment>> deployments) {
            Map<Scope, Instant> next = new HashMap<>();
            for (int i = deployments.size() - 1; i >= 0; i--) {
                Snapshot<Deployment> snapshot = deployments.get(i);
                Instant following = next.put(Scope.of(snapshot.labels()), snapshot.deliveredAt());
                derivation.emit(context(snapshot, following));
            }
        }

        private DeploymentContext context(Snapshot<Deployment> snapshot, @Nullable Instant next) {
            Deployment deployment = snapshot.artifact();
            Labels labels = snapshot.labels();
            List<Release> releases = releases(snapshot);
            Optional<Recovery> recovery = deployment
                    .recovery()
                    .or(() -> releases.stream()
                            .flatMap(release -> release.recovery().stream())
                            .findFirst());
            String service = service(labels);
            Optional<String> by = labels.get(Labels.BY_TEAM);
            Optional<String> team = labels.get(Labels.TEAM);
            return new DeploymentContext(
                    deployment.id(),
                    deployment.plan().version(),
                    snapshot.deliveredAt(),
                    !releases.isEmpty(),
                    recovery.orElse(null),
                    service,
                    by.or(() -> team).orElse(""),
                    by.isPresent() && team.isPresent() ? team.get() : owners.getOrDefault(service, team.orElse("")),
                    isBetween(measured.get(service), snapshot.deliveredAt(), next),
                    isNoted(snapshot, releases, next),
                    next,
                    labels,
                    List.of(snapshot.evidence()));
        }

        private List<Release> releases(Snapshot<Deployment> snapshot) {
            if (snapshot.artifact().release().isEmpty()) {
                return List.of();
            }
            return snapshot.artifact().derivedFrom().stream()
                    .filter(ref -> ref.isOf(Release.KIND))
                    .flatMap(ref -> derivation.find(ref, snapshot.event().source()).stream())
                    .map(Snapshot::artifact)
                    .flatMap(artifact -> artifact instanceof Release release ? Stream.of(release) : Stream.empty())
                    .toList();
        }

        private boolean isNoted(Snapshot<Deployment> snapshot, List<Release> releases, @Nullable Instant next) {
            LoopId loop = snapshot.event().loop();
            String service = service(snapshot.labels());
            return (!named.isEmpty() && named.contains(snapshot.artifact().ref()))
                    || (!releases.isEmpty() && releases.stream().anyMatch(release -> named.contains(release.ref())))
                    || (loop != null && isBetween(notedInLoop.get(loop), snapshot.deliveredAt(), null))
                    || (!service.isEmpty() && isBetween(noted.get(service), snapshot.deliveredAt(), next));
        }

        private static boolean isBetween(@Nullable NavigableSet<Instant> instants, Instant from, @Nullable Instant to) {
            Instant first = instants == null ? null : instants.ceiling(from);
            return first != null && (to == null || first.isBefore(to));
        }
    }
}

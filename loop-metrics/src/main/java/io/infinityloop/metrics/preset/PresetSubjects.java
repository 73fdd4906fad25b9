package io.infinityloop.metrics.preset;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Derivation;
import io.infinityloop.metrics.link.Snapshot;
import io.infinityloop.metrics.link.SubjectProducer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what other tools measure and the library's own metrics do not. */
final class PresetSubjects implements SubjectProducer {
    static final SubjectProducer INSTANCE = new PresetSubjects();

    private PresetSubjects() {}

    @Override
    public void produce(Derivation derivation) {
        derivation.latest(PullRequest.class).stream()
                .filter(snapshot -> snapshot.artifact().status() == PullRequest.Status.MERGED)
                .flatMap(PresetSubjects::request)
                .forEach(derivation::emit);
        List<Snapshot<Deployment>> production = derivation.latest(Deployment.class).stream()
                .filter(snapshot -> snapshot.artifact().environment() == Environment.PRODUCTION)
                .toList();
        production.stream()
                .filter(snapshot -> snapshot.artifact().isSuccessfulInProduction())
                .map(snapshot -> new DeployedHeads(
                        snapshot.artifact().id(),
                        snapshot.deliveredAt(),
                        List.copyOf(heads(derivation, snapshot, new LinkedHashSet<>())),
                        snapshot.labels(),
                        List.of(snapshot.evidence())))
                .forEach(derivation::emit);
        runs(derivation, production).forEach(derivation::emit);
    }

    private static Stream<MergedRequest> request(Snapshot<PullRequest> snapshot) {
        PullRequest request = snapshot.artifact();
        Instant closedAt = request.closedAt();
        if (closedAt == null) {
            return Stream.empty();
        }
        return Stream.of(new MergedRequest(
                request.id(),
                request.derivedFrom().stream()
                        .filter(ref -> ref.isOf(Commit.KIND))
                        .map(ArtifactRef::id)
                        .toList(),
                request.at(),
                first(request, review -> true),
                first(request, review -> review.verdict() == Review.Verdict.APPROVED),
                closedAt,
                snapshot.labels(),
                List.of(snapshot.evidence())));
    }

    private static @Nullable Instant first(PullRequest request, Predicate<Review> which) {
        return request.reviews().stream()
                .filter(review -> !review.isByAuthor())
                .filter(which)
                .map(Review::at)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** The commits that a lineage names before it comes to parents of commits. */
    private static Set<String> heads(Derivation derivation, Snapshot<?> snapshot, Set<ArtifactRef> seen) {
        Set<String> heads = new LinkedHashSet<>();
        for (ArtifactRef ref : snapshot.artifact().derivedFrom()) {
            if (ref.isOf(Commit.KIND)) {
                heads.add(ref.id());
            } else if (!ref.isOf(Deployment.KIND) && seen.add(ref)) {
                derivation
                        .find(ref, snapshot.event().source())
                        .forEach(found -> heads.addAll(heads(derivation, found, seen)));
            }
        }
        return heads;
    }

    private static List<PipelineRun> runs(Derivation derivation, List<Snapshot<Deployment>> production) {
        Map<EventKey, Snapshot<Deployment>> byBuild = new LinkedHashMap<>();
        List<PipelineRun> runs = new ArrayList<>();
        for (Snapshot<Deployment> deployment : production) {
            List<Snapshot<?>> builds = deployment.artifact().derivedFrom().stream()
                    .filter(ref -> ref.isOf(Build.KIND))
                    .flatMap(ref -> derivation.find(ref, deployment.event().source()).stream())
                    .toList();
            builds.forEach(build -> byBuild.put(build.evidence(), deployment));
            if (builds.isEmpty()) {
                String service = deployment.labels().get(Labels.SERVICE).orElse("");
                runs.add(run(service, deployment, List.of(), List.of(), deployment));
            }
        }
        for (Snapshot<Build> build : derivation.latest(Build.class)) {
            Snapshot<Deployment> deployment = byBuild.get(build.evidence());
            List<Instant> commits = commits(derivation, build);
            String pipeline = build.labels().get(Labels.SERVICE).orElse("") + "/"
                    + build.artifact().subject();
            runs.add(run(pipeline, build, commits, List.of(build.evidence()), deployment));
        }
        return runs;
    }

    private static List<Instant> commits(Derivation derivation, Snapshot<Build> build) {
        return build.artifact().derivedFrom().stream()
                .filter(ref -> ref.isOf(Commit.KIND))
                .flatMap(ref -> derivation.find(ref, build.event().source()).stream())
                .map(found -> found.artifact().at())
                .toList();
    }

    private static PipelineRun run(
            String pipeline,
            Snapshot<? extends Artifact> started,
            List<Instant> commits,
            List<EventKey> evidence,
            @Nullable Snapshot<Deployment> deployment) {
        if (deployment == null) {
            return new PipelineRun(
                    pipeline,
                    started.artifact().id(),
                    started.artifact().at(),
                    null,
                    null,
                    "",
                    commits,
                    started.labels(),
                    evidence);
        }
        PipelineRun.Target target = switch (deployment.artifact().status()) {
            case SUCCEEDED -> PipelineRun.Target.SUCCESS;
            case FAILED, ROLLED_BACK -> PipelineRun.Target.FAILED;
            case CANCELLED, UNKNOWN, IN_PROGRESS -> PipelineRun.Target.OTHER;
        };
        return new PipelineRun(
                pipeline,
                started.artifact().id(),
                started.artifact().at(),
                target,
                deployment.artifact().isSuccessfulInProduction()
                        ? deployment.deliveredAt()
                        : deployment.artifact().finishedAt(),
                deployment.artifact().id(),
                commits,
                deployment.labels(),
                Stream.concat(evidence.stream(), Stream.of(deployment.evidence()))
                        .toList());
    }
}

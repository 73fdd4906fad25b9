package io.infinityloop.export;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.Review;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A log of everything that CDEvents can tell of and some that they can not; each thing is recorded once. */
final class RandomLog {
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final String[] SOURCES = {"github:acme/shop", "ci with blanks", "cdevents:/cd", "1:x", "ü"};

    private final Random random;
    private int artifacts;

    RandomLog(long seed) {
        random = new Random(seed);
    }

    List<LoopEvent> events(int count) {
        List<LoopEvent> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Artifact artifact = artifact(i);
            Instant end = artifact instanceof PullRequest change && change.closedAt() != null
                    ? change.closedAt()
                    : artifact.at();
            Trigger trigger = one(Trigger.values());
            events.add(new Recorded(
                    new EventMetadata("e" + i, SOURCES[random.nextInt(SOURCES.length)], end, labels(), trigger),
                    null,
                    artifact));
        }
        return events;
    }

    private Labels labels() {
        Labels labels = Labels.none();
        for (String key : List.of(Labels.SERVICE, Labels.ENVIRONMENT, Labels.REPOSITORY, Labels.CHAIN)) {
            labels = random.nextInt(4) == 0 ? labels : labels.with(key, key + " \"ü\" " + random.nextInt(3));
        }
        return labels;
    }

    private Artifact artifact(int i) {
        return switch (random.nextInt(11)) {
            case 0 -> change(i);
            case 1 -> Commit.of(hash(), at(), "subject");
            case 2 -> new Branch(metadata("branch " + i), "branch", random.nextBoolean() ? null : later());
            case 3 -> build((random.nextInt(3) == 0 ? "build/" : "") + i);
            case 4 -> packaged("pkg:oci/shop@" + i);
            case 5 -> test((random.nextInt(3) == 0 ? "testcaserun/" : "") + i);
            case 6 -> new Release(metadata("v" + i, artifacts(2)), "1." + i, "");
            case 7, 8 -> deployment("d" + i);
            case 9 ->
                new Incident(
                        metadata("inc " + i, artifacts(1)),
                        "it's \u2028 down \ud83d\ude00",
                        random.nextBoolean(),
                        end());
            default -> PlanItem.of("SHOP-" + i, at(), "pay");
        };
    }

    private PullRequest change(int i) {
        PullRequest.Status status = one(PullRequest.Status.values());
        boolean isOver = status == PullRequest.Status.MERGED || status == PullRequest.Status.REJECTED;
        List<Review> reviews = random.nextBoolean()
                ? List.of()
                : List.of(Review.byOther(START.minusSeconds(i), Review.Verdict.COMMENTED, "reviewer"));
        return new PullRequest(
                metadata("acme/shop#" + i), "", status, isOver ? end() : null, reviews, null, ChangeDetails.UNKNOWN);
    }

    private Build build(String id) {
        Outcome outcome = id.startsWith("build/") ? Outcome.UNKNOWN : outcome();
        return new Build(metadata(id), "main", outcome, outcome == Outcome.RUNNING ? null : end());
    }

    private TestRun test(String id) {
        Outcome outcome = outcome();
        return new TestRun(
                metadata(id),
                Stage.TEST,
                "all",
                outcome,
                TestRun.Counts.NONE,
                outcome == Outcome.RUNNING ? null : end());
    }

    private BuildArtifact packaged(String id) {
        List<ArtifactRef> made = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            made.add(
                    random.nextBoolean()
                            ? ArtifactRef.of(Commit.KIND, hash())
                            : ArtifactRef.of(PullRequest.KIND, "acme/shop#" + random.nextInt(9)));
        }
        return BuildArtifact.builder(ArtifactMetadata.of(id, at()).derivedFrom(made))
                .packaging(Packaging.OTHER)
                .name(id)
                .version("1")
                .digest("sha256:1")
                .sourceRevision("unknown")
                .build();
    }

    private Deployment deployment(String id) {
        DeploymentStatus status = one(DeploymentStatus.values());
        List<ArtifactRef> contents = random.nextBoolean() ? artifacts(1) : List.of(ArtifactRef.of(Commit.KIND, hash()));
        Deployment deployment = Deployment.observed(
                ArtifactMetadata.of(id, at()).derivedFrom(contents),
                one(Environment.values()),
                random.nextBoolean() ? DeploymentStatus.SUCCEEDED : status,
                null);
        return random.nextInt(4) == 0
                ? deployment.with(DeploymentPlan.UNKNOWN.withPurpose(DeploymentPurpose.ROLLBACK))
                : deployment;
    }

    /** No two things name the same. */
    private List<ArtifactRef> artifacts(int most) {
        List<ArtifactRef> refs = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            refs.add(ArtifactRef.of(BuildArtifact.KIND, "pkg:oci/shop@1." + artifacts++));
        }
        return refs;
    }

    private ArtifactMetadata metadata(String id) {
        return metadata(id, List.of());
    }

    private ArtifactMetadata metadata(String id, List<ArtifactRef> refs) {
        return ArtifactMetadata.of(id, at()).derivedFrom(refs);
    }

    private Outcome outcome() {
        return one(Outcome.values());
    }

    private <T> T one(T[] values) {
        return List.of(values).get(random.nextInt(values.length));
    }

    private String hash() {
        StringBuilder hash = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            hash.append(Character.forDigit(random.nextInt(16), 16));
        }
        return hash.toString();
    }

    private Instant at() {
        return START.plusMillis(random.nextInt(86_400_000));
    }

    private Instant later() {
        return START.plusSeconds(86_400L + random.nextInt(86_400));
    }

    private @Nullable Instant end() {
        return random.nextInt(3) == 0 ? null : later();
    }
}

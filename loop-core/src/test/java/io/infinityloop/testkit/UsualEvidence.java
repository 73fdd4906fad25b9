package io.infinityloop.testkit;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import java.time.Instant;
import java.util.List;

/** One good change: what it shows in each stage, all about the same digest. */
final class UsualEvidence {
    private static final String VERSION = "1.4.0";
    private static final List<String> DIGESTS = List.of("sha256:4f2a91c0");

    private UsualEvidence() {}

    static List<Artifact> leaving(Stage stage, String id, Instant at) {
        return switch (stage) {
            case PLAN -> List.of(PlanItem.of(id, at, "pay by card"));
            case CODE -> List.of(Commit.of(id, at, "pay by card"));
            case BUILD -> List.of(Build.of(id, at, Outcome.PASSED), built(id, at));
            case TEST ->
                List.of(TestRun.of(id, at, Outcome.PASSED)
                        .with(TestCoverage.of(TestLevel.E2E).withDigests(DIGESTS)));
            case RELEASE ->
                List.of(Release.of(id, at, VERSION, List.of())
                        .with(Preparation.NONE.withDigests(DIGESTS).withRecovery(Recovery.fixForward())));
            case DEPLOY -> List.of(deployed(id, at));
            case OPERATE -> List.of(OperationRecord.of(id, at, "a quiet day"));
            case MONITOR -> List.of(Insight.of(id, at, "one in three pays by card"));
        };
    }

    private static BuildArtifact built(String id, Instant at) {
        return BuildArtifact.builder(ArtifactMetadata.of(id, at))
                .packaging(Packaging.JAR)
                .name("shop")
                .version(VERSION)
                .digest(DIGESTS.get(0))
                .sourceRevision("4f2a91c0")
                .build();
    }

    private static Deployment deployed(String id, Instant at) {
        return new Deployment(
                ArtifactMetadata.of(id, at),
                Environment.PRODUCTION,
                DeploymentStatus.SUCCEEDED,
                at,
                DeploymentPlan.UNKNOWN.withVersion(VERSION).withDigests(DIGESTS),
                List.of(Verification.passed("smoke test")));
    }
}

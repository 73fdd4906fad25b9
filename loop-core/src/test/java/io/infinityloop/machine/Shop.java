package io.infinityloop.machine;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
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
import java.time.Instant;
import java.util.List;

/** What a shop's change leaves behind in each stage of a delivery. */
final class Shop {
    static final String DIGEST = "sha256:9f86d081";
    static final String OTHER_DIGEST = "sha256:60303ae2";
    private static final Instant AT = Samples.T0;

    private Shop() {}

    /** {@return what a delivery requires before a stage is left} */
    static List<Artifact> leaving(Stage stage) {
        return switch (stage) {
            case PLAN -> List.of(item());
            case CODE -> List.of(Commit.of("4f2a91c", AT, "Pay by card"));
            case BUILD -> List.of(built(DIGEST));
            case TEST -> List.of(tested(DIGEST, Outcome.PASSED));
            case RELEASE -> List.of(release(DIGEST));
            case DEPLOY -> List.of(Deployment.toProduction("d1", AT, List.of()));
            case OPERATE -> List.of(OperationRecord.of("o1", AT, "a quiet day"));
            case MONITOR -> List.of(Insight.of("i1", AT, "one in three pays by card"));
        };
    }

    static PlanItem item() {
        return PlanItem.of("SHOP-1", AT, "Pay by card");
    }

    static BuildArtifact built(String digest) {
        return built(digest, "shop@17");
    }

    static BuildArtifact built(String digest, String id) {
        return BuildArtifact.builder(ArtifactMetadata.of(id, AT))
                .packaging(Packaging.JAR)
                .name("shop")
                .version("17")
                .digest(digest)
                .sourceRevision("4f2a91c")
                .build();
    }

    static TestRun tested(String digest, Outcome outcome) {
        return TestRun.of("t-" + outcome, AT, outcome)
                .with(TestCoverage.of(TestLevel.E2E).withDigests(List.of(digest)));
    }

    static Release release(String digest) {
        return Release.of("1.4.0", AT, "1.4.0", List.of())
                .with(Preparation.NONE.withDigests(List.of(digest)).withRecovery(Recovery.rollbackTo("1.3.9")));
    }

    /** {@return a loop of a new engine, moved on to a stage as the definition requires} */
    static Loop loopIn(Stage stage, LoopDefinition definition) {
        Loop loop = LoopEngine.builder(Samples.clock())
                .definition(definition)
                .build()
                .start(Samples.LOOP);
        return moved(loop, stage);
    }

    /** Moves a loop on to a stage as a delivery requires. */
    static Loop moved(Loop loop, Stage stage) {
        while (loop.stage() != stage) {
            advance(loop);
        }
        return loop;
    }

    /** Moves a loop on by one stage as a delivery requires. */
    static void advance(Loop loop) {
        loop.advance(loop.stage().next(), leaving(loop.stage()).toArray(Artifact[]::new))
                .orThrow();
    }
}

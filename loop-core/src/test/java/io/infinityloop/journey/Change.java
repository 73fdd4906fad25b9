package io.infinityloop.journey;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.testkit.SettableClock;
import java.time.Instant;
import java.util.List;

/** What a change of a shop leaves behind. */
final class Change {
    static final LoopId LOOP = LoopId.of("pay-by-card");
    static final Instant AT = SettableClock.START;
    static final String DIGEST = "sha256:9f86d081";

    private Change() {}

    static BuildArtifact built(String digest, Instant at) {
        return BuildArtifact.builder(ArtifactMetadata.of("shop@17", at))
                .packaging(Packaging.JAR)
                .name("shop")
                .version("17")
                .digest(digest)
                .sourceRevision("4f2a91c")
                .build();
    }

    static TestRun tested(String digest, Instant at) {
        return tested(digest, at, Outcome.PASSED);
    }

    static TestRun tested(String digest, Instant at, Outcome outcome) {
        return TestRun.of("t-" + outcome, at, outcome)
                .with(TestCoverage.of(TestLevel.E2E).withDigests(List.of(digest)));
    }

    static Release released(String digest, Instant at) {
        Preparation prepared = Preparation.NONE.withDigests(List.of(digest)).withRecovery(Recovery.rollbackTo("1.3.9"));
        return Release.of("1.4.0", at, "1.4.0", List.of()).with(prepared);
    }
}

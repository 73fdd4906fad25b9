package io.infinityloop.cli;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import io.infinityloop.metrics.link.Facts;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The example of the README; {@link ReadmeTest} compares the two and runs it. */
final class ReadmeExample {
    private ReadmeExample() {}

    static void run(Clock clock, PrintStream out) {
        // README
        Journal journal = InMemoryJournal.empty();
        Loop loop = LoopEngine.builder(clock).journal(journal).build().start(LoopId.of("SHOP-1"));
        if (loop.advance(Stage.CODE) instanceof Decision.Refused refused) {
            out.println(refused.message());
        }
        String digest = "sha256:9f86d081"; // what is released is what was tested
        Commit commit = Commit.of("4f2a91c", clock.instant(), "Pay by card");
        Release release = Release.of("1.4.0", clock.instant(), "1.4.0", List.of(commit.ref()))
                .with(Preparation.NONE.withDigests(List.of(digest)).withRecovery(Recovery.fixForward()));
        List<Artifact> produced = List.of(
                PlanItem.of("SHOP-1", clock.instant(), "Pay by card"),
                commit,
                BuildArtifact.of("shop", "17", clock.instant(), digest, commit.id()),
                TestRun.of("t-1", clock.instant(), Outcome.PASSED).about(digest),
                release,
                Deployment.toProduction("d-1", clock.instant(), List.of(release.ref())),
                OperationRecord.of("o-1", clock.instant(), "quiet"),
                Insight.of("i-1", clock.instant(), "a third pay by card"));
        for (Artifact artifact : produced) {
            loop.advance(loop.stage().next(), artifact).orThrow();
        }
        out.println("back in " + loop.stage() + ", cycle " + loop.state().cycle());

        Instant now = clock.instant();
        Facts facts = Facts.of(journal.readAll().map(Entry::event).toList());
        Scorecard scorecard = Analysis.builder(now, ZoneOffset.UTC)
                .metric(ChangeLeadTime.calculator())
                .window(new Window(now.minus(Duration.ofDays(30)), now))
                .build()
                .run(facts);
        scorecard.cells().forEach(cell -> out.println(cell.metric().name() + ": " + cell.result()));
        // README
    }
}

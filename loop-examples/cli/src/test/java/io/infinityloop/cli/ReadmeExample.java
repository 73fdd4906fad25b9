package io.infinityloop.cli;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import io.infinityloop.metrics.link.Facts;
import io.infinityloop.metrics.link.Linker;
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

        if (loop.advance(Stage.DEPLOY) instanceof Decision.Refused refused) {
            out.println(refused.message());
        }
        Commit commit = Commit.of("4f2a91c", clock.instant(), "Pay by card");
        Release release = Release.of("1.4.0", clock.instant(), "1.4.0", List.of(commit.ref()));
        loop.advance(Stage.CODE, PlanItem.of("SHOP-1", clock.instant(), "Pay by card"))
                .orThrow();
        loop.advance(Stage.BUILD, commit).orThrow();
        loop.advance(Stage.TEST, Build.of("b-1", clock.instant(), Outcome.PASSED))
                .orThrow();
        loop.advance(Stage.RELEASE, TestRun.of("t-1", clock.instant(), Outcome.PASSED))
                .orThrow();
        loop.advance(Stage.DEPLOY, release).orThrow();
        Instant deployed = clock.instant();
        loop.advance(Stage.OPERATE, Deployment.toProduction("d-1", deployed, List.of(release.ref())))
                .orThrow();
        loop.advance(Stage.MONITOR, OperationRecord.of("o-1", clock.instant(), "a quiet day"))
                .orThrow();
        loop.advance(Stage.PLAN, Insight.of("i-1", clock.instant(), "one in three pays by card"))
                .orThrow();
        out.println(loop.stage() + ", cycle " + loop.state().cycle());

        List<LoopEvent> events =
                journal.readAll(0, 1_000).stream().map(Entry::event).toList();
        Instant now = clock.instant();
        Cell cell = Analysis.builder(now, ZoneOffset.UTC)
                .metric(ChangeLeadTime.calculator())
                .window(new Window(now.minus(Duration.ofDays(30)), now))
                .build()
                .run(Linker.derive(Facts.of(events), now))
                .cells()
                .get(0);
        out.println(cell.metric().name() + ": " + cell.result());
        // README
    }
}

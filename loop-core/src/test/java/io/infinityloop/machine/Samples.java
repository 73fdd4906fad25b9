package io.infinityloop.machine;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.time.Instant;
import java.util.List;

/** What the tests of the machine begin with. */
final class Samples {
    static final LoopId LOOP = LoopId.of("checkout");
    static final Instant T0 = TickingClock.START;

    private Samples() {}

    /** {@return a loop of a new engine that was moved on to a stage} */
    static Loop loopIn(Stage stage) {
        return loopIn(
                LoopEngine.builder(new TickingClock())
                        .definition(LoopDefinition.ring())
                        .build(),
                LOOP,
                stage);
    }

    static Loop loopIn(LoopEngine engine, LoopId id, Stage stage) {
        Loop loop = engine.start(id);
        while (loop.stage() != stage) {
            loop.advance(loop.stage().next()).orThrow();
        }
        return loop;
    }

    static Build build(String id, Outcome outcome) {
        return Build.of(id, T0, outcome);
    }

    static TestRun tests(String id, Outcome outcome) {
        return TestRun.of(id, T0, outcome);
    }

    static Artifact deployed(String id) {
        return Deployment.toProduction(id, T0, List.of());
    }

    static EventMetadata metadata(String id, long minute) {
        return EventMetadata.of(id, "portal", TickingClock.tick(minute));
    }

    static List<LoopEvent> events(Journal journal, LoopId loop) {
        return journal.read(loop, 0).stream().map(Entry::event).toList();
    }

    static List<LoopEvent> all(Journal journal) {
        return journal.readAll(0, Integer.MAX_VALUE).stream().map(Entry::event).toList();
    }
}

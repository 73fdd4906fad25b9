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
import io.infinityloop.testkit.SettableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the tests of the machine begin with. */
final class Samples {
    static final LoopId LOOP = LoopId.of("checkout");
    static final Instant T0 = SettableClock.START;

    private Samples() {}

    /** {@return a clock that is one minute later each time that it is asked} */
    static Clock clock() {
        return SettableClock.ticking(T0, Duration.ofMinutes(1));
    }

    /** {@return the instant that the clock tells when it is asked for the n-th time, 0 for the first} */
    static Instant tick(long n) {
        return T0.plus(Duration.ofMinutes(n));
    }

    /** {@return a new engine that holds loops to the order of the ring, and to nothing else} */
    static LoopEngine engine() {
        return LoopEngine.builder(clock()).definition(LoopDefinition.ring()).build();
    }

    /** {@return a loop of a new engine that was moved on to a stage} */
    static Loop loopIn(Stage stage) {
        return loopIn(engine(), LOOP, stage);
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
        return EventMetadata.of(id, "portal", tick(minute));
    }

    static List<LoopEvent> events(Journal journal, LoopId loop) {
        return journal.read(loop, 0).stream().map(Entry::event).toList();
    }

    static List<LoopEvent> all(Journal journal) {
        return journal.readAll(0, Integer.MAX_VALUE).stream().map(Entry::event).toList();
    }
}

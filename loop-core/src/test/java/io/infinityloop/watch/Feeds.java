package io.infinityloop.watch;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** What the tests of the onlooker begin with. */
final class Feeds {
    static final LoopId LOOP = LoopId.of("checkout");
    static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    private Feeds() {}

    static Instant minute(long minutes) {
        return T0.plus(Duration.ofMinutes(minutes));
    }

    static EventMetadata metadata(String id, long minute) {
        return EventMetadata.of(id, "portal", minute(minute));
    }

    static Build build(String id, Outcome outcome) {
        return Build.of(id, T0, outcome);
    }

    static Artifact deployed(String id) {
        return Deployment.toProduction(id, T0, List.of());
    }

    /** {@return an engine that checks order only, and whose clock goes on by a minute each time} */
    static LoopEngine engine(Journal journal) {
        AtomicLong minutes = new AtomicLong();
        InstantSource source = () -> minute(minutes.getAndIncrement());
        Clock clock = source.withZone(ZoneOffset.UTC);
        return LoopEngine.builder(clock)
                .definition(LoopDefinition.ring())
                .journal(journal)
                .build();
    }

    static List<LoopEvent> all(Journal journal) {
        return journal.readAll(0, Integer.MAX_VALUE).stream().map(Entry::event).toList();
    }
}

package io.infinityloop.benchmarks;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * What somebody writes who needs no library: compare and set, the same record that the engine appends, a log behind a
 * lock, one listener. It knows no contract, gate, artifact, redelivery or other process.
 */
final class HandMade {
    private static final String SOURCE = "by-hand";

    private final LoopId loop;
    private final Clock clock;
    private final Consumer<Advanced> listener;
    private final AtomicReference<Position> position;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Advanced> log = new ArrayList<>();

    private record Position(Stage stage, long revision, Instant entered) {}

    HandMade(LoopId loop, Clock clock, Consumer<Advanced> listener) {
        this.loop = loop;
        this.clock = clock;
        this.listener = listener;
        this.position = new AtomicReference<>(new Position(Stage.PLAN, 1, clock.instant()));
    }

    /** {@return whether it moved} */
    boolean advance(Stage to) {
        while (true) {
            Position before = requireNonNull(position.get());
            if (before.stage().next() != to) {
                return false;
            }
            Instant at = clock.instant();
            Position after = new Position(to, before.revision() + 1, at);
            if (position.compareAndSet(before, after)) {
                Advanced event = advanced(loop + "#" + after.revision(), loop, before.stage(), at, before.entered());
                append(event);
                listener.accept(event);
                return true;
            }
        }
    }

    private void append(Advanced event) {
        lock.lock();
        try {
            log.add(event);
        } finally {
            lock.unlock();
        }
    }

    /** {@return the record of a move, made by hand} */
    static Advanced advanced(String id, LoopId loop, Stage from, Instant at, Instant entered) {
        EventMetadata metadata = new EventMetadata(id, SOURCE, at, Labels.none(), Trigger.UNKNOWN);
        return new Advanced(metadata, loop, Transition.ring().get(from.number() - 1), entered, List.of());
    }
}

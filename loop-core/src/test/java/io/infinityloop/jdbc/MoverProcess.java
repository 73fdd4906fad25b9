package io.infinityloop.jdbc;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A process that moves loops on together with others like it, and says which of its moves were granted. */
final class MoverProcess {
    /** The loops that all move. */
    static final List<LoopId> LOOPS =
            List.of(LoopId.of("one"), LoopId.of("two"), LoopId.of("three"), LoopId.of("four"));

    /** How many turns each thread has. */
    static final int TURNS = 25;

    /** How many threads each process has. */
    static final int THREADS = 2;

    /** The label that says which thread of which process made an event. */
    static final String MOVER = "mover";

    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    private final LoopEngine engine;
    private final String name;
    private final int first;

    private MoverProcess(Journal journal, String name, int thread) {
        this.name = name + "-" + thread;
        this.engine = engine(journal, this.name);
        this.first = thread;
    }

    /** {@return an engine as all the processes have, whose events differ in the label only} */
    static LoopEngine engine(Journal journal, String name) {
        return LoopEngine.builder(Clock.fixed(T0, ZoneOffset.UTC))
                .definition(LoopDefinition.ring())
                .journal(journal)
                .labels(Labels.none().with(MOVER, name))
                .build();
    }

    /**
     * Moves, as soon as it hears a line.
     *
     * @param arguments the URL of the database and the name of the process
     */
    public static void main(String[] arguments) throws Exception {
        try (PooledSource source = new PooledSource(arguments[0]);
                JdbcJournal journal = JdbcJournal.open(source)) {
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                threads.add(new Thread(new MoverProcess(journal, arguments[1], thread)::move));
            }
            ChildJvm.say("ready");
            awaitLine();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void awaitLine() throws IOException {
        if (System.in.read() < 0) {
            throw new IOException("nobody listens any more");
        }
    }

    /** Asks for each next stage, which others may have been faster to enter, and records something in between. */
    private void move() {
        try {
            List<Loop> loops =
                    LOOPS.stream().map(id -> engine.find(id).orElseThrow()).toList();
            for (int turn = 0; turn < TURNS; turn++) {
                Loop loop = loops.get((first + turn) % loops.size());
                tell(loop.advance(loop.stage().next()));
                tell(loop.record(OperationRecord.of(name + "-" + turn, T0, "")));
            }
        } catch (RuntimeException | Error failure) {
            ChildJvm.say("broken " + failure);
            throw failure;
        }
    }

    private void tell(Decision decision) {
        if (decision instanceof Decision.Accepted accepted) {
            for (LoopEvent event : accepted.events()) {
                ChildJvm.say("granted " + name + " " + event.loop() + " " + event.id());
            }
        } else {
            ChildJvm.say("refused " + name);
        }
    }
}

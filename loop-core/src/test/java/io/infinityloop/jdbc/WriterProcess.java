package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A process that appends until it is told to stop or is killed, and says what it tries before it does and what came of
 * it afterwards: {@link Ledger} reads that.
 */
final class WriterProcess {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final int LOOPS_EACH = 4;
    private static final int FACTS_EVERY = 7;
    private static final int LARGEST_BATCH = 5;
    private static final long PAUSE_MILLIS = 20;

    /** The place of the argument that may be missing. */
    private static final int WARM = 4;

    private static volatile boolean stopped;

    private final Journal journal;
    private final String name;
    private final Map<LoopId, Long> revisions = new HashMap<>();

    private WriterProcess(Journal journal, String name) {
        this.journal = journal;
        this.name = name;
    }

    /**
     * Writes.
     *
     * @param arguments the URL of the database, how the journal keeps its word, the name of the process, the number of
     *     threads, and possibly the URL of another journal, which is opened before
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length > WARM) {
            warmUp(arguments[WARM]);
        }
        ChildJvm.say("opening");
        JdbcJournal opened = JdbcJournal.create(new UrlSource(arguments[0]));
        ChildJvm.say("opened");
        Journal journal = Word.valueOf(arguments[1]).over(opened);
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < Integer.parseInt(arguments[3]); thread++) {
            threads.add(new Thread(new WriterProcess(journal, arguments[2] + "-" + thread)::write));
        }
        threads.forEach(Thread::start);
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(1);
        }
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Loads and links classes and libraries, so that the time of opening is that of the file. */
    private static void warmUp(String url) {
        try (JdbcJournal other = JdbcJournal.open(new UrlSource(url))) {
            other.readAll(0, 1);
        }
    }

    private void write() {
        try {
            for (int turn = 1; !stopped; turn++) {
                LoopId loop = turn % FACTS_EVERY == 0 ? null : loop(turn);
                attempt(name + "-" + turn, loop, 1 + turn % LARGEST_BATCH);
            }
        } catch (RuntimeException | Error failure) {
            ChildJvm.say("broken " + failure);
            throw failure;
        }
    }

    /** Most loops are one thread's own; all threads of all processes meet in another. */
    private LoopId loop(int turn) {
        String thread = name.substring(name.indexOf('-'));
        return LoopId.of(turn % (LOOPS_EACH + 1) == 0 ? "shared" : "own" + thread + "-" + turn % (LOOPS_EACH + 1));
    }

    /** Tries until the journal gives an answer: what became of an append that failed is found out by trying again. */
    private void attempt(String attempt, @Nullable LoopId loop, int size) {
        List<Recorded> events = IntStream.range(0, size)
                .mapToObj(i -> event(attempt + "." + i, loop))
                .toList();
        long revision = loop == null ? 0 : revisions.getOrDefault(loop, 0L);
        ChildJvm.say("try " + attempt + " " + (loop == null ? "-" : loop) + " " + revision + " " + size);
        while (true) {
            try {
                ChildJvm.say(loop == null ? observed(attempt, events) : appended(attempt, loop, revision, events));
                return;
            } catch (JournalException failure) {
                String outcome = failure.isOutcomeUnknown() ? "unknown " : "nothing ";
                ChildJvm.say("failed " + attempt + " " + outcome
                        + String.valueOf(failure.getMessage()).replace('\n', ' '));
                pause();
            }
        }
    }

    private String observed(String attempt, List<Recorded> events) {
        List<Entry> entries = journal.observe(events);
        return entries.isEmpty() ? "there " + attempt : acknowledged(attempt, entries);
    }

    private String appended(String attempt, LoopId loop, long revision, List<Recorded> events) {
        AppendResult result = journal.append(loop, revision, events);
        if (result instanceof AppendResult.Appended appended) {
            revisions.put(loop, revision + events.size());
            return acknowledged(attempt, appended.entries());
        }
        if (result instanceof AppendResult.Conflict conflict) {
            revisions.put(loop, conflict.actual());
            return "conflict " + attempt;
        }
        revisions.put(loop, revision + events.size());
        return "there " + attempt;
    }

    private static String acknowledged(String attempt, List<Entry> entries) {
        Entry first = entries.get(0);
        return "ack " + attempt + " " + entries.size() + " " + first.revision() + " " + first.position();
    }

    private static Recorded event(String id, @Nullable LoopId loop) {
        return new Recorded(EventMetadata.of(id, "writer", T0), loop, OperationRecord.of("quiet", T0, "x".repeat(200)));
    }

    private static void pause() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
}

package io.infinityloop.benchmarks;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.jdbc.JdbcJournal;
import io.infinityloop.journal.AppendResult;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One round: appends to a journal, and the same by bare JDBC, one by one and many at a time. */
final class JournalBenchmark implements AutoCloseable {
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(700);
    private static final int BATCH = 100;
    private static final int APPENDERS = 16;

    private final JdbcJournal journal;
    private final BareAppends bare;
    private final Events ours = new Events("ours");
    private final Events theirs = new Events("bare");
    private final List<Events> appenders = loops("appender");
    private final List<Events> bareLoops = loops("bare");

    JournalBenchmark(JournalPlace place) throws SQLException {
        journal = JdbcJournal.create(place.source("ours"));
        bare = new BareAppends(place.connection("bare"));
    }

    private static List<Events> loops(String name) {
        return IntStream.rangeClosed(1, APPENDERS)
                .mapToObj(number -> new Events(name + number))
                .toList();
    }

    /** Events a second. */
    record Pair(double ours, double bare) {}

    Pair single() throws SQLException {
        return alternately(1);
    }

    Pair batch() throws SQLException {
        return alternately(BATCH);
    }

    /** First one, then the other, so that what else the disk does then burdens both alike. */
    private Pair alternately(int batch) throws SQLException {
        long oursNanos = 0;
        long bareNanos = 0;
        int appends = 0;
        while (oursNanos + bareNanos < ROUND) {
            List<LoopEvent> events = ours.next(batch).toList();
            List<BareAppends.Row> rows = Stream.generate(() -> BareAppends.Row.of(theirs))
                    .limit(batch)
                    .toList();
            long begin = System.nanoTime();
            append(ours, events);
            long middle = System.nanoTime();
            bare.append(rows);
            oursNanos += middle - begin;
            bareNanos += System.nanoTime() - middle;
            appends++;
        }
        return new Pair(perSecond(appends * batch, oursNanos), perSecond(appends * batch, bareNanos));
    }

    /**
     * Several threads, each with a loop of its own, append one event at a time; beside them one thread, which writes an
     * event of as many loops in one transaction and waits for nobody.
     */
    Pair together() throws Exception {
        return new Pair(concurrently(), bareTogether());
    }

    private double bareTogether() throws SQLException {
        long nanos = 0;
        int events = 0;
        while (nanos < ROUND) {
            List<BareAppends.Row> rows =
                    bareLoops.stream().map(BareAppends.Row::of).toList();
            long begin = System.nanoTime();
            bare.append(rows);
            nanos += System.nanoTime() - begin;
            events += rows.size();
        }
        return perSecond(events, nanos);
    }

    private double concurrently() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(APPENDERS);
        try {
            long begin = System.nanoTime();
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (Events events : appenders) {
                tasks.add(() -> appendUntil(begin + ROUND, events));
            }
            int appended = 0;
            for (Future<Integer> task : threads.invokeAll(tasks)) {
                appended += task.get();
            }
            return perSecond(appended, System.nanoTime() - begin);
        } finally {
            threads.shutdownNow();
        }
    }

    private int appendUntil(long end, Events events) {
        int appended = 0;
        while (System.nanoTime() - end < 0) {
            append(events, List.of(events.next()));
            appended++;
        }
        return appended;
    }

    private void append(Events from, List<LoopEvent> events) {
        AppendResult result = journal.append(from.loop(), from.revision() - events.size(), events);
        if (!(result instanceof AppendResult.Appended)) {
            throw new IllegalStateException("no comparison: " + result);
        }
    }

    private static double perSecond(int events, long nanos) {
        return events * 1e9 / nanos;
    }

    @Override
    public void close() throws SQLException {
        journal.close();
        bare.close();
    }
}

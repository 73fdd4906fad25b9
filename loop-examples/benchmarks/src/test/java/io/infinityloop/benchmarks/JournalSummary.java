package io.infinityloop.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Runs the benchmark of journals in SQLite and PostgreSQL, and prints what they take beside bare JDBC. */
final class JournalSummary {
    /** Until the compiler is done, it takes a processor from the threads. */
    private static final int WARMUPS = 8;

    private static final int ROUNDS = 7;

    /** Less than the first, or more than the others, misses the goal. */
    private static final double SINGLE = 1.3;

    private static final double BATCH = 0.8;
    private static final double TOGETHER = 10;

    /** What one durable append of bare JDBC took on the machine where the goals were measured, in microseconds. */
    private static final long SQLITE_MICROS = 900;

    private static final long POSTGRES_MICROS = 1_800;

    private final List<Round> rounds = new ArrayList<>();

    private JournalSummary() {}

    private record Round(
            double sync, JournalBenchmark.Pair single, JournalBenchmark.Pair batch, JournalBenchmark.Pair together) {
        double cost() {
            return single.bare() / single.ours();
        }

        double gainKept() {
            return batch.ours() / single.ours() / (batch.bare() / single.bare());
        }

        double togetherGain() {
            return together.ours() / single.ours();
        }

        /** What bare JDBC can gain at most when it writes at once what the threads append. */
        double togetherBound() {
            return together.bare() / single.bare();
        }
    }

    /** Runs it in the directory that the system property {@code journal.directory} names, else in the given one. */
    static void print(Path made) throws Exception {
        String given = System.getProperty("journal.directory", "");
        Path directory = given.isBlank() ? made : Files.createTempDirectory(Path.of(given), "benchmark");
        System.out.printf(
                Locale.ROOT,
                "journals in %s, on %s%n",
                directory,
                Files.getFileStore(directory).type());
        try (JournalPlace sqlite = new JournalPlace.Sqlite(directory)) {
            double single = run("SQLite", sqlite, directory);
            runSlowly("SQLite", sqlite, directory, SQLITE_MICROS - single);
        }
        try (JournalPlace postgres = JournalPlace.Postgres.start(directory)) {
            double single = run("PostgreSQL", postgres, directory);
            runSlowly("PostgreSQL", postgres, directory, POSTGRES_MICROS - single);
        }
    }

    /**
     * Again as if the disk were as slow as where the goals were measured; the system property {@code journal.delay}
     * says by how many microseconds it is to be slower instead.
     */
    private static void runSlowly(String database, JournalPlace place, Path directory, double slower) throws Exception {
        Duration delay = Duration.of(Long.getLong("journal.delay", Math.round(slower)), ChronoUnit.MICROS);
        if (delay.compareTo(Duration.ZERO) <= 0) {
            System.out.println(database + ": no artificial delay");
        } else {
            run(
                    database + ", with an artificial delay of " + delay.toNanos() / 1_000 + " us before each commit",
                    new SlowCommits(place, "slow_", delay),
                    directory);
        }
    }

    /** {@return what one append of bare JDBC took, in microseconds} */
    private static double run(String database, JournalPlace place, Path directory) throws Exception {
        JournalSummary summary = new JournalSummary();
        try (JournalBenchmark benchmark = new JournalBenchmark(place)) {
            for (int round = 0; round < WARMUPS + ROUNDS; round++) {
                Round made =
                        new Round(Sync.median(directory), benchmark.single(), benchmark.batch(), benchmark.together());
                if (round >= WARMUPS) {
                    summary.rounds.add(made);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s; the disk alone keeps a page in %.0f us%n",
                database,
                summary.median(Round::sync) / 1e3);
        summary.printTable();
        return 1e6 / summary.median(round -> round.single().bare());
    }

    private void printTable() {
        row(
                "one by one",
                round -> round.single().ours(),
                "bare JDBC",
                round -> round.single().bare());
        row(
                "100 at a time",
                round -> round.batch().ours(),
                "bare JDBC",
                round -> round.batch().bare());
        row(
                "16 threads, one by one",
                round -> round.together().ours(),
                "bare JDBC",
                round -> round.together().bare());
        double cost = median(Round::cost);
        verdict("one append costs, of bare JDBC", cost, "at most", SINGLE, cost <= SINGLE);
        double kept = median(Round::gainKept);
        verdict("gain of 100 at a time, of that of bare JDBC", kept, "at least", BATCH, kept >= BATCH);
        double together = median(Round::togetherGain);
        verdict("16 threads beside one", together, "at least", TOGETHER, together >= TOGETHER);
        System.out.printf(
                Locale.ROOT,
                "  %-44s ratio %5.2f%n",
                "bare JDBC, 16 loops in one transaction",
                median(Round::togetherBound));
    }

    private void row(String what, ToDoubleFunction<Round> ours, String beside, ToDoubleFunction<Round> theirs) {
        System.out.printf(
                Locale.ROOT, "  %-28s %9.0f events/s; %s %9.0f events/s%n", what, median(ours), beside, median(theirs));
    }

    private static void verdict(String what, double ratio, String bound, double target, boolean met) {
        System.out.printf(
                Locale.ROOT,
                "  %-44s ratio %5.2f, target %s %.1f: %s%n",
                what,
                ratio,
                bound,
                target,
                met ? "met" : "not met");
    }

    private double median(ToDoubleFunction<Round> value) {
        List<Double> sorted = new ArrayList<>();
        rounds.forEach(round -> sorted.add(value.applyAsDouble(round)));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}

package io.infinityloop.benchmarks;

import io.infinityloop.artifact.Release;
import io.infinityloop.cli.git.GitImport;
import io.infinityloop.cli.git.GitOptions;
import io.infinityloop.cli.git.GitSource;
import io.infinityloop.event.Recorded;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmark of the import warm and cold, measures the heap, and prints both. */
final class ImportSummary {
    private static final double TARGET = 1.5;
    private static final int[] COMMITS = {5_000, 10_000, 20_000};
    private static final int RELEASES = 150;
    private static final int ROUNDS = 5;

    private final Path repository;
    private final Path releases;

    private ImportSummary(Path repository, Path releases) {
        this.repository = repository;
        this.releases = releases;
    }

    /** Runs it; repositories that are made for it are made in the directory. */
    static void print(Path directory) throws Exception {
        List<Path> repositories = repositories(directory);
        Path largest = repositories.get(repositories.size() - 1);
        GitImport read = GitSource.read(largest, GitOptions.defaults());
        long walked = new BareWalk(largest, releases(read)).walk(object -> {});
        if (walked != read.commits()) {
            throw new IllegalStateException(
                    "no comparison: the bare walk visits " + walked + " commits, the source " + read.commits());
        }
        ImportSummary benchmark =
                new ImportSummary(largest, Files.write(directory.resolve("releases"), releases(read)));
        System.out.printf(
                Locale.ROOT,
                "%d commits, %d releases%n",
                read.commits(),
                releases(read).size());
        benchmark.compare("warm (target " + TARGET + ")", Mode.SampleTime, 4);
        benchmark.compare("first import of a process", Mode.SingleShotTime, 0);
        for (Path measured : repositories) {
            long commits = GitSource.read(measured, GitOptions.defaults()).commits();
            System.out.printf(
                    Locale.ROOT,
                    "an import of %d commits keeps %.0f bytes for each%n",
                    commits,
                    RetainedHeap.bytesPerCommit(measured));
        }
    }

    private static List<Path> repositories(Path directory) throws Exception {
        String given = System.getProperty(ImportBenchmark.REPOSITORY, "");
        if (!given.isBlank()) {
            return List.of(Path.of(given));
        }
        List<Path> made = new ArrayList<>();
        for (int commits : COMMITS) {
            Path repository = directory.resolve("history-" + commits + ".git");
            History.write(repository, commits, RELEASES);
            made.add(repository);
        }
        return made;
    }

    private static List<String> releases(GitImport read) {
        return read.events().stream()
                .filter(event -> event instanceof Recorded recorded && recorded.artifact() instanceof Release)
                .map(event -> ((Release) ((Recorded) event).artifact()).id())
                .toList();
    }

    /** Prints each round, one after the other on both sides: what else the machine does then burdens both alike. */
    private void compare(String what, Mode mode, int warmups) throws RunnerException {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double bare = median(mode, warmups, "bareWalk");
            double source = median(mode, warmups, "gitSource");
            ratios.add(source / bare);
            System.out.printf(
                    Locale.ROOT,
                    "%-28s bare walk %8.1f ms, source git %8.1f ms, ratio %.2f%n",
                    what,
                    bare,
                    source,
                    source / bare);
        }
        Collections.sort(ratios);
        System.out.printf(Locale.ROOT, "%-28s median ratio %.2f%n", what, ratios.get(ROUNDS / 2));
    }

    private double median(Mode mode, int warmups, String benchmark) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(ImportBenchmark.class.getName() + "." + benchmark)
                .mode(mode)
                .forks(1)
                .verbosity(VerboseMode.SILENT)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(warmups == 0 ? 1 : warmups)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend(
                        "-D" + ImportBenchmark.REPOSITORY + "=" + repository,
                        "-D" + ImportBenchmark.RELEASES + "=" + releases);
        Collection<RunResult> results = new Runner(options.build()).run();
        if (results.isEmpty()) {
            throw new IllegalStateException("the benchmark " + benchmark + " failed");
        }
        return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
    }
}

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
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark warm and cold, measures the heap, and prints a line for each. */
final class BenchmarkMain {
    private static final double TARGET = 1.5;
    private static final int[] COMMITS = {5_000, 10_000, 20_000};
    private static final int RELEASES = 150;
    private static final String LINE = "%-34s %10.1f ms %10.1f ms   ratio %.2f%n";

    private final Path repository;
    private final Path releases;

    private BenchmarkMain(Path repository, Path releases) {
        this.repository = repository;
        this.releases = releases;
    }

    /** The first argument is a directory for what is made. */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of(args[0])), "benchmark");
        List<Path> repositories = repositories(directory);
        Path largest = repositories.get(repositories.size() - 1);
        GitImport read = GitSource.read(largest, GitOptions.defaults());
        long walked = new BareWalk(largest, releases(read)).walk(object -> {});
        if (walked != read.commits()) {
            throw new IllegalStateException(
                    "no comparison: the bare walk visits " + walked + " commits, the source " + read.commits());
        }
        BenchmarkMain benchmark =
                new BenchmarkMain(largest, Files.write(directory.resolve("releases"), releases(read)));
        double warm = benchmark.median(Mode.SampleTime, 2, 5, "gitSource");
        double bareWarm = benchmark.median(Mode.SampleTime, 2, 5, "bareWalk");
        double cold = benchmark.median(Mode.SingleShotTime, 7, 0, "gitSource");
        double bareCold = benchmark.median(Mode.SingleShotTime, 7, 0, "bareWalk");
        System.out.printf(
                Locale.ROOT,
                "%n%d commits, %d releases%n",
                read.commits(),
                releases(read).size());
        System.out.printf("%-34s %13s %13s%n", "median", "bare walk", "source git");
        System.out.printf(Locale.ROOT, LINE, "warm (target " + TARGET + ")", bareWarm, warm, warm / bareWarm);
        System.out.printf(Locale.ROOT, LINE, "first import of a process", bareCold, cold, cold / bareCold);
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

    private double median(Mode mode, int forks, int warmups, String benchmark) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(ImportBenchmark.class.getName() + "." + benchmark)
                .mode(mode)
                .forks(forks)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(warmups == 0 ? 1 : warmups)
                .measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend(
                        "-D" + ImportBenchmark.REPOSITORY + "=" + repository,
                        "-D" + ImportBenchmark.RELEASES + "=" + releases);
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
    }
}

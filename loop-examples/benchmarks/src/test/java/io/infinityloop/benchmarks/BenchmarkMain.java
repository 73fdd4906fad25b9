package io.infinityloop.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs the groups of benchmarks that the system property {@code bench} names: git, machine, journal, rules, link,
 * metrics, or all.
 */
final class BenchmarkMain {
    private BenchmarkMain() {}

    /** The first argument is a directory for what is made. */
    public static void main(String[] args) throws Exception {
        String group = System.getProperty("bench", "all");
        switch (group) {
            case "git" -> importing(args[0]);
            case "machine" -> MachineSummary.print();
            case "journal" -> JournalSummary.print(directory(args[0]));
            case "rules" -> RuleSummary.print();
            case "link" -> LinkSummary.print();
            case "metrics" -> MetricsSummary.print();
            case "all" -> {
                importing(args[0]);
                MachineSummary.print();
                JournalSummary.print(directory(args[0]));
                RuleSummary.print();
                LinkSummary.print();
                MetricsSummary.print();
            }
            default ->
                throw new IllegalArgumentException("there is no group of benchmarks '" + group
                        + "': it is git, machine, journal, rules, link, metrics or all");
        }
    }

    private static void importing(String directory) throws Exception {
        ImportSummary.print(directory(directory));
    }

    private static Path directory(String parent) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of(parent)), "benchmark");
    }
}

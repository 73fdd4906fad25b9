package io.infinityloop.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** Runs the groups of benchmarks that the system property {@code bench} names: git, machine, rules, or all. */
final class BenchmarkMain {
    private BenchmarkMain() {}

    /** The first argument is a directory for what is made. */
    public static void main(String[] args) throws Exception {
        String group = System.getProperty("bench", "all");
        switch (group) {
            case "git" -> importing(args[0]);
            case "machine" -> MachineSummary.print();
            case "rules" -> RuleSummary.print();
            case "all" -> {
                importing(args[0]);
                MachineSummary.print();
                RuleSummary.print();
            }
            default ->
                throw new IllegalArgumentException(
                        "there is no group of benchmarks '" + group + "': it is git, machine, rules or all");
        }
    }

    private static void importing(String directory) throws Exception {
        ImportSummary.print(Files.createTempDirectory(Files.createDirectories(Path.of(directory)), "benchmark"));
    }
}

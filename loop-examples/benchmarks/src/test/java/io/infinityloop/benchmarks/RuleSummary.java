package io.infinityloop.benchmarks;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the rules and the loop by hand, and prints what one costs as a multiple of the other. */
final class RuleSummary {
    private static final double TARGET = 3;

    private RuleSummary() {}

    static void print() throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(RuleBenchmark.class.getName() + ".")
                        .forks(1)
                        .verbosity(VerboseMode.SILENT)
                        .warmupIterations(6)
                        .measurementIterations(9)
                        .jvmArgsAppend("-Xmx1g")
                        .build())
                .run();
        Map<String, Double> medians = new HashMap<>();
        for (RunResult result : results) {
            medians.put(
                    result.getParams().getParam("load")
                            + result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
        System.out.printf("%d rules, %d samples%n", Telemetry.RULES, Telemetry.SAMPLES);
        for (String load : Arrays.asList("steady", "jumping")) {
            double ours = medians.getOrDefault(load + "loopRules", Double.NaN);
            double theirs = medians.getOrDefault(load + "handRules", Double.NaN);
            System.out.printf(
                    Locale.ROOT,
                    "%-8s load: rules %7.1f ms; by hand %7.1f ms: ratio %5.2f, target %.0f x by hand: %s%n",
                    load,
                    ours,
                    theirs,
                    ours / theirs,
                    TARGET,
                    ours / theirs <= TARGET ? "met" : "not met");
        }
    }
}

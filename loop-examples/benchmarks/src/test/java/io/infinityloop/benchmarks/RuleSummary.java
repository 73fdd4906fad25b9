package io.infinityloop.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the rules and the loop by hand, and prints what one costs as a multiple of the other. */
final class RuleSummary {
    private static final double TARGET = 3;
    private static final int ROUNDS = 3;

    private RuleSummary() {}

    static void print() throws RunnerException {
        Map<String, List<Double>> times = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            run(times);
        }
        System.out.printf("%d rules, %d samples%n", Telemetry.RULES, Telemetry.SAMPLES);
        for (String load : List.of("steady", "jumping")) {
            List<Double> ours = requireNonNull(times.get(load + " loopRules"), load);
            List<Double> theirs = requireNonNull(times.get(load + " handRules"), load);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ratios.add(ours.get(round) / theirs.get(round));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-8s load: rules %7.1f ms; by hand %7.1f ms: ratio %5.2f, target %.0f x by hand: %s%n",
                    load,
                    median(ours),
                    median(theirs),
                    median(ratios),
                    TARGET,
                    median(ratios) <= TARGET ? "met" : "not met");
        }
    }

    private static void run(Map<String, List<Double>> times) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(RuleBenchmark.class.getName() + ".")
                .forks(1)
                .verbosity(VerboseMode.SILENT)
                .warmupIterations(6)
                .measurementIterations(7)
                .jvmArgsAppend("-Xmx1g")
                .build();
        for (RunResult result : new Runner(options).run()) {
            String load = result.getParams().getParam("load");
            times.computeIfAbsent(load + " " + result.getPrimaryResult().getLabel(), first -> new ArrayList<>())
                    .add(result.getPrimaryResult().getStatistics().getPercentile(50));
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}

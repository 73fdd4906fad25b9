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

/** Links facts at three sizes, and prints what that costs as a multiple of sorting the same events once. */
final class LinkSummary {
    private static final double TARGET = 4;
    private static final int ROUNDS = 3;

    private LinkSummary() {}

    static void print() throws RunnerException {
        print(ROUNDS);
    }

    static void print(int rounds) throws RunnerException {
        Map<String, List<Double>> times = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            run(times);
        }
        for (String size : List.of("12500", "50000", "200000")) {
            List<Double> sort = requireNonNull(times.get(size + " sort"), size);
            List<Double> collect = requireNonNull(times.get(size + " collect"), size);
            List<Double> link = requireNonNull(times.get(size + " link"), size);
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                ratios.add(link.get(round) / sort.get(round));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%6s deployments: sort %7.1f ms; collect %7.1f ms; link %7.1f ms, %5.2f us a deployment;"
                            + " ratio %5.2f, target %.0f x sort: %s%n",
                    size,
                    median(sort),
                    median(collect),
                    median(link),
                    1_000 * median(link) / Integer.parseInt(size),
                    median(ratios),
                    TARGET,
                    median(ratios) <= TARGET ? "met" : "not met");
        }
    }

    private static void run(Map<String, List<Double>> times) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(LinkBenchmark.class.getName() + ".")
                .forks(1)
                .verbosity(VerboseMode.SILENT)
                .warmupIterations(3)
                .measurementIterations(4)
                .jvmArgsAppend("-Xmx6g", "-XX:+UseParallelGC")
                .build();
        for (RunResult result : new Runner(options).run()) {
            String size = result.getParams().getParam("deployments");
            times.computeIfAbsent(size + " " + result.getPrimaryResult().getLabel(), first -> new ArrayList<>())
                    .add(result.getPrimaryResult().getStatistics().getPercentile(50));
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}

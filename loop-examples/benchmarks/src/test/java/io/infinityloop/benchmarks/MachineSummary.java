package io.infinityloop.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of the machine and its rivals, and prints what one costs as a share of the other. */
final class MachineSummary {
    private static final int ROUNDS = 3;
    private static final String BYTES = "gc.alloc.rate.norm";

    /** The rounds of each benchmark, in nanoseconds. */
    private final Map<String, List<Double>> times = new HashMap<>();

    private final Map<String, Double> bytes = new HashMap<>();

    private MachineSummary() {}

    static void print() throws RunnerException {
        MachineSummary summary = new MachineSummary();
        for (int round = 0; round < ROUNDS; round++) {
            summary.run(MachineBenchmark.class, 5, 5, TimeValue.milliseconds(300));
            summary.run(EngineBenchmark.class, 5, 5, TimeValue.milliseconds(600));
        }
        // With less warm-up it looks many times slower than it is.
        summary.run(SpringBenchmark.class, 8, 5, TimeValue.seconds(2));
        summary.printTable();
        RestingLoops.print();
    }

    private void run(Class<?> benchmark, int warmups, int measured, TimeValue time) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(benchmark.getName() + ".")
                .forks(1)
                .verbosity(VerboseMode.SILENT)
                .warmupIterations(warmups)
                .warmupTime(time)
                .measurementIterations(measured)
                .measurementTime(time)
                .addProfiler("gc")
                .build();
        for (RunResult result : new Runner(options).run()) {
            String name = result.getPrimaryResult().getLabel();
            times.computeIfAbsent(name, first -> new ArrayList<>())
                    .add(result.getPrimaryResult().getStatistics().getPercentile(50));
            Result<?> allocated = requireNonNull(result.getSecondaryResults().get(BYTES), BYTES);
            bytes.put(name, allocated.getScore());
        }
    }

    private void printTable() {
        row("permitted", "loopPermitted", "2 x bare table", 2, "tablePermitted");
        row("a refusal with its reason", "loopRefusal", "2 x bare table", 2, "tableRefusal");
        row("a refusal with its reason", "loopRefusal", "0.1 x stateless4j", 0.1, "statelessRefusal");
        row(
                "decide, one gate, with events",
                "loopDecide",
                "0.6 x stateless4j + record",
                0.6,
                "statelessAdvanceAndRecord");
        row(
                "  its verdict made, too",
                "loopDecideWithVerdict",
                "0.6 x stateless4j + record",
                0.6,
                "statelessAdvanceAndRecord");
        row("advance, journal, listener", "loopAdvance", "3 x compare-and-set + record", 3, "handAdvance");
        for (String rival : Arrays.asList("statelessAdvance", "colaAdvance", "squirrelAdvance", "springAdvance")) {
            System.out.printf(
                    Locale.ROOT,
                    "%-32s %9.1f ns %8.0f B, no record, no history%n",
                    rival,
                    median(time(rival)),
                    bytes(rival));
        }
    }

    private void row(String what, String ours, String target, double limit, String theirs) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(time(ours).get(round) / time(theirs).get(round));
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s %9.1f ns %8.0f B; beside %9.1f ns %8.0f B: ratio %5.2f, target %s: %s%n",
                what,
                median(time(ours)),
                bytes(ours),
                median(time(theirs)),
                bytes(theirs),
                median(ratios),
                target,
                median(ratios) <= limit ? "met" : "not met");
    }

    private List<Double> time(String benchmark) {
        return requireNonNull(times.get(benchmark), benchmark);
    }

    private double bytes(String benchmark) {
        return requireNonNull(bytes.get(benchmark), benchmark);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}

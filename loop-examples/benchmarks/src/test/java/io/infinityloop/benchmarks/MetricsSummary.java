package io.infinityloop.benchmarks;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.Partial;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import io.infinityloop.metrics.link.Change;
import io.infinityloop.metrics.link.Subject;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the analysis and the loop by hand, and prints ratios; then what an analysis keeps a cell and a sample. */
final class MetricsSummary {
    private static final double TARGET = 3;
    private static final double BYTES_A_SAMPLE = 8;
    private static final List<Integer> SIZES = List.of(10_000, 50_000, 200_000);

    private MetricsSummary() {}

    static void print() throws RunnerException {
        Map<String, Double> times = new TreeMap<>();
        for (RunResult result : new Runner(new OptionsBuilder()
                        .include(MetricsBenchmark.class.getName() + ".")
                        .forks(1)
                        .verbosity(VerboseMode.SILENT)
                        .warmupIterations(6)
                        .measurementIterations(7)
                        .jvmArgsAppend("-Xmx2g")
                        .build())
                .run()) {
            String size = result.getParams().getParam("deployments");
            times.put(
                    size + " " + result.getPrimaryResult().getLabel(),
                    result.getPrimaryResult().getStatistics().getPercentile(50));
        }
        System.out.printf("DORA's five, %d services, %d weeks%n", DoraSubjects.SERVICES, DoraSubjects.WEEKS);
        for (int size : SIZES) {
            double ours = requireNonNull(times.get(size + " loopCells"));
            double theirs = requireNonNull(times.get(size + " handCells"));
            System.out.printf(
                    Locale.ROOT,
                    "%7d deployments: analysis %7.1f ms; by hand %7.1f ms: ratio %5.2f, target %.0f x: %s%n",
                    size,
                    ours,
                    theirs,
                    ours / theirs,
                    TARGET,
                    ours / theirs <= TARGET ? "met" : "not met");
        }
        memory();
    }

    /** The cells are the same at both sizes, so that what is more is the samples'. */
    private static void memory() {
        int few = SIZES.get(1);
        int many = SIZES.get(2);
        retained(few, Memory.EXACT, Segmenter.by(Labels.SERVICE));
        long small = retained(few, Memory.EXACT, Segmenter.by(Labels.SERVICE));
        double sample = (retained(many, Memory.EXACT, Segmenter.by(Labels.SERVICE)) - small) / (3.0 * (many - few));
        double cells = (double) DoraSubjects.SERVICES * DoraSubjects.WEEKS;
        System.out.printf(
                Locale.ROOT,
                "exact: %.1f bytes a sample, %.0f bytes a cell besides (change lead time), target %.0f a sample: %s%n",
                sample,
                (small - 3.0 * few * sample) / cells,
                BYTES_A_SAMPLE,
                Math.round(sample * 10) <= BYTES_A_SAMPLE * 10 ? "met" : "not met");
        System.out.printf(
                Locale.ROOT,
                "bounded: %.0f bytes a cell with %d samples each, %.0f with %d%n",
                retained(few, Memory.BOUNDED, Segmenter.none()) / (double) DoraSubjects.WEEKS,
                3 * few / DoraSubjects.WEEKS,
                retained(many, Memory.BOUNDED, Segmenter.none()) / (double) DoraSubjects.WEEKS,
                3 * many / DoraSubjects.WEEKS);
    }

    private static long retained(int deployments, Memory memory, Segmenter segmenter) {
        List<Subject> changes = DoraSubjects.of(deployments).stream()
                .filter(Change.class::isInstance)
                .toList();
        Analysis analysis = Analysis.builder(DoraSubjects.YEAR.to(), ZoneOffset.UTC)
                .metric(ChangeLeadTime.calculator())
                .windows(DoraSubjects.WINDOWS)
                .segmentBy(segmenter)
                .memory(memory)
                .build();
        Deque<Partial> held = new ArrayDeque<>(List.of(analysis.fold(changes)));
        if (held.getLast().scorecard().cells().isEmpty()) {
            throw new IllegalStateException("no cells");
        }
        long with = RetainedHeap.used();
        held.removeLast();
        return with - RetainedHeap.used();
    }
}

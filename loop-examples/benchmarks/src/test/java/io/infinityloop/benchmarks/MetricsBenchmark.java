package io.infinityloop.benchmarks;

import io.infinityloop.Labels;
import io.infinityloop.metrics.Analysis;
import io.infinityloop.metrics.Cell;
import io.infinityloop.metrics.Memory;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Segmenter;
import io.infinityloop.metrics.dora.ChangeFailureRate;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import io.infinityloop.metrics.dora.DeploymentFrequency;
import io.infinityloop.metrics.dora.DeploymentReworkRate;
import io.infinityloop.metrics.dora.FailedDeploymentRecoveryTime;
import io.infinityloop.metrics.link.Subject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** DORA's five over linked subjects, 200 services and 52 weeks, beside a loop with hash maps over the same subjects. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MetricsBenchmark {
    /** How many deployments there are; each has three changes. */
    @Param({"10000", "50000", "200000"})
    public int deployments = 10_000;

    private List<Subject> subjects = List.of();

    /** Makes the subjects, and holds that both sides say the same. */
    @Setup
    public void prepare() {
        subjects = DoraSubjects.of(deployments);
        Map<HandMadeDora.Key, HandMadeDora.Row> rows = handCells();
        for (Cell cell : loopCells().cells()) {
            compare(cell, rows);
        }
    }

    private static void compare(Cell cell, Map<HandMadeDora.Key, HandMadeDora.Row> rows) {
        String service = cell.segment().values().getOrDefault(Labels.SERVICE, "");
        HandMadeDora.Row row = rows.get(new HandMadeDora.Key(
                service, cell.window().from().atZone(ZoneOffset.UTC).toLocalDate()));
        if (row == null || !(cell.result() instanceof MetricResult.Value value)) {
            return;
        }
        BigDecimal nano = BigDecimal.valueOf(1_000_000_000);
        BigDecimal expected = switch (cell.metric().id()) {
            case "dora.change-lead-time" -> row.leadTime().get(0).divide(nano);
            case "dora.deployment-frequency" -> row.frequency();
            case "dora.change-failure-rate" -> row.failures();
            case "dora.failed-deployment-recovery-time" -> row.recovery().get(0).divide(nano);
            default -> row.rework();
        };
        if (value.headline().number().compareTo(expected.setScale(9, RoundingMode.HALF_EVEN)) != 0) {
            throw new IllegalStateException(cell + ", by hand " + expected);
        }
    }

    static Analysis analysis(Memory memory) {
        return Analysis.builder(DoraSubjects.YEAR.to(), ZoneOffset.UTC)
                .metric(ChangeLeadTime.calculator())
                .metric(DeploymentFrequency.calculator())
                .metric(ChangeFailureRate.calculator())
                .metric(FailedDeploymentRecoveryTime.calculator())
                .metric(DeploymentReworkRate.calculator())
                .windows(DoraSubjects.WINDOWS)
                .segmentBy(Segmenter.by(Labels.SERVICE))
                .memory(memory)
                .build();
    }

    /** {@return the cells of the library} */
    @Benchmark
    public Scorecard loopCells() {
        return analysis(Memory.EXACT).run(subjects);
    }

    /** {@return the cells by hand} */
    @Benchmark
    public Map<HandMadeDora.Key, HandMadeDora.Row> handCells() {
        return HandMadeDora.of(subjects);
    }
}

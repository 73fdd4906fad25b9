package io.infinityloop.gate;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.machine.Verdict;
import io.infinityloop.rule.GateResult;
import io.infinityloop.rule.QualityGate;
import io.infinityloop.rule.Truth;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What artifacts say in numbers, and how that stands to the conditions of a quality gate. */
final class Measured {
    private Measured() {}

    static SortedMap<String, BigDecimal> of(Held held) {
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        for (Artifact artifact : held.all(Artifact.class, any -> true)) {
            if (artifact instanceof Measurement measurement && measurement.reading() instanceof Reading.Metric metric) {
                values.put(metric.name(), metric.value());
            } else if (artifact instanceof TestRun run && !run.counts().equals(TestRun.Counts.NONE)) {
                TestRun.Counts counts = run.counts();
                values.put(run.subject() + ".passed", BigDecimal.valueOf(counts.passed()));
                values.put(run.subject() + ".failed", BigDecimal.valueOf(counts.failed()));
                values.put(run.subject() + ".skipped", BigDecimal.valueOf(counts.skipped()));
            }
        }
        return values;
    }

    static Verdict verdict(QualityGate conditions, Map<String, BigDecimal> values) {
        GateResult result = conditions.judge(values);
        if (result.isPassed()) {
            return Verdict.pass();
        }
        boolean isUnknown = result.unmet().stream().allMatch(line -> line.truth() == Truth.UNKNOWN);
        return isUnknown ? Verdict.waiting(result.toString()) : Verdict.refuse(result.toString());
    }
}

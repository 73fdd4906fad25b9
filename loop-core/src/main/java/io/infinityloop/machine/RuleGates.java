package io.infinityloop.machine;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.rule.GateResult;
import io.infinityloop.rule.QualityGate;
import io.infinityloop.rule.Truth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Gates that are made of {@linkplain io.infinityloop.rule conditions over measured values}.
 *
 * <p>Source: requirements GATE-04 and OBS-07.
 *
 * @since 0.1
 */
public final class RuleGates {
    private RuleGates() {}

    /**
     * Returns a gate that lets a loop pass if all conditions hold of {@linkplain #measured what its artifacts say}.
     *
     * @param conditions the conditions
     * @return the gate
     */
    public static Gate quality(QualityGate conditions) {
        return quality(conditions, RuleGates::measured);
    }

    /**
     * Returns a gate that lets a loop pass if all conditions hold. If none is FALSE but one is UNKNOWN, the loop waits;
     * else it is refused with what was required and what was found.
     *
     * @param conditions the conditions
     * @param values gives the values by measure, for a loop and what is asked of it
     * @return the gate
     */
    public static Gate quality(QualityGate conditions, BiFunction<LoopState, Command, Map<String, BigDecimal>> values) {
        requireNonNull(conditions, "conditions");
        requireNonNull(values, "values");
        return (state, command) -> {
            GateResult result = conditions.judge(values.apply(state, command));
            if (result.isPassed()) {
                return Verdict.pass();
            }
            boolean isUnknown = result.unmet().stream().allMatch(line -> line.truth() == Truth.UNKNOWN);
            return isUnknown ? Verdict.waiting(result.toString()) : Verdict.refuse(result.toString());
        };
    }

    /**
     * Returns a gate that holds releases back while an error budget is spent. A release whose {@linkplain Labels#INTENT
     * intent} is {@code fix} passes all the same, because it is to bring the budget back.
     *
     * @param left gives how much of the budget is left, in any unit; spent at 0 and below
     * @return the gate, for leaving RELEASE
     */
    public static Gate errorBudget(Supplier<BigDecimal> left) {
        requireNonNull(left, "left");
        return (state, command) -> {
            BigDecimal now = left.get();
            if (now.signum() > 0 || isFix(artifacts(state, command))) {
                return Verdict.pass();
            }
            return Verdict.refuse("the error budget is spent, " + now.toPlainString() + " is left: a release labelled "
                    + Labels.INTENT + " fix may pass, others when there is some");
        };
    }

    private static boolean isFix(List<Artifact> artifacts) {
        boolean isFix = false;
        for (Artifact artifact : artifacts) {
            if (artifact instanceof Release release) {
                isFix = release.labels()
                        .get(Labels.INTENT)
                        .filter("fix"::equals)
                        .isPresent();
            }
        }
        return isFix;
    }

    /**
     * Returns the values that the artifacts of a loop, and those handed over with a request, hold: the latest of each
     * metric of a {@link Measurement}, by its name; and of the latest run of each suite of tests the counts, as
     * {@code suite.passed}, {@code suite.failed} and {@code suite.skipped}.
     *
     * @param state where the loop stands
     * @param command what is asked
     * @return the values by measure, sorted
     */
    public static SortedMap<String, BigDecimal> measured(LoopState state, Command command) {
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        for (Artifact artifact : artifacts(state, command)) {
            if (artifact instanceof Measurement measurement && measurement.reading() instanceof Reading.Metric metric) {
                values.put(metric.name(), metric.value());
            } else if (artifact instanceof TestRun run) {
                values.put(
                        run.subject() + ".passed",
                        BigDecimal.valueOf(run.counts().passed()));
                values.put(
                        run.subject() + ".failed",
                        BigDecimal.valueOf(run.counts().failed()));
                values.put(
                        run.subject() + ".skipped",
                        BigDecimal.valueOf(run.counts().skipped()));
            }
        }
        return values;
    }

    private static List<Artifact> artifacts(LoopState state, Command command) {
        List<Artifact> artifacts = new ArrayList<>(state.artifacts());
        if (command instanceof Command.Advance advance) {
            artifacts.addAll(advance.artifacts());
        }
        return artifacts;
    }
}

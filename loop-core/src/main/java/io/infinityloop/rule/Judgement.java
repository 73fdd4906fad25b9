package io.infinityloop.rule;

import io.infinityloop.internal.Bounds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The truth of conditions at one instant, from all samples until then. */
final class Judgement {
    /** When values without an instant count: any instant serves. */
    static final Instant AT = Instant.EPOCH;

    private final Evaluation evaluation;

    private Judgement(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    static Judgement of(List<Condition> conditions, Collection<Sample> samples, Instant at) {
        List<Rule> rules = new ArrayList<>();
        for (Condition condition : conditions) {
            rules.add(Rule.of(Integer.toString(rules.size()), condition, new Action.Custom("judge")));
        }
        Evaluation evaluation = RuleSet.of(rules).start("judgement");
        evaluation.takeAll(samples.stream()
                .filter(sample -> !sample.at().isAfter(at))
                .sorted(Comparator.comparing(Sample::at))
                .toList());
        evaluation.advanceTo(at);
        if (evaluation.state().refused().windowFull() > 0) {
            throw new IllegalArgumentException(
                    "windows hold at most " + RuleSet.WINDOW_SAMPLES + " samples, " + samples.size() + " were given");
        }
        return new Judgement(evaluation);
    }

    /**
     * Makes samples of values without instants: of those that a condition names. One with too many digits for a sample
     * is left out, so it is unknown.
     *
     * @throws IllegalArgumentException if a condition asks for a time that they do not have; the owner is named
     */
    static List<Sample> samples(String owner, List<Condition> conditions, Map<String, BigDecimal> values) {
        SortedSet<String> measures = new TreeSet<>();
        for (Condition condition : conditions) {
            if (asksForTime(condition)) {
                throw new IllegalArgumentException(owner + ": '" + condition
                        + "' asks how long or until when, which a single value does not say: judge samples with"
                        + " their instants, or leave the time out");
            }
            addMeasures(condition, measures);
        }
        List<Sample> samples = new ArrayList<>();
        for (String measure : measures) {
            BigDecimal value = values.get(measure);
            if (value != null && Bounds.isMeasured(value)) {
                samples.add(new Sample(measure, AT, value));
            }
        }
        return samples;
    }

    private static boolean asksForTime(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            return !(comparison.operand() instanceof Operand.Latest);
        }
        return condition instanceof Condition.Held
                || condition instanceof Condition.Due
                || ConditionText.parts(condition).stream().anyMatch(Judgement::asksForTime);
    }

    private static void addMeasures(Condition condition, SortedSet<String> measures) {
        if (condition instanceof Condition.Comparison comparison) {
            measures.add(comparison.operand().measure());
        }
        ConditionText.parts(condition).forEach(part -> addMeasures(part, measures));
    }

    Truth truth(int condition) {
        return evaluation.truth(Integer.toString(condition));
    }

    List<Check> checks(int condition) {
        return evaluation.checks(Integer.toString(condition));
    }
}

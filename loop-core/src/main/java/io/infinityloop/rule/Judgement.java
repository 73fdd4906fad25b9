package io.infinityloop.rule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
     * Makes samples of values without instants.
     *
     * @throws IllegalArgumentException if a condition asks for a time that they do not have
     */
    static List<Sample> samples(List<Condition> conditions, Map<String, BigDecimal> values) {
        for (Condition condition : conditions) {
            if (asksForTime(condition)) {
                throw new IllegalArgumentException("'" + condition
                        + "' asks how long or until when, which a single value does not say: judge samples with"
                        + " their instants, or leave the time out");
            }
        }
        List<Sample> samples = new ArrayList<>();
        new TreeMap<>(values).forEach((measure, value) -> samples.add(new Sample(measure, AT, value)));
        return samples;
    }

    private static boolean asksForTime(Condition condition) {
        if (condition instanceof Condition.AllOf all) {
            return all.conditions().stream().anyMatch(Judgement::asksForTime);
        }
        if (condition instanceof Condition.AnyOf any) {
            return any.conditions().stream().anyMatch(Judgement::asksForTime);
        }
        if (condition instanceof Condition.Not not) {
            return asksForTime(not.condition());
        }
        return condition instanceof Condition.Held || condition instanceof Condition.Due;
    }

    Truth truth(int condition) {
        return evaluation.truth(Integer.toString(condition));
    }

    List<Check> checks(int condition) {
        return evaluation.checks(Integer.toString(condition));
    }
}

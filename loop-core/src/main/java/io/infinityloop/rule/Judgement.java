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

    static List<Sample> samples(Map<String, BigDecimal> values) {
        List<Sample> samples = new ArrayList<>();
        new TreeMap<>(values).forEach((measure, value) -> samples.add(new Sample(measure, AT, value)));
        return samples;
    }

    Truth truth(int condition) {
        return evaluation.truth(Integer.toString(condition));
    }

    List<Check> checks(int condition) {
        return evaluation.checks(Integer.toString(condition));
    }
}

package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Named conditions that must all be TRUE. What is not known does not pass.
 *
 * <p>Source: requirement GATE-04.
 *
 * @param name the name of the gate
 * @param criteria the conditions, at least one, each with a name of its own
 * @since 0.1
 */
public record QualityGate(String name, List<Criterion> criteria) {
    /**
     * Creates a gate.
     *
     * @throws IllegalArgumentException if the name is blank or too long, there is no criterion, or two have the same
     *     name
     */
    public QualityGate {
        Texts.id("name", name);
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("gate " + name + " has no criterion: at least one is expected");
        }
        Set<String> names = new HashSet<>();
        for (Criterion criterion : criteria) {
            if (!names.add(criterion.name())) {
                throw new IllegalArgumentException("gate " + name + " has two criteria called '" + criterion.name()
                        + "': each has a name of its own");
            }
        }
    }

    /**
     * Returns a gate whose criteria have their texts as names.
     *
     * @param name the name of the gate
     * @param conditions the texts of the conditions, for example {@code coverage >= 80}
     * @return the gate
     * @throws IllegalArgumentException if a text is no condition or is there twice, or a name is out of range
     */
    public static QualityGate of(String name, String... conditions) {
        Texts.id("name", name);
        List<Criterion> criteria = new ArrayList<>();
        for (String text : conditions) {
            criteria.add(new Criterion(text, ConditionParser.condition("gate " + name + ", '" + text + "'", text)));
        }
        return new QualityGate(name, criteria);
    }

    /**
     * Judges values that were measured once each.
     *
     * @param values the values by measure; one of more digits than a {@link Sample} takes counts as unknown
     * @return what came out
     * @throws IllegalArgumentException if a condition has a hold, a date or a window, which single values cannot fulfil
     */
    public GateResult judge(Map<String, BigDecimal> values) {
        return judge(Judgement.samples("gate " + name, conditions(), values), Judgement.AT);
    }

    private List<Condition> conditions() {
        return criteria.stream().map(Criterion::condition).toList();
    }

    /**
     * Judges samples, such as those of a load test, at an instant: holds and windows count back from it.
     *
     * @param samples the samples, in any order; those after the instant do not count
     * @param at the instant
     * @return what came out
     * @throws IllegalArgumentException if windows would have to hold more than {@value RuleSet#WINDOW_SAMPLES} samples
     */
    public GateResult judge(Collection<Sample> samples, Instant at) {
        List<GateResult.Line> lines = new ArrayList<>();
        Judgement judgement = Judgement.of(conditions(), samples, at);
        for (int i = 0; i < criteria.size(); i++) {
            lines.add(new GateResult.Line(criteria.get(i).name(), judgement.truth(i), judgement.checks(i)));
        }
        return new GateResult(name, lines);
    }

    /**
     * A condition with a name.
     *
     * @param name the name
     * @param condition the condition
     * @since 0.1
     */
    public record Criterion(String name, Condition condition) {
        /**
         * Creates a criterion.
         *
         * @throws IllegalArgumentException if the name is blank or has more than 10,000 characters
         */
        public Criterion {
            Texts.bounded("name", name, ConditionText.CHARACTERS);
            requireNonNull(condition, "condition");
        }
    }
}

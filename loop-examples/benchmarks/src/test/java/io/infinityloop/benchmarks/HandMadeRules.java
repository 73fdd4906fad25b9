package io.infinityloop.benchmarks;

import static java.util.Objects.requireNonNull;

import io.infinityloop.rule.Comparator;
import io.infinityloop.rule.Condition;
import io.infinityloop.rule.Rule;
import io.infinityloop.rule.Sample;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody writes who needs no library: arrays of thresholds by measure, all of them compared with each sample,
 * and since when each was passed. It knows no and, or, not, window, date, evidence, or state to be stored, and a hold
 * comes true only when a sample comes.
 */
final class HandMadeRules {
    private final Map<String, Limits> byMeasure = new HashMap<>();
    private final List<Fired> fired = new ArrayList<>();

    /** What came true. */
    record Fired(String rule, Instant at) {}

    private static final class Limits {
        private final String[] rules;
        private final BigDecimal[] thresholds;
        private final boolean[] above;
        private final long[] holds;
        private final long[] since;
        private final boolean[] told;

        Limits(List<Rule> of) {
            int size = of.size();
            rules = new String[size];
            thresholds = new BigDecimal[size];
            above = new boolean[size];
            holds = new long[size];
            since = new long[size];
            told = new boolean[size];
            for (int i = 0; i < size; i++) {
                Condition.Comparison limit = limit(of.get(i).condition());
                rules[i] = of.get(i).id();
                thresholds[i] = limit.threshold();
                above[i] = limit.comparator() == Comparator.ABOVE;
                holds[i] = of.get(i).condition() instanceof Condition.Held held
                        ? held.span().toNanos()
                        : 0;
            }
        }
    }

    HandMadeRules(List<Rule> rules) {
        Map<String, List<Rule>> grouped = new HashMap<>();
        for (Rule rule : rules) {
            grouped.computeIfAbsent(limit(rule.condition()).operand().measure(), first -> new ArrayList<>())
                    .add(rule);
        }
        grouped.forEach((measure, of) -> byMeasure.put(measure, new Limits(of)));
    }

    private static Condition.Comparison limit(Condition condition) {
        return (Condition.Comparison) (condition instanceof Condition.Held held ? held.condition() : condition);
    }

    void take(Sample sample) {
        Limits limits = requireNonNull(byMeasure.get(sample.measure()), sample.measure());
        Instant at = sample.at();
        long now = at.getEpochSecond() * 1_000_000_000L + at.getNano();
        BigDecimal value = sample.value();
        for (int i = 0; i < limits.rules.length; i++) {
            int order = value.compareTo(limits.thresholds[i]);
            if (limits.above[i] ? order > 0 : order < 0) {
                if (limits.since[i] == 0) {
                    limits.since[i] = now;
                }
                if (!limits.told[i] && now - limits.since[i] >= limits.holds[i]) {
                    limits.told[i] = true;
                    fired.add(new Fired(limits.rules[i], at));
                }
            } else {
                limits.since[i] = 0;
                limits.told[i] = false;
            }
        }
    }

    List<Fired> fired() {
        return fired;
    }
}

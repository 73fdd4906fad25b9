package io.infinityloop.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of rules, written down as plainly as can be: second after second, each from all samples until then. It
 * knows no index, timer, window or state.
 */
final class NaiveRules {
    private final List<Sample> samples;
    private final long first;
    private final Map<String, Truth> known = new HashMap<>();

    NaiveRules(List<Sample> samples, long first) {
        this.samples = samples;
        this.first = first;
    }

    /** A firing, in short. */
    record Fired(String rule, Instant at) {}

    List<Fired> fired(List<Rule> rules, long last) {
        List<Fired> fired = new ArrayList<>();
        Map<String, Boolean> disarmed = new HashMap<>();
        Map<String, Long> at = new HashMap<>();
        for (long now = first; now <= last; now++) {
            for (Rule rule : rules) {
                Truth truth = truth(rule.condition(), now);
                Duration repeat = rule.repeatEvery();
                Long before = at.get(rule.id());
                boolean isAgain = repeat != null && before != null && now - before >= repeat.toSeconds();
                if (truth == Truth.FALSE) {
                    disarmed.remove(rule.id());
                } else if (truth == Truth.TRUE && (!disarmed.containsKey(rule.id()) || isAgain)) {
                    fired.add(new Fired(rule.id(), Instant.ofEpochSecond(now)));
                    disarmed.put(rule.id(), true);
                    at.put(rule.id(), now);
                }
            }
        }
        return fired;
    }

    Truth truth(Condition condition, long now) {
        if (now < first) {
            return Truth.UNKNOWN;
        }
        String key = now + " " + condition;
        Truth before = known.get(key);
        if (before == null) {
            before = judged(condition, now);
            known.put(key, before);
        }
        return before;
    }

    private Truth judged(Condition condition, long now) {
        if (condition instanceof Condition.Comparison comparison) {
            BigDecimal value = value(comparison.operand(), now);
            return value == null
                    ? Truth.UNKNOWN
                    : Truth.of(comparison.comparator().accepts(value.compareTo(comparison.threshold())));
        }
        if (condition instanceof Condition.Due due) {
            BigDecimal date = value(Operand.latest(due.measure()), now);
            BigDecimal limit = BigDecimal.valueOf(now + due.within().toSeconds());
            return date == null ? Truth.UNKNOWN : Truth.of(date.compareTo(limit) <= 0);
        }
        if (condition instanceof Condition.Not not) {
            return truth(not.condition(), now).negated();
        }
        if (condition instanceof Condition.Held held) {
            return held(held, now);
        }
        Truth all = Truth.TRUE;
        Truth any = Truth.FALSE;
        for (Condition part : ConditionText.parts(condition)) {
            all = all.and(truth(part, now));
            any = any.or(truth(part, now));
        }
        return condition instanceof Condition.AllOf ? all : any;
    }

    private Truth held(Condition.Held held, long now) {
        if (truth(held.condition(), now) != Truth.TRUE) {
            return truth(held.condition(), now);
        }
        long since = now;
        while (truth(held.condition(), since - 1) == Truth.TRUE) {
            since--;
        }
        return now - since >= held.span().toSeconds() ? Truth.TRUE : truth(held.condition(), since - 1);
    }

    private @Nullable BigDecimal value(Operand operand, long now) {
        if (operand instanceof Operand.Latest latest) {
            Duration age = latest.maximumAge();
            List<BigDecimal> all = values(latest.measure(), now, age == null ? Long.MAX_VALUE : age.toSeconds());
            return all.isEmpty() ? null : all.get(all.size() - 1);
        }
        if (operand instanceof Operand.Percentile percentile) {
            List<BigDecimal> all =
                    values(percentile.measure(), now, percentile.window().toSeconds());
            all.sort(null);
            BigDecimal place = percentile
                    .rank()
                    .multiply(BigDecimal.valueOf(all.size()))
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING);
            return all.isEmpty() ? null : all.get(place.intValueExact() - 1);
        }
        Operand.Aggregate of = (Operand.Aggregate) operand;
        List<BigDecimal> all = values(of.measure(), now, of.window().toSeconds());
        BigDecimal sum = all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (of.function() == Operand.Function.COUNT) {
            return BigDecimal.valueOf(all.size());
        }
        if (all.isEmpty()) {
            return null;
        }
        return switch (of.function()) {
            case SUM -> sum;
            case MEAN -> sum.divide(BigDecimal.valueOf(all.size()), 28, RoundingMode.HALF_EVEN);
            case MAX -> all.stream().reduce(all.get(0), BigDecimal::max);
            case MIN -> all.stream().reduce(all.get(0), BigDecimal::min);
            case COUNT -> throw new AssertionError();
        };
    }

    private List<BigDecimal> values(String measure, long now, long window) {
        List<BigDecimal> values = new ArrayList<>();
        for (Sample sample : samples) {
            long at = sample.at().getEpochSecond();
            if (sample.measure().equals(measure) && at <= now && now - at < window) {
                values.add(sample.value());
            }
        }
        return values;
    }
}

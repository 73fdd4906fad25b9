package io.infinityloop.benchmarks;

import io.infinityloop.rule.Action;
import io.infinityloop.rule.Comparator;
import io.infinityloop.rule.Condition;
import io.infinityloop.rule.Operand;
import io.infinityloop.rule.Rule;
import io.infinityloop.rule.Sample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** 1,000 rules over 50 measures, and 1,000,000 samples: each measure once a second. */
final class Telemetry {
    static final int RULES = 1_000;
    static final int SAMPLES = 1_000_000;
    private static final int MEASURES = 50;
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private Telemetry() {}

    /** {@return rules that compare a measure with a threshold; four in five hold for five minutes} */
    static List<Rule> rules() {
        Random random = new Random(1);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            Comparator comparator = random.nextInt(4) > 0 ? Comparator.ABOVE : Comparator.BELOW;
            Condition limit = new Condition.Comparison(
                    Operand.latest(measure(i % MEASURES)), comparator, tenths(random.nextInt(1_001)));
            Condition condition = i % 5 == 0 ? limit : limit.heldFor(Duration.ofMinutes(5));
            rules.add(Rule.of("rule " + i, condition, new Action.Scale(1)));
        }
        return rules;
    }

    /** {@return samples that go up and down in small steps, as a load does, or that jump about with each sample} */
    static Sample[] samples(boolean isSteady) {
        Random random = new Random(2);
        BigDecimal[] values = new BigDecimal[1_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = tenths(i);
        }
        String[] measures = new String[MEASURES];
        int[] levels = new int[MEASURES];
        for (int i = 0; i < MEASURES; i++) {
            measures[i] = measure(i);
            levels[i] = random.nextInt(values.length);
        }
        Sample[] samples = new Sample[SAMPLES];
        Instant at = START;
        for (int i = 0; i < SAMPLES; i++) {
            int measure = i % MEASURES;
            at = measure == 0 ? START.plusSeconds(i / MEASURES) : at;
            int level = isSteady ? levels[measure] + random.nextInt(21) - 10 : random.nextInt(values.length);
            levels[measure] = Math.max(0, Math.min(values.length - 1, level));
            samples[i] = new Sample(measures[measure], at, values[levels[measure]]);
        }
        return samples;
    }

    private static String measure(int number) {
        return "host" + number + ".cpu";
    }

    private static BigDecimal tenths(int tenths) {
        return BigDecimal.valueOf(tenths, 1);
    }
}

package io.infinityloop.rule;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.json.ValueReader;
import io.infinityloop.json.ValueWriter;
import io.infinityloop.rule.NaiveRules.Fired;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class EvaluationProperties {
    private static final long START = 1_000;
    private static final Action ACT = new Action.Custom("act");

    @Provide
    Arbitrary<List<Rule>> rules() {
        Arbitrary<Duration> spans = Arbitraries.longs().between(1, 20).map(Duration::ofSeconds);
        Arbitrary<BigDecimal> thresholds =
                Arbitraries.of("0", "1", "2", "2.5", "3", "4").map(BigDecimal::new);
        Arbitrary<Condition> conditions = Conditions.of(Arbitraries.of("a", "b", "date"), spans, thresholds, 3);
        Arbitrary<@Nullable Duration> repeats = spans.injectNull(0.6);
        return Combinators.combine(conditions, repeats)
                .as((condition, repeat) -> new Rule("rule", condition, ACT, repeat, ""))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(EvaluationProperties::named);
    }

    private static List<Rule> named(List<Rule> rules) {
        List<Rule> named = new ArrayList<>();
        for (Rule rule : rules) {
            named.add(new Rule("rule " + named.size(), rule.condition(), ACT, rule.repeatEvery(), ""));
        }
        return named;
    }

    private static List<Sample> samples(Random random) {
        List<Sample> samples = new ArrayList<>();
        long second = START;
        int count = 1 + random.nextInt(40);
        for (int i = 0; i < count; i++) {
            String measure = List.of("a", "b", "date", "a", "b", "unused").get(random.nextInt(6));
            String value = measure.equals("date")
                    ? Long.toString(START + random.nextInt(150))
                    : List.of("0", "1", "1.0", "2", "2.5", "3", "3.25", "4", "5")
                            .get(random.nextInt(9));
            samples.add(Sample.of(measure, Instant.ofEpochSecond(second), value));
            second += random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(2);
        }
        return samples;
    }

    private static List<Fired> told(List<Firing> firings) {
        return firings.stream()
                .map(fired -> new Fired(fired.rule(), fired.at()))
                .toList();
    }

    @Property(tries = 1_000)
    void the_engine_says_what_an_oracle_says_second_by_second(@ForAll("rules") List<Rule> rules, @ForAll long seed) {
        List<Sample> samples = samples(new Random(seed));
        long last = samples.get(samples.size() - 1).at().getEpochSecond() + 45;
        Evaluation evaluation = RuleSet.of(rules).start("shop");

        List<Firing> firings = new ArrayList<>(evaluation.takeAll(samples));
        firings.addAll(evaluation.advanceTo(Instant.ofEpochSecond(last)));

        NaiveRules naive = new NaiveRules(samples, START);
        assertThat(told(firings)).isEqualTo(naive.fired(rules, last));
        for (Rule rule : rules) {
            assertThat(evaluation.truth(rule.id())).isEqualTo(naive.truth(rule.condition(), last));
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void splits_of_the_stream_with_the_state_written_down_between_change_nothing(
            @ForAll("rules") List<Rule> rules, @ForAll long seed) {
        Random random = new Random(seed);
        List<Sample> samples = samples(random);
        RuleSet set = RuleSet.of(rules);
        Instant last = samples.get(samples.size() - 1).at().plusSeconds(45);
        Evaluation whole = set.start("shop");
        List<Firing> expected = new ArrayList<>(whole.takeAll(samples));
        expected.addAll(whole.advanceTo(last));

        Evaluation part = set.start("shop");
        List<Firing> firings = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            firings.addAll(part.take(samples.get(i)));
            if (random.nextBoolean()) {
                part = resumed(set, part, rules);
            }
            if (isComplete(samples, i)) {
                firings.addAll(part.advanceTo(between(samples, i, random)));
            }
            if (random.nextInt(4) == 0) {
                part = resumed(set, part, rules);
            }
        }
        firings.addAll(part.advanceTo(last));

        assertThat(firings).isEqualTo(expected);
        assertThat(part.state()).isEqualTo(whole.state());
    }

    private static boolean isComplete(List<Sample> samples, int i) {
        return i + 1 == samples.size()
                || samples.get(i).at().isBefore(samples.get(i + 1).at());
    }

    /** {@return an instant from a sample to before the next} */
    private static Instant between(List<Sample> samples, int i, Random random) {
        Instant at = samples.get(i).at();
        return i + 1 == samples.size()
                ? at
                : at.plusNanos(random.nextLong(
                        Duration.between(at, samples.get(i + 1).at()).toNanos()));
    }

    /** {@return an evaluation that goes on from a state, and knows what the one before knew} */
    private static Evaluation resumed(RuleSet set, Evaluation before, List<Rule> rules) {
        Evaluation after = set.resume(travelled(before.state()));
        for (Rule rule : rules) {
            assertThat(after.truth(rule.id())).isEqualTo(before.truth(rule.id()));
            assertThat(after.checks(rule.id())).isEqualTo(before.checks(rule.id()));
        }
        return after;
    }

    private static RuleState travelled(RuleState state) {
        RuleState read = ValueReader.read(ValueWriter.toJson(state), RuleState.class);
        assertThat(read).isEqualTo(state);
        return read;
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_order_of_measures_within_an_instant_changes_nothing(@ForAll("rules") List<Rule> rules, @ForAll long seed) {
        Random random = new Random(seed);
        List<Sample> samples = samples(random);
        List<Sample> shuffled = new ArrayList<>(samples);
        Collections.shuffle(shuffled, random);
        shuffled.sort(java.util.Comparator.comparing(Sample::at));
        List<Sample> stable = new ArrayList<>(shuffled);
        stable.sort(java.util.Comparator.comparing(Sample::at).thenComparing(Sample::measure));
        RuleSet set = RuleSet.of(rules);
        Instant last = samples.get(samples.size() - 1).at().plusSeconds(45);
        RuleState start = set.start("shop").state();

        assertThat(set.evaluate(start, shuffled, last)).isEqualTo(set.evaluate(start, stable, last));
    }

    @Property(tries = 200)
    @Tag("OBS-04")
    void a_higher_percentile_is_never_below_a_lower_one_and_all_are_measured_values(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(min = -9, max = 99) Integer> values) {
        List<String> operands = List.of("p50(x) over 1h", "p95(x) over 1h", "p99(x) over 1h", "max(x) over 1h");
        Evaluation evaluation = RuleSet.of(operands.stream()
                        .map(operand -> Rule.of(operand, operand + " > 0", ACT))
                        .toList())
                .start("shop");
        values.forEach(value -> evaluation.take(Samples.at(0, "x", value.toString())));
        evaluation.advanceTo(Samples.second(0));

        List<Integer> found = operands.stream()
                .map(operand -> evaluation.checks(operand).get(0).actual())
                .map(actual -> requireNonNull(actual).intValueExact())
                .toList();

        assertThat(found).isSorted().isSubsetOf(values);
        assertThat(found.get(3)).isEqualTo(Collections.max(values));
    }
}

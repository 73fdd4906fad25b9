package io.infinityloop.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Condition CPU = Condition.of("cpu", Comparator.ABOVE, 70);
    private static final Condition RATE = Condition.of("rate", Comparator.ABOVE, 800);

    @Test
    void for_binds_more_tightly_than_and() {
        assertThat(Condition.parse("cpu > 70 for 5m and rate > 800"))
                .isEqualTo(CPU.heldFor(Duration.ofMinutes(5)).and(RATE));
    }

    @Test
    void and_binds_more_tightly_than_or_and_not_more_than_both() {
        assertThat(Condition.parse("not cpu > 70 and rate > 800 or cpu > 70"))
                .isEqualTo(CPU.negated().and(RATE).or(CPU));
        assertThat(Condition.parse("not (cpu > 70 and (rate > 800 or cpu > 70))"))
                .isEqualTo(CPU.and(RATE.or(CPU)).negated());
    }

    @Test
    void not_negates_a_hold_and_brackets_hold_a_not() {
        assertThat(Condition.parse("not cpu > 70 for 5m"))
                .isEqualTo(CPU.heldFor(Duration.ofMinutes(5)).negated());
        assertThat(Condition.parse("(not cpu > 70) for 5m"))
                .isEqualTo(CPU.negated().heldFor(Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpu > 70 for 5m",
                "p95(latency) over 5m > 1000 for 5m",
                "p99.9(\"checkout duration\") over 1h30m <= 0.25",
                "latest(cpu) over 2m >= -1.5",
                "count(heartbeat) over 1d = 0",
                "mean(x) over 1ms < 1 or max(x) over 1us != 2 or min(x) over 1ns > 3 or sum(x) over 1d1h1m1s > 4",
                "certificate.expiry within 7d",
                "(a > 1 and b > 2) and (c > 3 or d > 4 for 1s) and not not e > 5",
                "(a > 1 or b > 2) or c > 3",
                "a > 1 for 1m for 2m",
                "\"and\" > 1 and \"a \\\"b\\\" \\\\ \\u0000\\u2028\\ud800\" > 2",
                "http/5xx.rate-1m:a_B > 1"
            })
    void a_text_in_the_usual_form_stays_as_it_is(String text) {
        assertThat(Condition.parse(text).text()).isEqualTo(text);
        assertThat(Condition.parse(text)).hasToString(text);
    }

    @Test
    void a_threshold_is_kept_without_zeros_at_its_end() {
        assertThat(Condition.parse("cpu > 70.0")).isEqualTo(CPU);
        assertThat(Condition.parse("cpu > 070").text()).isEqualTo("cpu > 70");
        assertThat(new Condition.Comparison(Operand.latest("cpu"), Comparator.ABOVE, new BigDecimal("7E+1")))
                .isEqualTo(CPU);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "cpu|column 4: found the end, expected one of > >= < <= = != or within",
                "cpu >|column 6: found the end, expected a number such as 70 or 0.1",
                "cpu > x|column 7: found 'x', expected a number such as 70 or 0.1",
                "cpu > 1e3|column 7: found '1e3', expected a number such as 70 or 0.1",
                "cpu > 1 for 5|column 13: found '5', expected a span of time such as 5m or 1h30m",
                "cpu > 1 for 5m3h|column 13: found '5m3h', expected a span of time such as 5m or 1h30m",
                "cpu > 1 for 0s|column 13: span PT0S is out of range: more than nothing and at most 36500 days are accepted",
                "cpu > 1 for 36501d|column 13: span PT876024H is out of range",
                "cpu > 1 rate|column 9: found 'rate', expected and, or, for, or the end",
                "cpu > 1 and|column 12: found the end, expected the name of a measure",
                "(cpu > 1|column 9: found the end, expected ')'",
                "cpu > 1)|column 8: found ')', expected and, or, for, or the end",
                "q95(x) over 5m > 1|column 1: found 'q95(', expected latest, mean, max, min, sum, count or a percentile",
                "p101(x) over 5m > 1|column 1: rank 101 is out of range",
                "p0(x) over 5m > 1|column 1: rank 0 is out of range",
                "p95(x) > 1|column 8: found '>', expected 'over'",
                "`\"cpu > 1`|column 1: found a quote that is not closed, expected a second \"",
                "`\"a\\n\" > 1`|column 3: found a \\ with something else, expected",
                "cpu > 1 & b > 1|column 9: found AMPERSAND, expected a name, a number or a bracket",
                "p95(x) over 5m within 3d|column 16: found 'within', expected one of",
                "for > 1|column 1: found 'for', expected the name of a measure",
                "`\"\" > 1`|column 1: measure must not be blank"
            })
    void what_is_wrong_is_told_with_its_column(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.parse(text))
                .withMessageStartingWith(message);
    }

    @Test
    void what_is_shown_of_a_hostile_text_is_short_and_of_one_line() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.parse("cpu > \"\u202e\n" + "x".repeat(5_000) + "\""))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).hasSizeLessThan(160).doesNotContain("\n", "\u202e"));
    }

    @Test
    void a_text_has_at_most_10_000_characters() {
        String first = "cpu > 70";
        String full = first + " or cpu > 70".repeat((10_000 - first.length()) / 12);
        assertThat(Condition.parse(full + " ".repeat(10_000 - full.length())).text())
                .isEqualTo(full);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.parse(full + " ".repeat(10_001 - full.length())))
                .withMessage("the text has 10001 characters: a condition has at most 10000");
        Condition most = Condition.parse(full);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> most.or(CPU))
                .withMessage("the condition would have 10006 characters: at most 10000 are accepted");
    }

    @Test
    void conditions_and_brackets_are_at_most_64_deep() {
        assertThat(Condition.parse("(".repeat(64) + "cpu > 70" + ")".repeat(64)))
                .isEqualTo(CPU);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.parse("(".repeat(65) + "cpu > 70" + ")".repeat(65)))
                .withMessage("column 65: brackets and nots are at most 64 deep");
        Condition deepest = CPU;
        for (int i = 0; i < 63; i++) {
            deepest = i % 2 == 0 ? deepest.negated() : deepest.and(CPU);
        }
        assertThat(Condition.parse(deepest.text())).isEqualTo(deepest);
        Condition tooDeep = deepest;
        assertThatIllegalArgumentException()
                .isThrownBy(tooDeep::negated)
                .withMessageStartingWith("conditions are at most 64 deep");
    }

    @Test
    void a_number_has_at_most_64_digits() {
        String longest = "9".repeat(64);
        assertThat(Condition.parse("cpu > " + longest).text()).isEqualTo("cpu > " + longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.parse("cpu > 9" + longest))
                .withMessageStartingWith("column 7: the number has too many digits: at most 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.parse("cpu > " + longest.repeat(3)))
                .withMessageStartingWith("column 7: a number has at most 64 digits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.Comparison(
                        Operand.latest("cpu"), Comparator.ABOVE, new BigDecimal("1E+1000000000")))
                .withMessageStartingWith("threshold has too many digits");
    }

    @Test
    void a_text_of_repeated_parts_is_refused_like_any_other() {
        for (String part : List.of("5m", "9", "a.", "not ", "(", "\\", "\"", "-", "a > 1 for 1s for ", "p9(")) {
            String text = part.repeat(9_990 / part.length());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Condition.parse("cpu > 1 for " + text.substring(0, 9_900)))
                    .withMessageStartingWith("column ");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Condition.parse(text))
                    .withMessageStartingWith("column ");
        }
    }

    @Test
    void and_or_join_at_least_two() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.AllOf(List.of(CPU)))
                .withMessage("'and' joins at least two conditions, 1 given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.AnyOf(List.of()))
                .withMessage("'or' joins at least two conditions, 0 given");
    }

    @Test
    void an_operand_has_a_text_of_its_own() {
        Operand p95 = new Operand.Percentile(BigDecimal.valueOf(95), "latency", Duration.ofMinutes(5));

        assertThat(p95).hasToString("p95(latency) over 5m");
        assertThat(Operand.parse("p95(latency) over 5m")).isEqualTo(p95);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operand.parse("cpu > 70"))
                .withMessage("column 5: found '>', expected the end");
    }
}

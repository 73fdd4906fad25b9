package io.infinityloop.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QualityGateTest {
    private static final QualityGate GATE =
            QualityGate.of("release", "tests.failed = 0", "lint.errors = 0", "coverage >= 80");

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    @Test
    @Tag("GATE-04")
    void with_two_of_three_conditions_it_fails_with_what_the_third_required_and_was() {
        GateResult result = GATE.judge(Map.of("tests.failed", n("0"), "lint.errors", n("0"), "coverage", n("75")));

        assertThat(result.isPassed()).isFalse();
        assertThat(result.lines())
                .extracting(GateResult.Line::truth)
                .containsExactly(Truth.TRUE, Truth.TRUE, Truth.FALSE);
        assertThat(result.unmet()).extracting(GateResult.Line::name).containsExactly("coverage >= 80");
        Check third = result.unmet().get(0).checks().get(0);
        assertThat(third.required()).isEqualTo(Condition.of("coverage", Comparator.AT_LEAST, 80));
        assertThat(third.actual()).isEqualTo(n("75"));
        assertThat(result).hasToString("release: FAILED: coverage >= 80: FALSE, it is 75");
    }

    @Test
    @Tag("GATE-04")
    void with_all_it_passes_and_what_nobody_knows_does_not_pass() {
        assertThat(GATE.judge(Map.of("tests.failed", n("0"), "lint.errors", n("0"), "coverage", n("80.0"))))
                .hasToString("release: PASSED");
        assertThat(GATE.judge(Map.of("tests.failed", n("0"), "lint.errors", n("0"))))
                .hasToString("release: FAILED: coverage >= 80: UNKNOWN, it is not known");
    }

    @Test
    void a_load_test_is_judged_from_its_samples() {
        QualityGate load = QualityGate.of("load", "p95(latency) over 1h < 500");
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            samples.add(Samples.at(i, "latency", i < 19 ? "499" : "5000"));
        }

        assertThat(load.judge(samples, Samples.second(30)).isPassed()).isTrue();
        samples.set(0, Samples.at(0, "latency", "500"));
        samples.set(1, Samples.at(1, "latency", "500"));
        assertThat(load.judge(samples, Samples.second(30)))
                .hasToString("load: FAILED: p95(latency) over 1h < 500: FALSE, it is 500");
    }

    @Test
    void a_gate_needs_criteria_with_names_of_their_own() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityGate.of("g"))
                .withMessage("gate g has no criterion: at least one is expected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityGate.of("g", "a > 1", "a > 1"))
                .withMessageStartingWith("gate g has two criteria called 'a > 1'");
    }

    @Test
    void a_step_of_a_rollout_expands_pauses_or_is_rolled_back_with_evidence() {
        StepPolicy policy = StepPolicy.of("requests >= 1000", "error.rate <= 1 and latency.p95 < 500");

        assertThat(decision(policy, "999", "9", "900")).isEqualTo(StepDecision.PAUSE);
        assertThat(decision(policy, "1000", "1", "499")).isEqualTo(StepDecision.EXPAND);
        assertThat(decision(policy, "1000", "1.1", "499")).isEqualTo(StepDecision.ROLL_BACK);
        assertThat(policy.judge(Map.of("requests", n("5000"))).decision()).isEqualTo(StepDecision.PAUSE);
        assertThat(policy.judge(Map.of()).decision()).isEqualTo(StepDecision.PAUSE);
        assertThat(policy.judge(Map.of("requests", n("5000"), "error.rate", n("2")))
                        .evidence())
                .containsExactly(
                        new Check(Condition.parse("requests >= 1000"), n("5000"), Truth.TRUE),
                        new Check(Condition.parse("error.rate <= 1"), n("2"), Truth.FALSE),
                        new Check(Condition.parse("latency.p95 < 500"), null, Truth.UNKNOWN));
    }

    private static StepDecision decision(StepPolicy policy, String requests, String errors, String latency) {
        return policy.judge(Map.of("requests", n(requests), "error.rate", n(errors), "latency.p95", n(latency)))
                .decision();
    }

    @Test
    void single_values_are_not_counted_or_summed() {
        Map<String, BigDecimal> values = Map.of("requests", n("5000"), "errors", n("500"));
        for (String windowed : List.of("count(errors) over 10m < 5", "not (p95(errors) over 1m > 900 or a = 1)")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> StepPolicy.of("requests >= 1000", windowed).judge(values))
                    .withMessageContaining("asks how long or until when, which a single value does not say");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> QualityGate.of("g", windowed).judge(values));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Target.of(windowed).judge(values));
        }
    }

    @Test
    void a_value_that_no_condition_names_is_not_looked_at_and_one_with_too_many_digits_is_not_known() {
        BigDecimal third = BigDecimal.ONE.divide(n("3"), MathContext.DECIMAL128);
        QualityGate gate = QualityGate.of("g", "coverage >= 80", "not ratio > 1");

        assertThat(QualityGate.of("g", "coverage >= 80").judge(Map.of("coverage", n("81"), " ", third)))
                .hasToString("g: PASSED");
        assertThat(gate.judge(Map.of("coverage", n("81"), "ratio", third)))
                .hasToString("g: FAILED: ratio > 1: UNKNOWN, it is not known");
    }

    @Test
    void a_target_is_met_or_missed_or_more_than_met() {
        Target build = Target.of("build.minutes < 10").withIdeal("build.minutes < 5");

        assertThat(build.judge(Map.of("build.minutes", n("4")))).isEqualTo(Target.Status.IDEAL);
        assertThat(build.judge(Map.of("build.minutes", n("5")))).isEqualTo(Target.Status.MET);
        assertThat(build.judge(Map.of("build.minutes", n("10")))).isEqualTo(Target.Status.MISSED);
        assertThat(build.judge(Map.of())).isEqualTo(Target.Status.NO_DATA);
        assertThat(Target.of("coverage >= 80").judge(Map.of("coverage", n("99"))))
                .isEqualTo(Target.Status.MET);
    }

    @Test
    @Tag("OBS-11")
    void a_value_is_placed_against_normal_and_peak() {
        ExpectedRange range = new ExpectedRange("rate", n("800"), n("2000"));

        assertThat(range.place(n("1000"))).isEqualTo(ExpectedRange.Place.ABOVE_NORMAL);
        assertThat(range.place(n("2100"))).isEqualTo(ExpectedRange.Place.ABOVE_PEAK);
        assertThat(range.place(n("800"))).isEqualTo(ExpectedRange.Place.NORMAL);
        assertThat(range.place(n("2000"))).isEqualTo(ExpectedRange.Place.ABOVE_NORMAL);
        assertThat(range.abovePeak()).hasToString("rate > 2000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedRange("rate", n("2"), n("1")))
                .withMessageStartingWith("the peak of rate, 1, is below what is normal, 2");
    }

    @Test
    @Tag("OBS-12")
    void a_store_that_keeps_30_days_is_a_finding_and_one_of_90_is_not() {
        assertThat(new RetentionPolicy("metrics", Duration.ofDays(30)).finding())
                .contains(new RetentionPolicy.TooShort("metrics", Duration.ofDays(30), Duration.ofDays(90)));
        List<RetentionPolicy> stores = List.of(
                new RetentionPolicy("metrics", Duration.ofDays(30)),
                new RetentionPolicy("logs", Duration.ofDays(90)),
                new RetentionPolicy("traces", Duration.ofDays(89)),
                new RetentionPolicy("events", Duration.ofDays(400)));
        assertThat(RetentionPolicy.findings(stores))
                .extracting(RetentionPolicy.TooShort::habit, RetentionPolicy.TooShort::store)
                .containsExactly(tuple("ANTI-30", "metrics"), tuple("ANTI-30", "traces"));
        assertThat(RetentionPolicy.findings(stores).get(0))
                .hasToString("ANTI-30: metrics keeps values for 30d, expected 90d or longer");
    }
}

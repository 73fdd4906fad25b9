package io.infinityloop.rule;

import static io.infinityloop.rule.Samples.at;
import static io.infinityloop.rule.Samples.every10s;
import static io.infinityloop.rule.Samples.second;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.json.ValueReader;
import io.infinityloop.json.ValueWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RuleSetTest {
    private static final Action.Alert PAGE = new Action.Alert(Channel.PAGE, "on-call");
    private static final Action.Alert NOTIFY = new Action.Alert(Channel.NOTIFY, "operations");
    private static final Action.Alert EMAIL = new Action.Alert(Channel.EMAIL, "team");

    private static final Rule ERRORS = Rule.of("errors", "error.rate > 1 for 5m", PAGE);
    private static final Rule LATENCY = Rule.of("latency", "latency.p95 > 1000 for 5m", PAGE);
    private static final Rule DISK = Rule.of("disk", "disk.used > 90", NOTIFY);
    private static final Rule CERTIFICATE = Rule.of("certificate", "certificate.expiry within 7d", EMAIL);

    private static List<Firing> fired(Rule rule, List<Sample> samples, long asOf) {
        RuleSet rules = RuleSet.of(rule);
        return rules.evaluate(rules.start("checkout").state(), samples, second(asOf))
                .firings();
    }

    @SafeVarargs
    private static List<Sample> joined(List<Sample>... parts) {
        List<Sample> all = new ArrayList<>();
        for (List<Sample> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    @Test
    @Tag("OPS-01")
    void the_four_alert_rules_are_built_written_and_read_back_equal() {
        for (Rule rule : List.of(ERRORS, LATENCY, DISK, CERTIFICATE)) {
            assertThat(ValueReader.read(ValueWriter.toJson(rule), Rule.class)).isEqualTo(rule);
        }
        assertThat(ValueWriter.toJson(ERRORS))
                .isEqualTo("{\"v\":1,\"type\":\"rule\",\"value\":{\"id\":\"errors\","
                        + "\"condition\":\"error.rate > 1 for 5m\","
                        + "\"action\":{\"type\":\"alert\",\"channel\":\"PAGE\",\"to\":\"on-call\"},\"runbook\":\"\"}}");
        assertThat(ERRORS.condition())
                .isEqualTo(Condition.of("error.rate", Comparator.ABOVE, 1).heldFor(Duration.ofMinutes(5)));
        assertThat(CERTIFICATE.condition()).isEqualTo(new Condition.Due("certificate.expiry", Duration.ofDays(7)));
        assertThat(List.of(ERRORS, LATENCY, DISK, CERTIFICATE))
                .extracting(rule -> ((Action.Alert) rule.action()).channel())
                .containsExactly(Channel.PAGE, Channel.PAGE, Channel.NOTIFY, Channel.EMAIL);
    }

    @Nested
    class A_hold {
        @Test
        @Tag("OPS-02")
        void is_silent_until_4_59_and_pages_once_at_5_00() {
            List<Sample> samples = every10s(0, 900, "error.rate", "1.5");

            assertThat(fired(ERRORS, every10s(0, 290, "error.rate", "1.5"), 299))
                    .isEmpty();
            assertThat(fired(ERRORS, samples, 900))
                    .extracting(Firing::subject, Firing::rule, Firing::action, Firing::at)
                    .containsExactly(tuple("checkout", "errors", PAGE, second(300)));
        }

        @Test
        @Tag("OPS-02")
        void comes_true_between_samples_too() {
            assertThat(fired(ERRORS, List.of(at(0, "error.rate", "1.5")), 299)).isEmpty();
            assertThat(fired(ERRORS, List.of(at(0, "error.rate", "1.5")), 86_400))
                    .extracting(Firing::at)
                    .containsExactly(second(300));
        }

        @Test
        @Tag("OPS-02")
        void never_fires_at_exactly_the_threshold() {
            assertThat(fired(ERRORS, every10s(0, 3_600, "error.rate", "1.0"), 7_200))
                    .isEmpty();
        }

        @Test
        @Tag("OPS-02")
        void begins_again_after_a_dip_at_3_00() {
            List<Sample> dip = joined(
                    every10s(0, 170, "error.rate", "1.5"),
                    List.of(at(180, "error.rate", "0.5")),
                    every10s(190, 900, "error.rate", "1.5"));

            assertThat(fired(ERRORS, dip, 900)).extracting(Firing::at).containsExactly(second(490));
        }

        @Test
        @Tag("OPS-02")
        void that_ends_in_the_instant_in_which_it_would_be_fulfilled_is_not() {
            assertThat(fired(ERRORS, List.of(at(0, "error.rate", "1.5"), at(300, "error.rate", "1")), 900))
                    .isEmpty();
        }

        @Test
        @Tag("OPS-02")
        void fires_again_after_recovery() {
            List<Sample> twice = joined(
                    every10s(0, 400, "error.rate", "1.5"),
                    every10s(410, 420, "error.rate", "0.2"),
                    every10s(430, 900, "error.rate", "1.5"));

            assertThat(fired(ERRORS, twice, 900)).extracting(Firing::at).containsExactly(second(300), second(730));
        }

        @Test
        void does_not_take_a_gap_in_the_data_for_recovery() {
            Rule fresh = Rule.of("errors", "latest(error.rate) over 30s > 1 for 5m", PAGE);
            List<Sample> gap = joined(every10s(0, 400, "error.rate", "1.5"), every10s(600, 1_200, "error.rate", "1.5"));

            assertThat(fired(fresh, gap, 1_200)).extracting(Firing::at).containsExactly(second(300));
        }

        @Test
        void can_fire_again_after_each_further_span() {
            Rule again = ERRORS.repeatedEvery(Duration.ofMinutes(5));

            assertThat(fired(again, every10s(0, 1_000, "error.rate", "1.5"), 1_000))
                    .extracting(Firing::at)
                    .containsExactly(second(300), second(600), second(900));
        }
    }

    @Test
    @Tag("OPS-03")
    void a_percentile_above_1000_ms_for_5_minutes_pages_and_1000_ms_does_not() {
        assertThat(fired(LATENCY, every10s(0, 300, "latency.p95", "1001"), 300))
                .extracting(Firing::action, Firing::at)
                .containsExactly(tuple(PAGE, second(300)));
        assertThat(fired(LATENCY, every10s(0, 600, "latency.p95", "1000"), 600)).isEmpty();

        Rule computed = Rule.of("latency", "p95(latency) over 1m > 1000 for 5m", PAGE);
        assertThat(fired(computed, every10s(0, 300, "latency", "1001"), 300))
                .extracting(Firing::at)
                .containsExactly(second(300));
        assertThat(fired(computed, every10s(0, 600, "latency", "1000"), 600)).isEmpty();
    }

    @Test
    @Tag("OBS-04")
    void the_percentiles_of_1_to_100_are_by_nearest_rank() {
        RuleSet rules = RuleSet.of(
                Rule.of("50", "p50(x) over 1h > 0", NOTIFY),
                Rule.of("95", "p95(x) over 1h > 0", NOTIFY),
                Rule.of("99", "p99(x) over 1h > 0", NOTIFY));
        Evaluation evaluation = rules.start("checkout");
        for (int i = 100; i >= 1; i--) {
            evaluation.take(at(0, "x", Integer.toString(i)));
        }
        evaluation.advanceTo(second(0));

        for (String rank : List.of("50", "95", "99")) {
            assertThat(evaluation.checks(rank)).extracting(Check::actual).containsExactly(new BigDecimal(rank));
        }
    }

    @Test
    @Tag("OPS-04")
    void without_a_hold_one_sample_is_enough() {
        assertThat(fired(DISK, List.of(at(0, "disk.used", "91")), 0))
                .extracting(Firing::action, Firing::at)
                .containsExactly(tuple(NOTIFY, second(0)));
        assertThat(fired(DISK, List.of(at(0, "disk.used", "90")), 0)).isEmpty();
    }

    @Test
    @Tag("OPS-05")
    void a_certificate_that_expires_in_7_days_or_has_expired_is_mailed_and_one_of_8_days_is_not() {
        assertThat(expiring(Duration.ofDays(7), 0))
                .extracting(Firing::action, Firing::at)
                .containsExactly(tuple(EMAIL, second(0)));
        assertThat(expiring(Duration.ofDays(8), 0)).isEmpty();
        assertThat(expiring(Duration.ofDays(-1), 0)).extracting(Firing::action).containsExactly(EMAIL);
        assertThat(expiring(Duration.ofDays(8), 86_399)).isEmpty();
        assertThat(expiring(Duration.ofDays(8), 200_000)).extracting(Firing::at).containsExactly(second(86_400));
    }

    private static List<Firing> expiring(Duration in, long asOf) {
        Instant date = second(0).plus(in);
        return fired(CERTIFICATE, List.of(Sample.ofDate("certificate.expiry", second(0), date)), asOf);
    }

    @Test
    @Tag("FBK-04")
    void a_rule_over_two_measures_gives_an_action_that_is_data_and_the_evidence() {
        Action scale = new Action.Scale(2);
        Rule rule = Rule.of("busy", "cpu>70 and rate>800", scale);

        assertThat(fired(rule, List.of(at(0, "cpu", "71"), at(0, "rate", "800")), 0))
                .isEmpty();
        List<Firing> firings = fired(rule, List.of(at(0, "cpu", "71"), at(0, "rate", "801")), 0);

        assertThat(firings).hasSize(1);
        assertThat(firings.get(0).action()).isEqualTo(scale);
        assertThat(firings.get(0).evidence())
                .containsExactly(
                        new Check(Condition.parse("cpu > 70"), new BigDecimal("71"), Truth.TRUE),
                        new Check(Condition.parse("rate > 800"), new BigDecimal("801"), Truth.TRUE));
        assertThat(ValueReader.read(ValueWriter.toJson(firings.get(0)), Firing.class))
                .isEqualTo(firings.get(0));
    }

    @Test
    @Tag("FBK-04")
    void an_action_of_ones_own_is_an_open_door() {
        Action own = new Action.Custom("purge-cache").with("region", "eu");

        assertThat(fired(Rule.of("r", "cache.hits < 50 or not cache.up = 1", own), List.of(at(0, "cache.up", "0")), 0))
                .extracting(Firing::action)
                .containsExactly(own);
    }

    @Test
    @Tag("OPS-15")
    void an_unhealthy_instance_is_replaced_once_and_a_healthy_one_is_not() {
        Rule healing = Rule.of("healing", "healthy = 0", new Action.Replace());

        assertThat(fired(healing, every10s(0, 60, "healthy", "0"), 60))
                .extracting(Firing::action)
                .containsExactly(new Action.Replace());
        assertThat(fired(healing, every10s(0, 60, "healthy", "1"), 60)).isEmpty();
    }

    @Test
    @Tag("OPS-18")
    void two_rules_with_one_runbook_are_50_per_cent_and_the_other_is_named() {
        RunbookCoverage coverage = RunbookCoverage.of(List.of(
                ERRORS.withRunbook("https://example.org/errors"),
                DISK,
                Rule.of("up", "cpu > 70", new Action.Scale(2))));

        assertThat(coverage.percent()).contains(new BigDecimal("50"));
        assertThat(coverage.missing()).containsExactly("disk");
        assertThat(RunbookCoverage.of(List.of()).percent()).isEmpty();
    }

    @Test
    void samples_out_of_order_are_counted_and_not_taken() {
        Evaluation evaluation = RuleSet.of(DISK).start("checkout");
        evaluation.take(at(10, "disk.used", "50"));
        evaluation.take(at(9, "disk.used", "95"));
        evaluation.take(at(10, "disk.used", "60"));

        assertThat(evaluation.advanceTo(second(20))).isEmpty();
        assertThat(evaluation.state().refused()).isEqualTo(new RuleState.Refused(1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.advanceTo(second(19)))
                .withMessage("time cannot go back to 2026-01-05T09:00:19Z: checkout is at 2026-01-05T09:00:20Z,"
                        + " that instant or a later one is accepted");
    }

    @Test
    void a_sample_of_after_the_end_of_a_step_is_counted_and_neither_fires_nor_blinds() {
        RuleSet rules = RuleSet.of(DISK.repeatedEvery(Duration.ofSeconds(1)));
        Sample late = Sample.of("disk.used", Instant.parse("2200-12-31T00:00:00Z"), "99");
        List<Sample> samples = List.of(at(0, "disk.used", "91"), late, at(1, "disk.used", "50"));

        RuleSet.Step step = rules.evaluate(rules.start("checkout").state(), samples, second(5));

        assertThat(step.firings()).extracting(Firing::at).containsExactly(second(0));
        assertThat(step.state().refused()).isEqualTo(new RuleState.Refused(1, 0));
        assertThat(rules.evaluate(step.state(), List.of(at(6, "disk.used", "91")), second(6))
                        .firings())
                .extracting(Firing::at)
                .containsExactly(second(6));
    }

    @Test
    void a_long_gap_brings_10_000_firings_and_one_at_its_end_and_then_it_goes_on() {
        RuleSet rules = RuleSet.of(DISK.repeatedEvery(Duration.ofSeconds(1)));
        Instant end = Instant.parse("2200-12-31T00:00:00Z");

        RuleSet.Step step = rules.evaluate(rules.start("checkout").state(), List.of(at(0, "disk.used", "91")), end);

        assertThat(step.firings()).hasSize(10_001);
        assertThat(step.firings().get(9_999).at()).isEqualTo(second(9_999));
        assertThat(step.firings().get(10_000).at()).isEqualTo(end);
        assertThat(rules.evaluate(step.state(), List.of(), end.plusSeconds(2)).firings())
                .extracting(Firing::at)
                .containsExactly(end.plusSeconds(1), end.plusSeconds(2));
    }

    @Test
    void a_rule_repeats_at_most_once_a_second() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DISK.repeatedEvery(Duration.ofNanos(999_999_999)))
                .withMessage("repeat PT0.999999999S of rule disk is too short: at least a second is accepted");
        assertThat(DISK.repeatedEvery(Duration.ofSeconds(1)).repeatEvery()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_condition_that_cannot_be_read_is_told_with_what_it_belongs_to() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rule.of("disk", "disk.used >", NOTIFY))
                .withMessageStartingWith("rule 'disk': column 12: found the end, expected ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityGate.of("release", "coverage >= 80", "lint"))
                .withMessageStartingWith("gate release, 'lint': column 5: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StepPolicy.of("requests >= 1000", "errors <="))
                .withMessageStartingWith("when the new version is good: column 10: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityGate.of("g", "a > 1 for 5m").judge(Map.of()))
                .withMessageStartingWith("gate g: 'a > 1 for 5m' asks how long");
    }

    @Test
    void two_rules_of_one_id_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleSet.of(DISK, DISK))
                .withMessage("two rules are called 'disk': each rule of a set has an id of its own");
    }

    @Test
    void a_sample_has_bounded_digits_and_a_bounded_instant() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sample("x", second(0), new BigDecimal("1E+1000000000")))
                .withMessage("value of x has too many digits:"
                        + " at most 32 before its decimal point and 24 after it are accepted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.of("x", Instant.MAX, "1"))
                .withMessageStartingWith("instant of x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.of("x", second(0), "NaN"))
                .withMessage("value of x is no decimal: expected one such as 1.5");
    }
}

package io.infinityloop.metrics.reliability;

import static io.infinityloop.metrics.Log.START;
import static io.infinityloop.metrics.Log.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.link.TelemetrySample;
import io.infinityloop.rule.StepDecision;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ObjectivesTest {
    private static final Slo THREE_NINES =
            Slo.of("checkout", "requests without an error", "0.999").serving("customers can pay");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Test
    @Tag("OBS-05")
    void of_a_million_400_may_go_badly() {
        assertThat(THREE_NINES.judge(MILLION, BigDecimal.valueOf(400))).isEqualTo(Target.Status.MET);
        assertThat(THREE_NINES.judge(MILLION, BigDecimal.valueOf(1000))).isEqualTo(Target.Status.MET);
        assertThat(THREE_NINES.judge(MILLION, BigDecimal.valueOf(1001))).isEqualTo(Target.Status.MISSED);
        assertThat(THREE_NINES.judge(BigDecimal.ZERO, BigDecimal.ZERO)).isEqualTo(Target.Status.NO_DATA);
        assertThat(THREE_NINES.window()).isEqualTo(Duration.ofDays(30));
        assertThat(THREE_NINES.goal()).isEqualTo("customers can pay");
    }

    @Test
    void an_objective_of_all_leaves_no_budget_and_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Slo.of("x", "y", "1"))
                .withMessageContaining("99.9 % is 0.999");
    }

    @Test
    @Tag("OBS-06")
    void the_budget_of_99_9_percent_of_a_million_is_a_thousand() {
        ErrorBudget budget = THREE_NINES.budget(MILLION, BigDecimal.valueOf(400));
        assertThat(budget.allowed()).isEqualByComparingTo("1000");
        assertThat(budget.left()).isEqualByComparingTo("600");
        assertThat(budget.leftShare().orElseThrow()).isEqualByComparingTo("0.6");

        List<LoopEvent> log = List.of(
                Operations.number("r", START, "requests", "1000000", ""),
                Operations.number("e", START, "errors", "400", ""));
        MetricResult.Value value = Operations.value(ErrorBudgetLeft.calculator(), log, 0, 1);
        assertThat(value.headline().number()).isEqualByComparingTo("0.6");
        assertThat(Operations.part(value, "budget")).isEqualByComparingTo("1000");
        assertThat(Operations.part(value, "left")).isEqualByComparingTo("600");
    }

    @Test
    void an_overspent_budget_is_negative_and_no_traffic_is_undefined() {
        List<LoopEvent> overspent = List.of(
                Operations.number("r", START, "requests", "1000", ""),
                Operations.number("e", START, "errors", "3", ""));
        assertThat(Operations.value(ErrorBudgetLeft.calculator(), overspent, 0, 1)
                        .headline()
                        .number())
                .isEqualByComparingTo("-2");
        List<LoopEvent> idle = List.of(Operations.number("r", START, "requests", "0", ""));
        assertThat(Operations.measure(ErrorBudgetLeft.calculator(), idle, 0, 1))
                .isInstanceOf(MetricResult.Undefined.class);
    }

    /** 1,000 requests a minute for an hour, of which so many fail; then as many in the last five minutes. */
    private static List<TelemetrySample> hour(int failing, int failingAtLast) {
        List<LoopEvent> log = new ArrayList<>();
        for (int minute = 1; minute <= 60; minute++) {
            Instant at = START.plusSeconds(60L * minute);
            log.add(Operations.number("r" + minute, at, "requests", "1000", ""));
            String failed = String.valueOf(minute > 55 ? failingAtLast : failing);
            log.add(Operations.number("e" + minute, at, "errors", failed, ""));
        }
        return Operations.derive(log).subjects(TelemetrySample.class);
    }

    @Test
    void a_budget_that_burns_14_4_times_too_fast_for_an_hour_and_still_does_pages() {
        Instant now = at(1);

        BurnRate steady = BurnRate.of(THREE_NINES, hour(15, 15), now).get(0);
        BurnRate over = BurnRate.of(THREE_NINES, hour(16, 0), now).get(0);
        BurnRate slow = BurnRate.of(THREE_NINES, hour(14, 14), now).get(0);

        assertThat(steady.longRate().orElseThrow()).isEqualByComparingTo("15");
        assertThat(steady.isFiring()).isTrue();
        assertThat(over.longRate().orElseThrow()).isGreaterThan(new BigDecimal("14.4"));
        assertThat(over.isFiring()).as("it has stopped").isFalse();
        assertThat(slow.isFiring()).isFalse();
        assertThat(BurnRate.of(THREE_NINES, List.of(), now)).noneMatch(BurnRate::isFiring);
    }

    @Test
    @Tag("MET-47")
    void a_release_after_which_p95_goes_from_300_to_360_is_flagged() {
        List<LoopEvent> log = new ArrayList<>();
        log.add(Log.labelled(Log.deployed("d1", 10), Labels.SERVICE, "shop"));
        for (int i = 0; i < 30; i++) {
            log.add(Operations.number("b" + i, at(9.5), "latency", "300", "ms"));
            log.add(Operations.number("a" + i, at(10.5), "latency", "360", "ms"));
        }

        ReleaseImpact impact = ReleaseImpact.of(Operations.derive(log), ReleaseImpact.Rule.STANDARD).stream()
                .filter(one -> one.measure() == ReleaseImpact.Measure.LATENCY_P95)
                .findFirst()
                .orElseThrow();

        assertThat(impact.change().orElseThrow().number()).isEqualByComparingTo("0.2");
        assertThat(impact.verdict()).isEqualTo(ReleaseImpact.Verdict.DEGRADED);
    }

    @Test
    @Tag("MET-47")
    void with_too_few_samples_a_release_is_neither_good_nor_bad() {
        List<LoopEvent> log = List.of(
                Log.labelled(Log.deployed("d1", 10), Labels.SERVICE, "shop"),
                Operations.number("b", at(9.5), "latency", "300", "ms"),
                Operations.number("a", at(10.5), "latency", "900", "ms"));

        assertThat(ReleaseImpact.of(Operations.derive(log), ReleaseImpact.Rule.STANDARD))
                .hasSize(2)
                .allMatch(impact -> impact.verdict() == ReleaseImpact.Verdict.INCONCLUSIVE);
    }

    @Test
    @Tag("DEP-10")
    void a_canary_is_judged_beside_the_version_that_runs() {
        CanaryJudge judge = CanaryJudge.STANDARD;
        Optional<Duration> p95 = Optional.of(Duration.ofMillis(300));
        CanaryJudge.Side baseline = new CanaryJudge.Side(1000, 3, p95);

        assertThat(judge.judge(new CanaryJudge.Side(1000, 15, p95), baseline).decision())
                .isEqualTo(StepDecision.ROLL_BACK);
        assertThat(judge.judge(new CanaryJudge.Side(1000, 3, p95), baseline).decision())
                .isEqualTo(StepDecision.EXPAND);
        assertThat(judge.judge(new CanaryJudge.Side(99, 0, p95), baseline).decision())
                .isEqualTo(StepDecision.PAUSE);
        Optional<Duration> slow = Optional.of(Duration.ofMillis(331));
        assertThat(judge.judge(new CanaryJudge.Side(1000, 3, slow), baseline).reasons())
                .containsExactly("error rate 0.003 is within 0.008", "p95 in seconds 0.331 is above 0.33");
    }
}

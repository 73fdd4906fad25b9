package io.infinityloop.metrics.reliability;

import static io.infinityloop.metrics.Log.START;
import static io.infinityloop.metrics.Log.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricProfile;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.TelemetrySample;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TelemetryMetricsTest {
    private static final Window SECOND = new Window(START, START.plusSeconds(1));

    private static MetricResult.Value of(MetricCalculator<?, ?> metric, List<LoopEvent> events) {
        return (MetricResult.Value) Operations.measure(metric, events, SECOND);
    }

    @Test
    @Tag("OBS-02")
    void a_thousand_requests_in_a_second_of_which_three_fail() {
        List<LoopEvent> log = new ArrayList<>(List.of(
                Operations.number("r", START, "requests", "1000", ""),
                Operations.number("e", START, "errors", "3", "")));
        IntStream.rangeClosed(1, 100)
                .forEach(i -> log.add(Operations.number("l" + i, START, "latency", String.valueOf(i), "ms")));

        assertThat(of(Requests.rate(), log).headline()).hasToString("1000/s");
        assertThat(of(Requests.errors(), log).headline().number()).isEqualByComparingTo("0.003");
        MetricResult.Value duration = of(Requests.duration(), log);
        assertThat(duration.headline()).isEqualTo(Amount.of(Duration.ofMillis(95)));
        assertThat(duration.parts())
                .containsEntry("p50", Amount.of(Duration.ofMillis(50)))
                .containsEntry("p99", Amount.of(Duration.ofMillis(99)));
    }

    @Test
    @Tag("THR-16")
    void an_error_rate_below_1_percent_and_a_p95_below_500_ms_are_met() {
        List<LoopEvent> log = new ArrayList<>(List.of(
                Operations.number("r", START, "requests", "1000", ""),
                Operations.number("e", START, "errors", "3", ""),
                Operations.number("l", START, "latency", "300", "ms")));

        assertThat(status(Requests.ERRORS.profile(), of(Requests.errors(), log)))
                .isEqualTo(Target.Status.MET);
        assertThat(status(Requests.DURATION.profile(), of(Requests.duration(), log)))
                .isEqualTo(Target.Status.MET);
        Target errors = Objects.requireNonNull(Requests.ERRORS.profile().target());
        Target latency = Objects.requireNonNull(Requests.DURATION.profile().target());
        assertThat(errors.judge(new Amount(new BigDecimal("0.01"), Unit.RATIO))).isEqualTo(Target.Status.MISSED);
        assertThat(latency.judge(Amount.of(Duration.ofMillis(500)))).isEqualTo(Target.Status.MISSED);
    }

    private static Target.Status status(MetricProfile profile, MetricResult result) {
        return Objects.requireNonNull(profile.target()).judge(result);
    }

    @Test
    void errors_that_nobody_counted_are_no_rate_of_0() {
        List<LoopEvent> log = List.of(Operations.number("r", START, "requests", "1000", ""));

        assertThat(Operations.measure(Requests.errors(), log, SECOND)).isInstanceOf(MetricResult.Undefined.class);
    }

    @Test
    void a_latency_without_a_unit_of_time_is_left_out() {
        List<LoopEvent> log = List.of(Operations.number("l", START, "latency", "300", "apples"));

        assertThat(Operations.measure(Requests.duration(), log, SECOND).excluded())
                .containsEntry("is no time", 1L);
    }

    @Test
    @Tag("OBS-03")
    void utilization_saturation_and_errors_of_a_resource_come_back_as_they_were() {
        List<LoopEvent> log = List.of(
                Operations.number("u", START, "cpu", "utilization", "45", "%"),
                Operations.number("q", START, "cpu", "queue", "3", ""),
                Operations.number("e", START, "cpu", "errors", "1", ""));

        assertThat(of(Resources.utilization(), log).headline().number()).isEqualByComparingTo("0.45");
        assertThat(of(Resources.saturation(), log).headline().number()).isEqualByComparingTo("3");
        assertThat(of(Resources.errors(), log).headline()).isEqualTo(Amount.count(1));
        assertThat(Operations.measure(Requests.errors(), log, SECOND)).isInstanceOf(MetricResult.Undefined.class);
    }

    @Test
    @Tag("OBS-17")
    void the_busiest_resource_is_the_bottleneck() {
        List<LoopEvent> log = List.of(
                Operations.number("c", START, "cpu", "45", "%"), Operations.number("d", START, "disk", "91", "%"));

        MetricResult.Value headroom = of(Resources.headroom(), log);

        assertThat(headroom.headline().number()).isEqualByComparingTo("0.09");
        assertThat(Operations.part(headroom, "disk")).isEqualByComparingTo("0.09");
        assertThat(Operations.part(headroom, "cpu")).isEqualByComparingTo("0.55");
    }

    @Test
    @Tag("OBS-15")
    void of_100_transactions_over_all_tiers_97_are_in_time() {
        List<LoopEvent> log = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            log.add(Operations.step("t" + i, "web", "", "web", i <= 97 ? 500 : 501));
            log.add(Operations.step("t" + i, "pay", "web", "pay", 900));
        }

        MetricResult.Value value = Operations.value(TransactionsInTime.calculator(), log, 0, 24);

        assertThat(value.n()).isEqualTo(100);
        assertThat(value.headline().number()).isEqualByComparingTo("0.97");
    }

    @Test
    void another_promise_is_another_definition() {
        assertThat(TransactionsInTime.within(Duration.ofSeconds(1)).definition().id())
                .isEqualTo("reliability.transactions-in-time@within-1000ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransactionsInTime.within(Duration.ZERO))
                .withMessageContaining("more than 0");
    }

    @Test
    @Tag("THR-17")
    void ninety_days_of_telemetry_are_enough_and_89_are_not() {
        List<LoopEvent> log = List.of(Operations.number("a", START, "cpu", "45", "%"));
        Target target =
                Objects.requireNonNull(TelemetryRetention.DEFINITION.profile().target());

        assertThat(target.judge(Operations.measure(TelemetryRetention.calculator(), log, 0, 90 * 24)))
                .isEqualTo(Target.Status.MET);
        assertThat(target.judge(Operations.measure(TelemetryRetention.calculator(), log, 0, 89 * 24)))
                .isEqualTo(Target.Status.MISSED);
    }

    @Test
    @Tag("MET-33")
    void what_users_feel_is_primary_and_what_is_behind_it_secondary() {
        assertThat(Requests.DURATION.profile().relevance()).isEqualTo(MetricProfile.Relevance.PRIMARY);
        assertThat(Resources.UTILIZATION.profile().relevance()).isEqualTo(MetricProfile.Relevance.SECONDARY);
    }

    @Test
    @Tag("OBS-08")
    void a_trace_tells_what_each_step_did_itself() {
        List<LoopEvent> log = List.of(
                Operations.step("abc123", "web", "", "Web", 120),
                Operations.step("abc123", "checkout", "web", "Checkout", 100),
                Operations.step("abc123", "db", "checkout", "Database", 30),
                Operations.step("abc123", "pay", "checkout", "Payment API", 45),
                Operations.step("abc123", "mail", "checkout", "Email", 25),
                Operations.step("other", "web", "", "Web", 999));

        TraceTree tree = TraceTree.of("abc123", Operations.derive(log).subjects(TelemetrySample.class));

        assertThat(tree.slowestLeaf().orElseThrow().service()).isEqualTo("Payment API");
        assertThat(tree.slowestLeaf().orElseThrow().duration()).isEqualTo(Duration.ofMillis(45));
        assertThat(tree.steps())
                .extracting(TraceTree.Step::service, TraceTree.Step::self)
                .contains(tuple("Web", Duration.ofMillis(20)), tuple("Checkout", Duration.ZERO));
        assertThat(tree.dependencies("checkout"))
                .extracting(TraceTree.Step::service)
                .containsExactlyInAnyOrder("Database", "Payment API", "Email");
    }

    @Test
    @Tag("OPS-26")
    void a_p95_that_rises_50_ms_a_week_from_300_reaches_500_in_4_weeks() {
        List<Predictor.Point> points = new ArrayList<>();
        for (int week = 0; week < 3; week++) {
            points.add(new Predictor.Point(
                    at(week * 168), new Amount(BigDecimal.valueOf(200 + 50L * week), Unit.MILLISECONDS)));
        }
        Target below500 = Objects.requireNonNull(Requests.DURATION.profile().target());

        Instant last = points.get(2).at();
        assertThat(Predictor.linear().breach(points, below500)).contains(last.plus(Duration.ofDays(28)));
        assertThat(Predictor.linear().breach(points.subList(2, 3), below500)).isEmpty();
    }
}

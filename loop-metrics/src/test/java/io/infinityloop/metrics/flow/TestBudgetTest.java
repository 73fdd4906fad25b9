package io.infinityloop.metrics.flow;

import static io.infinityloop.metrics.Ways.tested;
import static io.infinityloop.metrics.flow.Flows.FOUR_WEEKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Target;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TestBudgetTest {
    private static TestBudget.Report judge(LoopEvent... events) {
        return TestBudget.STANDARD.judge(Log.derive(FOUR_WEEKS.to(), events).subjects(), FOUR_WEEKS, FOUR_WEEKS.to());
    }

    private static LoopEvent ran(TestLevel level, int minutes) {
        return tested("t" + level, level, Outcome.PASSED, 1, 1 + minutes / 60.0);
    }

    @Test
    @Tag("THR-14")
    void integration_of_11_minutes_is_over_budget_though_35_in_all_fit() {
        TestBudget.Report report = judge(
                ran(TestLevel.UNIT, 4), ran(TestLevel.INTEGRATION, 11), ran(TestLevel.E2E, 20), ran(TestLevel.UI, 90));
        assertThat(report.overBudget()).containsExactly(TestLevel.INTEGRATION);
        assertThat(report.taken()).isEqualTo(Duration.ofMinutes(35));
        assertThat(report.total()).isEqualTo(Target.Status.MET);
        assertThat(report.rows())
                .extracting(TestBudget.Row::budget)
                .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(20));
    }

    @Test
    @Tag("THR-14")
    void the_budgets_are_5_10_20_and_35_minutes() {
        TestBudget.Report report =
                judge(ran(TestLevel.UNIT, 6), ran(TestLevel.INTEGRATION, 10), ran(TestLevel.E2E, 20));
        assertThat(report.overBudget()).containsExactly(TestLevel.UNIT);
        assertThat(report.total()).isEqualTo(Target.Status.MISSED);
        assertThat(TestBudget.STANDARD.target(TestLevel.E2E))
                .hasValueSatisfying(target -> assertThat(target.judge(Amount.of(Duration.ofMinutes(20))))
                        .isEqualTo(Target.Status.MET));
        assertThat(TestBudget.STANDARD.target(TestLevel.UI)).isEmpty();
    }

    @Test
    void without_runs_nothing_is_known() {
        TestBudget.Report report = judge();
        assertThat(report.total()).isEqualTo(Target.Status.NO_DATA);
        assertThat(report.rows())
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.status()).isEqualTo(Target.Status.NO_DATA));
    }

    @Test
    void a_budget_without_time_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestBudget(Map.of(), Duration.ofMinutes(1)))
                .withMessage("a budget for tests names the time of at least one level");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TestBudget(Map.of(TestLevel.UNIT, Duration.ZERO), Duration.ofMinutes(1)))
                .withMessage("a budget for tests of PT0S: expected a time above zero");
    }
}

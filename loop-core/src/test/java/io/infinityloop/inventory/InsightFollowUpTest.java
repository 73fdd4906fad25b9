package io.infinityloop.inventory;

import static io.infinityloop.inventory.InsightFollowUp.Status.CLOSED_IMPROVED;
import static io.infinityloop.inventory.InsightFollowUp.Status.CLOSED_NOT_IMPROVED;
import static io.infinityloop.inventory.InsightFollowUp.Status.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.artifact.Aim;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.OutcomeGoal;
import io.infinityloop.artifact.Reading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InsightFollowUpTest {
    private static final Instant T0 = Instant.parse("2026-01-11T09:00:00Z");
    private static final OutcomeGoal GOAL =
            new OutcomeGoal("p95", BigDecimal.valueOf(800), BigDecimal.valueOf(500), "ms");
    private static final Insight SLOW = Insight.of("slow", T0, "the checkout is slow")
            .with(Aim.at(Aim.Target.PRODUCT).foundIn(3));

    private final InsightFollowUp open = InsightFollowUp.of(SLOW, GOAL);

    private static Measurement measured(String value, String unit) {
        return Measurement.of("m-" + value, T0, "shop", new Reading.Metric("p95", new BigDecimal(value), unit));
    }

    @Test
    @Tag("FBK-03")
    void with_a_goal_below_500_an_insight_is_improved_at_480_not_improved_at_520_and_open_unmeasured() {
        assertThat(open.status()).isEqualTo(OPEN);
        assertThat(open.with(4, measured("480", "ms")).status()).isEqualTo(CLOSED_IMPROVED);
        assertThat(open.with(4, measured("520", "ms")).status()).isEqualTo(CLOSED_NOT_IMPROVED);
        assertThat(open.with(9, measured("480", "ms")).status())
                .as("however many cycles later")
                .isEqualTo(CLOSED_IMPROVED);
    }

    @Test
    @Tag("FBK-03")
    void what_the_same_or_an_earlier_cycle_measured_closes_nothing() {
        assertThat(open.with(3, measured("480", "ms"))
                        .with(2, measured("520", "ms"))
                        .status())
                .isEqualTo(OPEN);
    }

    @Test
    @Tag("FBK-03")
    void another_metric_another_unit_or_a_log_line_is_no_measure_of_the_goal() {
        Measurement log = Measurement.of("log", T0, "shop", new Reading.Log("INFO", "p95 is 480 ms"));
        Measurement other = Measurement.of("p50", T0, "shop", new Reading.Metric("p50", BigDecimal.valueOf(480), "ms"));
        assertThat(open.with(4, log)
                        .with(4, other)
                        .with(4, measured("0.48", "s"))
                        .status())
                .isEqualTo(OPEN);
    }

    @Test
    void of_several_measurements_the_latest_counts_whatever_their_order() {
        InsightFollowUp first = open.with(5, measured("480", "ms")).with(4, measured("520", "ms"));
        assertThat(first.status()).isEqualTo(CLOSED_IMPROVED);
        assertThat(first.decisive()).contains(new InsightFollowUp.Measured(5, measured("480", "ms")));
        assertThat(open.with(4, measured("520", "ms"))
                        .with(5, measured("480", "ms"))
                        .status())
                .isEqualTo(CLOSED_IMPROVED);
    }

    @Test
    void nobody_can_tell_what_is_later_than_an_insight_of_no_known_cycle() {
        Insight undated = Insight.of("slow", T0, "the checkout is slow");
        assertThat(InsightFollowUp.of(undated, GOAL)
                        .with(4, measured("480", "ms"))
                        .status())
                .isEqualTo(OPEN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InsightFollowUp.of(Insight.nothingFound("n", T0), GOAL))
                .withMessageContaining("says that nothing was found");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InsightFollowUp(SLOW, GOAL, List.of()).with(0, measured("480", "ms")))
                .withMessage("cycle 0: cycles are counted from 1");
    }
}

package io.infinityloop.metrics.flow;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Ways.all;
import static io.infinityloop.metrics.Ways.staying;
import static io.infinityloop.metrics.Ways.way;
import static io.infinityloop.metrics.flow.Flows.result;
import static io.infinityloop.metrics.flow.Flows.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Stage;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Ways;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CompleteAndAccurateTest {
    private static final Amount NINE_TENTHS = new Amount(new BigDecimal("0.9"), Unit.RATIO);

    /** Once round, sent back from TEST to CODE: ten handoffs, of which the first one of CODE came back. */
    private static Ways sentBackOnce() {
        return way("L", 0)
                .to(CODE, 1)
                .to(BUILD, 2)
                .to(TEST, 3)
                .back(CODE, 4)
                .stay(1)
                .stay(1)
                .stay(1)
                .stay(1)
                .stay(1)
                .stay(1)
                .stay(1);
    }

    /** Handoffs from PLAN to CODE, of which some come back. */
    private static Target.Status status(int all, int unclean) {
        Ways[] ways = IntStream.range(0, all)
                .mapToObj(i -> i < unclean
                        ? way("L" + i, 0).to(CODE, 1).back(PLAN, 2)
                        : way("L" + i, 0).to(CODE, 1))
                .toArray(Ways[]::new);
        Target target =
                Objects.requireNonNull(CompleteAndAccurate.DEFINITION.profile().target());
        return target.judge(value(CompleteAndAccurate.calculator(), all(ways)));
    }

    @Test
    @Tag("MET-06")
    void of_10_handoffs_9_clean_ones_are_90_percent_and_each_transition_is_shown() {
        MetricResult.Value value = value(CompleteAndAccurate.calculator(), all(sentBackOnce()));
        assertThat(value.headline()).hasToString("0.9");
        assertThat(value.n()).isEqualTo(10);
        assertThat(value.parts())
                .contains(
                        entry("all", Amount.count(10)),
                        entry("clean", Amount.count(9)),
                        entry("Plan to Code", new Amount(BigDecimal.ONE, Unit.RATIO)),
                        entry("Code to Build", new Amount(new BigDecimal("0.5"), Unit.RATIO)),
                        entry("Build to Test", new Amount(BigDecimal.ONE, Unit.RATIO)),
                        entry("Monitor to Plan", new Amount(BigDecimal.ONE, Unit.RATIO)))
                .hasSize(10);
    }

    @Test
    @Tag("THR-06")
    void ninety_percent_is_missed_and_91_is_met() {
        assertThat(status(10, 1)).isEqualTo(Target.Status.MISSED);
        assertThat(status(100, 9)).isEqualTo(Target.Status.MET);
        assertThat(status(100, 10)).isEqualTo(Target.Status.MISSED);
    }

    @Test
    void a_return_can_be_charged_to_the_last_sender_or_to_all_that_it_passes() {
        MetricResult.Value last = value(
                CompleteAndAccurate.builder().chargedTo(Charge.LAST_SENDER).build(), all(sentBackOnce()));
        assertThat(last.definition()).isEqualTo("flow.complete-and-accurate@last-sender");
        assertThat(last.headline()).hasToString("0.9");
        assertThat(last.parts())
                .contains(
                        entry("Code to Build", new Amount(BigDecimal.ONE, Unit.RATIO)),
                        entry("Build to Test", new Amount(new BigDecimal("0.5"), Unit.RATIO)));
        assertThat(value(
                                CompleteAndAccurate.builder()
                                        .chargedTo(Charge.ALL_SINCE)
                                        .build(),
                                all(sentBackOnce()))
                        .headline())
                .hasToString("0.8");
    }

    @Test
    void a_return_after_the_horizon_does_not_count() {
        LoopEvent[] events = all(way("L", 0).to(CODE, 1).to(BUILD, 2).back(CODE, 26));
        assertThat(value(CompleteAndAccurate.calculator(), events).headline()).hasToString("0.5");
        MetricResult.Value day = value(
                CompleteAndAccurate.builder().horizon(Duration.ofHours(23)).build(), events);
        assertThat(day.headline()).hasToString("1");
        assertThat(day.definition()).isEqualTo("flow.complete-and-accurate@pt23h");
        assertThat(value(
                                CompleteAndAccurate.builder()
                                        .horizon(Duration.ofHours(24))
                                        .build(),
                                events)
                        .headline())
                .hasToString("0.5");
    }

    @Test
    void a_handoff_that_may_still_come_back_is_left_out() {
        MetricResult result = result(
                CompleteAndAccurate.calculator(),
                Flows.FOUR_WEEKS,
                at(7 * 24 + 1.5),
                all(way("L", 0).to(CODE, 1).to(BUILD, 2)));
        assertThat(((MetricResult.Value) result).n()).isEqualTo(1);
        assertThat(result.excluded()).containsExactly(entry("not yet mature", 1L));
    }

    @Test
    void a_cycle_that_is_over_is_mature_at_once() {
        MetricResult result = result(
                CompleteAndAccurate.calculator(),
                Flows.FOUR_WEEKS,
                at(8),
                all(staying("L", 0, 1, 1, 1, 1, 1, 1, 1, 1)));
        assertThat(((MetricResult.Value) result).n()).isEqualTo(8);
    }

    @Test
    void a_horizon_of_nothing_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CompleteAndAccurate.builder().horizon(Duration.ZERO))
                .withMessage(
                        "the horizon of %C/A is PT0S, so that no return would count: expected a duration above zero");
    }

    @Nested
    class Rolled {
        @Test
        @Tag("MET-46")
        void nine_tenths_of_nine_tenths_are_81_percent() {
            List<Ways> ways = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                Ways fromPlan = way("P" + i, i).to(CODE, i + 1);
                Ways fromCode = Ways.from("C" + i, CODE, i).to(BUILD, i + 1);
                ways.add(i == 0 ? fromPlan.back(PLAN, 2) : fromPlan);
                ways.add(i == 0 ? fromCode.back(CODE, 2) : fromCode);
            }
            MetricResult.Value value =
                    value(RolledCompleteAndAccurate.builder().path(PLAN, CODE).build(), all(ways.toArray(Ways[]::new)));
            assertThat(value.headline()).hasToString("0.81");
            assertThat(value.definition()).isEqualTo("flow.rolled-complete-and-accurate@plan-to-code");
            assertThat(value.parts()).containsOnlyKeys("Plan", "Code").containsValue(NINE_TENTHS);
        }

        @Test
        void is_undefined_if_a_stage_has_no_handoff_and_names_it() {
            LoopEvent[] events = all(way("L", 0).to(CODE, 1).to(BUILD, 2));
            assertThat(result(RolledCompleteAndAccurate.calculator(), events))
                    .isEqualTo(new MetricResult.Undefined(
                            "flow.rolled-complete-and-accurate",
                            "no handoffs of Build in this window",
                            new TreeMap<>()));
            MetricResult.Value skipped =
                    value(RolledCompleteAndAccurate.builder().skipEmpty().build(), events);
            assertThat(skipped.headline()).hasToString("1");
            assertThat(skipped.parts()).containsOnlyKeys("Plan", "Code");
            assertThat(skipped.definition()).isEqualTo("flow.rolled-complete-and-accurate@skip-empty");
        }

        @Test
        void a_path_that_goes_back_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RolledCompleteAndAccurate.builder().path(Stage.TEST, PLAN))
                    .withMessage(
                            "the path of rolled %C/A cannot go from TEST back to PLAN: expected the same stage or a"
                                    + " later one");
        }
    }
}

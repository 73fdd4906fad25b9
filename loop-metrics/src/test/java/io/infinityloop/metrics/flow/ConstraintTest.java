package io.infinityloop.metrics.flow;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Ways.all;
import static io.infinityloop.metrics.Ways.built;
import static io.infinityloop.metrics.Ways.staying;
import static io.infinityloop.metrics.Ways.way;
import static io.infinityloop.metrics.flow.Flows.FOUR_WEEKS;
import static io.infinityloop.metrics.flow.Flows.hours;
import static io.infinityloop.metrics.flow.Flows.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Trigger;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Ways;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.flow.AutomationAdviser.ManualStep;
import io.infinityloop.metrics.flow.Constraint.Criterion;
import io.infinityloop.metrics.flow.Constraint.Ranked;
import io.infinityloop.metrics.link.Subject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ConstraintTest {
    private static final Ways ONE_TO_EIGHT = staying("L", 0, 1, 2, 3, 4, 5, 6, 7, 8);

    private static List<Subject> subjects(Ways... ways) {
        return derive(FOUR_WEEKS.to(), all(ways)).subjects();
    }

    private static Constraint find(Ways... ways) {
        return ConstraintFinder.standard().find(subjects(ways), FOUR_WEEKS, FOUR_WEEKS.to());
    }

    @Nested
    class Value_stream_map {
        private ValueStreamMap map(Ways... ways) {
            return ValueStreamMap.of(subjects(ways), FOUR_WEEKS, FOUR_WEEKS.to());
        }

        @Test
        @Tag("MET-50")
        void has_8_rows_whose_times_add_up_to_the_cycle_time() {
            ValueStreamMap map = map(ONE_TO_EIGHT.with(built("b", 3.5, 5)));
            assertThat(map.rows()).hasSize(8);
            assertThat(map.cycles()).isEqualTo(1);
            Amount cycleTime = value(CycleTime.calculator(), all(ONE_TO_EIGHT)).headline();
            assertThat(Amount.of(map.total())).isEqualTo(cycleTime).isEqualTo(hours(36));
            ValueStreamMap.Row build = map.rows().get(2);
            assertThat(build.stage()).isEqualTo(BUILD);
            assertThat(build.active()).isEqualTo(Duration.ofMinutes(90));
            assertThat(build.waiting()).isEqualTo(Duration.ofMinutes(90));
            assertThat(build.completeAndAccurate())
                    .hasValueSatisfying(share -> assertThat(share).hasToString("1"));
            assertThat(map.rows()).extracting(ValueStreamMap.Row::queue).containsOnly(0L);
            assertThat(map.efficiency())
                    .hasValueSatisfying(share -> assertThat(share).hasToString("0.041666667"));
        }

        @Test
        @Tag("MET-13")
        void names_the_slowest_stage() {
            assertThat(map(ONE_TO_EIGHT).slowest()).hasValueSatisfying(row -> {
                assertThat(row.stage()).isEqualTo(MONITOR);
                assertThat(row.time()).isEqualTo(Duration.ofHours(8));
            });
            assertThat(map(staying("L", 0, 1, 2, 1, 2, 1, 1, 1, 1)).slowest())
                    .hasValueSatisfying(row -> assertThat(row.stage()).isEqualTo(CODE));
        }

        @Test
        void of_nothing_has_8_rows_without_time() {
            ValueStreamMap map = map(way("L", 0).to(CODE, 1));
            assertThat(map.rows()).hasSize(8);
            assertThat(map.total()).isZero();
            assertThat(map.slowest()).isEmpty();
            assertThat(map.efficiency()).isEmpty();
            assertThat(map.rows().get(1).completeAndAccurate()).isEmpty();
            assertThat(map.rows().get(1).queue()).isEqualTo(1);
        }

        @Test
        void needs_a_row_for_each_stage() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ValueStreamMap(FOUR_WEEKS, 0, List.of()))
                    .withMessage("a value stream map has one row for each stage, in loop order");
        }
    }

    @Nested
    class Finder {
        @Test
        @Tag("MET-14")
        void puts_the_stage_where_work_waits_on_top_with_evidence() {
            Constraint constraint = find(
                    staying("A", 0, 1, 1, 1, 20, 1, 1, 1, 1),
                    staying("B", 5, 1, 1, 1, 30, 2, 1, 1, 1),
                    way("C", 9).to(CODE, 10).to(BUILD, 11).to(TEST, 12));
            Ranked primary = constraint.primary().orElseThrow();
            assertThat(primary.stage()).isEqualTo(TEST);
            assertThat(primary.waiting()).isEqualTo(Duration.ofHours(50));
            assertThat(primary.queue()).isEqualTo(1);
            assertThat(primary.growth()).isEqualTo(1);
            assertThat(primary.evidence()).hasSize(3);
            assertThat(constraint.ranking())
                    .extracting(Ranked::stage)
                    .startsWith(TEST, RELEASE)
                    .hasSize(8);
            assertThat(constraint.tied()).isEmpty();
            assertThat(constraint).hasToString("TEST: waited 50H, queue 1, 0 of 2 handoffs came back");
        }

        @Test
        @Tag("MET-14")
        void breaks_a_tie_by_loop_order_and_says_so() {
            Constraint constraint = find(staying("A", 0, 1, 1, 3, 1, 3, 1, 1, 1));
            assertThat(constraint.primary())
                    .hasValueSatisfying(first -> assertThat(first.stage()).isEqualTo(BUILD));
            assertThat(constraint.tied()).containsExactly(RELEASE);
            assertThat(constraint)
                    .hasToString(
                            "BUILD: waited 3H, queue 0, 0 of 1 handoffs came back; equal to RELEASE, and earlier in"
                                    + " the loop");
        }

        @Test
        void ranks_by_queue_and_failure_where_nothing_was_finished() {
            assertThat(find(way("A", 0).to(CODE, 1), way("B", 0).to(CODE, 1), way("C", 0))
                            .primary())
                    .hasValueSatisfying(first -> assertThat(first.stage()).isEqualTo(CODE));
            Constraint failing = ConstraintFinder.by(Criterion.FAILURE)
                    .find(
                            subjects(way("A", 0)
                                    .to(CODE, 1)
                                    .to(BUILD, 2)
                                    .back(CODE, 3)
                                    .to(BUILD, 4)),
                            FOUR_WEEKS,
                            FOUR_WEEKS.to());
            assertThat(failing.primary()).hasValueSatisfying(first -> {
                assertThat(first.stage()).isEqualTo(CODE);
                assertThat(first.unclean()).isEqualTo(1);
                assertThat(first.handoffs()).isEqualTo(2);
            });
        }

        @Test
        void takes_all_time_for_wait_on_request() {
            Ways way = staying("A", 0, 1, 1, 9, 3, 1, 1, 1, 1).with(built("b", 2, 11));
            assertThat(find(way).primary())
                    .hasValueSatisfying(first -> assertThat(first.stage()).isEqualTo(TEST));
            assertThat(ConstraintFinder.by(Criterion.TIME)
                            .find(subjects(way), FOUR_WEEKS, FOUR_WEEKS.to())
                            .primary())
                    .hasValueSatisfying(first -> assertThat(first.stage()).isEqualTo(BUILD));
        }

        @Test
        void finds_none_where_nothing_is_known() {
            assertThat(find().primary()).isEmpty();
            assertThat(find()).hasToString("no constraint: no stage had wait, queue or failure");
        }

        @Test
        void refuses_a_criterion_that_is_given_twice() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ConstraintFinder.by(Criterion.WAIT, Criterion.WAIT))
                    .withMessage("stages cannot be ranked by [WAIT, WAIT]: expected each criterion once");
        }
    }

    @Nested
    class Automation {
        @Test
        @Tag("MET-53")
        void begins_with_the_manual_step_that_takes_most_of_the_time() {
            Ways way = way("L", 0)
                    .to(CODE, 2)
                    .to(BUILD, 3, Trigger.MANUAL)
                    .to(TEST, 9, Trigger.AUTOMATED)
                    .to(RELEASE, 13, Trigger.MANUAL)
                    .to(DEPLOY, 16);
            List<ManualStep> steps = AutomationAdviser.advise(subjects(way), FOUR_WEEKS, FOUR_WEEKS.to());
            assertThat(steps).extracting(ManualStep::stage).containsExactly(TEST, CODE);
            assertThat(steps).extracting(ManualStep::time).containsExactly(Duration.ofHours(4), Duration.ofHours(1));
            assertThat(steps.get(0).share()).hasToString("0.25");
            assertThat(steps.get(0).times()).isEqualTo(1);
            assertThat(steps.get(0).evidence()).hasSize(1);
        }

        @Test
        void has_nothing_to_say_where_nothing_is_done_by_hand() {
            assertThat(AutomationAdviser.advise(subjects(ONE_TO_EIGHT), FOUR_WEEKS, FOUR_WEEKS.to()))
                    .isEmpty();
        }
    }

    @Nested
    class Forecasts {
        private final List<Subject> oneADay = subjects(IntStream.range(0, 10)
                .mapToObj(i -> staying("L" + i, 24 * i, 1, 1, 1, 1, 1, 1, 1, 1))
                .toArray(Ways[]::new));

        @Test
        void of_one_change_a_day_is_as_many_days_as_changes() {
            Forecast forecast = Forecast.of(oneADay, new Window(Log.at(0), Log.at(240)), 20, 7);
            assertThat(forecast).hasToString("50 %: 20 days, 85 %: 20 days, 95 %: 20 days");
        }

        @Test
        void of_every_second_day_takes_longer_the_surer_one_wants_to_be_and_repeats_by_its_seed() {
            Window past = new Window(Log.at(0), Log.at(480));
            Forecast forecast = Forecast.of(oneADay, past, 10, 7);
            assertThat(forecast.days(50)).isBetween(18, 21);
            assertThat(forecast.days(85)).isGreaterThan(forecast.days(50)).isLessThan(forecast.days(99));
            assertThat(forecast).hasToString(Forecast.of(oneADay, past, 10, 7).toString());
        }

        @Test
        void of_nothing_is_refused() {
            Window past = new Window(Log.at(0), Log.at(240));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Forecast.of(List.of(), past, 1, 1))
                    .withMessageContaining("nothing was finished in")
                    .withMessageContaining("expected a window with finished cycles");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Forecast.of(oneADay, past, 0, 1))
                    .withMessage("a forecast is of at least 1 change, not of 0");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Forecast.of(oneADay, new Window(Log.at(0), Log.at(1)), 1, 1))
                    .withMessageContaining("a forecast needs from 1 to 100000 days of the past");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Forecast.of(oneADay, past, 1, 1).days(0))
                    .withMessage("a probability of 0 %: expected 1 to 100");
        }
    }
}

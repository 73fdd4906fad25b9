package io.infinityloop.metrics.flow;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Ways.all;
import static io.infinityloop.metrics.Ways.built;
import static io.infinityloop.metrics.Ways.staying;
import static io.infinityloop.metrics.Ways.tested;
import static io.infinityloop.metrics.Ways.way;
import static io.infinityloop.metrics.flow.Flows.and;
import static io.infinityloop.metrics.flow.Flows.hours;
import static io.infinityloop.metrics.flow.Flows.result;
import static io.infinityloop.metrics.flow.Flows.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.TestLevel;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.BusinessCalendar;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Ways;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.dora.ChangeLeadTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FlowTimesTest {
    private static final Ways ONE_TO_EIGHT = staying("L", 0, 1, 2, 3, 4, 5, 6, 7, 8);

    private static Amount ratio(String number) {
        return new Amount(new BigDecimal(number), Unit.RATIO);
    }

    /** Loops that take one hour, two hours, and so on, each for all of its eight stages. */
    private static LoopEvent[] loopsOf(int count) {
        return all(IntStream.rangeClosed(1, count)
                .mapToObj(i -> staying("L" + i, 0, i, 0, 0, 0, 0, 0, 0, 0))
                .toArray(Ways[]::new));
    }

    @Nested
    class Cycle_time {
        @Test
        @Tag("MET-13")
        void is_the_sum_of_the_dwell_times_of_1_to_8_hours() {
            assertThat(value(CycleTime.calculator(), all(ONE_TO_EIGHT)).headline())
                    .isEqualTo(hours(36));
            Duration sum = Duration.ZERO;
            for (io.infinityloop.Stage stage : io.infinityloop.Stage.all()) {
                sum = sum.plus(value(StageDwellTime.calculator(stage), all(ONE_TO_EIGHT))
                        .headline()
                        .toDuration());
            }
            assertThat(sum).isEqualTo(Duration.ofHours(36));
        }

        @Test
        void of_a_part_of_the_loop_ends_when_a_stage_behind_it_is_entered() {
            MetricResult.Value value =
                    value(CycleTime.builder().stages(CODE, DEPLOY).build(), all(ONE_TO_EIGHT));
            assertThat(value.headline()).isEqualTo(hours(20));
            assertThat(value.definition()).isEqualTo("flow.cycle-time@code-to-deploy");
        }

        @Test
        void leaves_out_what_is_open_given_up_or_not_seen_from_the_beginning() {
            MetricResult result = result(
                    CycleTime.calculator(),
                    all(
                            way("open", 0).to(CODE, 1),
                            way("given up", 0).to(CODE, 1).retired(2),
                            Ways.from("late", MONITOR, 3).stay(1)));
            assertThat(result).isInstanceOf(MetricResult.Undefined.class);
            assertThat(result.excluded())
                    .containsExactly(entry("beginning not seen", 1L), entry("given up", 1L), entry("not finished", 2L));
        }

        @Test
        void has_another_headline_and_counts_working_time_on_request() {
            BusinessCalendar office = BusinessCalendar.builder(ZoneOffset.UTC).build();
            MetricResult.Value value = value(
                    CycleTime.builder()
                            .statistic(Statistic.MEAN)
                            .calendar(office)
                            .build(),
                    all(staying("L", 8, 8, 0, 0, 0, 0, 0, 0, 16)));
            assertThat(value.headline()).isEqualTo(hours(8));
            assertThat(value.definition()).isEqualTo("flow.cycle-time@mean-business-hours");
        }

        @Test
        void that_would_go_back_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CycleTime.builder().stages(TEST, CODE))
                    .withMessage("cycle time cannot go from TEST back to CODE: expected the same stage or a later one");
        }

        @Test
        void is_not_exceeded_by_85_of_100_with_the_probability_of_the_expectation() {
            MetricResult.Value value = value(ServiceLevelExpectation.calculator(), loopsOf(21));
            assertThat(value.headline()).isEqualTo(hours(18));
            assertThat(value.definition()).isEqualTo("flow.service-level-expectation");
            assertThat(value(ServiceLevelExpectation.calculator(Statistic.P95), loopsOf(21))
                            .headline())
                    .isEqualTo(hours(20));
        }
    }

    @Nested
    class Idea_to_production {
        private final LoopEvent[] log = and(
                all(way("L", 0).with(commit("a", 2), commit("b", 4, "a")).to(CODE, 1)),
                deployed("d1", 5, "commit:a"),
                deployed("d2", 10, "commit:b"));

        @Test
        @Tag("MET-12")
        void is_no_less_than_the_lead_time_of_each_change() {
            MetricResult.Value idea = value(IdeaToProduction.calculator(), log);
            MetricResult.Value change = value(ChangeLeadTime.calculator(), log);
            assertThat(idea.headline()).isEqualTo(hours(10));
            assertThat(change.parts().get("max")).isEqualTo(hours(6));
            assertThat(change.parts().get("min")).isEqualTo(hours(3));
            assertThat(idea.definition()).isEqualTo("flow.idea-to-production");
            assertThat(change.definition()).isEqualTo("dora.change-lead-time");
        }

        @Test
        void leaves_out_what_is_not_in_production() {
            assertThat(result(IdeaToProduction.calculator(), all(way("L", 0).to(CODE, 1)))
                            .excluded())
                    .containsExactly(entry("not in production", 1L));
        }
    }

    @Nested
    class Flow_efficiency {
        /** One cycle of eight hours, in which a build and tests take two. */
        private final Ways eightHours = way("L", 0)
                .to(CODE, 1)
                .to(BUILD, 2)
                .with(built("b", 2, 3), built("b2", 2.5, 3))
                .to(TEST, 4)
                .with(tested("t", TestLevel.INTEGRATION, Outcome.PASSED, 5, 6))
                .to(RELEASE, 6)
                .to(DEPLOY, 6.5)
                .to(OPERATE, 7)
                .to(MONITOR, 7.5)
                .to(PLAN, 8);

        @Test
        @Tag("MET-32")
        void of_2_hours_active_in_8_is_25_percent_and_waiting_is_the_rest() {
            MetricResult.Value value = value(FlowEfficiency.calculator(), all(eightHours));
            assertThat(value.headline()).isEqualTo(ratio("0.25"));
            assertThat(value.parts())
                    .contains(
                            entry("active", hours(2)),
                            entry("wait", hours(6)),
                            entry("Build", ratio("0.5")),
                            entry("Test", ratio("0.5")),
                            entry("Code", ratio("0")));
        }

        @Test
        void is_a_ratio_of_sums_unless_chosen_otherwise() {
            LoopEvent[] events = all(
                    eightHours,
                    way("M", 0).with(built("m", 0, 24)).to(MONITOR, 24).to(PLAN, 24));
            assertThat(value(FlowEfficiency.calculator(), events).headline()).isEqualTo(ratio("0.8125"));
            assertThat(value(
                                    FlowEfficiency.builder()
                                            .average(FlowEfficiency.Average.MEAN_OF_RATIOS)
                                            .build(),
                                    events)
                            .headline())
                    .isEqualTo(ratio("0.625"));
        }

        @Test
        void takes_whole_stages_for_active_on_request() {
            MetricResult.Value value =
                    value(FlowEfficiency.builder().activeStages(CODE, TEST).build(), all(eightHours));
            assertThat(value.headline()).isEqualTo(ratio("0.375"));
            assertThat(value.definition()).isEqualTo("flow.efficiency@active-code-test");
        }

        @Test
        void leaves_out_cycles_of_which_nobody_recorded_active_time() {
            assertThat(result(FlowEfficiency.calculator(), all(ONE_TO_EIGHT)).excluded())
                    .containsExactly(entry("no active time recorded", 1L), entry("not finished", 1L));
        }

        @Test
        void without_an_active_stage_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> FlowEfficiency.builder().activeStages())
                    .withMessage("without an active stage flow efficiency is always 0: expected at least one stage");
        }
    }

    @Nested
    class Work_in_progress {
        private final LoopEvent[] log = all(
                way("A", 0).to(CODE, 10),
                way("B", 1).to(CODE, 2).to(BUILD, 3).to(TEST, 4),
                way("C", 2).to(CODE, 5).with(built("b", 5, 50)),
                way("D", 3).to(CODE, 4).retired(5));

        @Test
        @Tag("MET-32")
        void per_stage_is_that_of_the_open_loops() {
            Window day = new Window(at(0), at(24));
            MetricResult.Value value = (MetricResult.Value) result(WorkInProgress.calculator(), day, day.to(), log);
            assertThat(value.headline()).isEqualTo(Amount.count(3));
            assertThat(value.parts())
                    .contains(
                            entry("Code", Amount.count(2)),
                            entry("Test", Amount.count(1)),
                            entry("Plan", Amount.count(0)))
                    .hasSize(8);
        }

        @Test
        @Tag("MET-32")
        void without_those_for_which_something_runs_is_the_queue() {
            Window day = new Window(at(0), at(24));
            MetricResult.Value value = (MetricResult.Value) result(QueueLength.calculator(), day, at(100), log);
            assertThat(value.headline()).isEqualTo(Amount.count(2));
            assertThat(value.parts()).contains(entry("Code", Amount.count(1)), entry("Test", Amount.count(1)));
        }

        @Test
        void leaves_out_loops_that_rest_after_a_finished_cycle() {
            MetricResult result = result(
                    WorkInProgress.calculator(),
                    all(
                            staying("rests", 0, 1, 1, 1, 1, 1, 1, 1, 1),
                            staying("plans", 0, 1, 1, 1, 1, 1, 1, 1, 1).with(commit("a", 9))));
            assertThat(((MetricResult.Value) result).headline()).isEqualTo(Amount.count(1));
            assertThat(result.excluded()).containsExactly(entry("at rest after a finished cycle", 1L));
            assertThat(result(QueueLength.calculator(), all(ONE_TO_EIGHT)).excluded())
                    .containsExactly(entry("at rest after a finished cycle", 1L));
            assertThat(result(WorkItemAge.calculator(), all(ONE_TO_EIGHT)))
                    .hasToString("undefined: no open cycles in this window");
        }

        @Test
        void is_as_old_as_its_cycle() {
            Window day = new Window(at(0), at(24));
            MetricResult.Value value = (MetricResult.Value) result(WorkItemAge.calculator(), day, at(100), log);
            assertThat(value.headline()).isEqualTo(hours(23));
            assertThat(value.parts()).contains(entry("max", hours(24)), entry("min", hours(22)));
            assertThat(value.n()).isEqualTo(3);
        }

        @Test
        void that_is_not_there_has_no_age_and_in_the_future_nothing_is_known() {
            assertThat(result(WorkItemAge.calculator(), all(way("L", 0).retired(1))))
                    .hasToString("undefined: no open cycles are known");
            Window later = new Window(at(24), at(48));
            assertThat(result(WorkInProgress.calculator(), later, at(12), log))
                    .hasToString("undefined: the window lies after what is known");
        }
    }

    @Nested
    class Throughput_per_day {
        @Test
        @Tag("MET-51")
        void of_6_changes_through_test_in_3_days_is_2() {
            Window days = new Window(at(0), at(72));
            LoopEvent[] events = all(IntStream.range(0, 6)
                    .mapToObj(i -> Ways.from("L" + i, TEST, i).to(RELEASE, i + 10))
                    .toArray(Ways[]::new));
            MetricResult.Value value = (MetricResult.Value) result(Throughput.calculator(), days, at(100), events);
            assertThat(value.parts().get("Test")).hasToString("2/day");
            assertThat(value.headline()).hasToString("0/day");
        }

        @Test
        void counts_a_change_once_however_often_it_was_sent_back() {
            MetricResult result = result(
                    Throughput.calculator(),
                    all(way("L", 0).to(CODE, 1).to(BUILD, 2).back(CODE, 3).to(BUILD, 4)));
            assertThat(((MetricResult.Value) result).n()).isEqualTo(2);
            assertThat(result.excluded()).containsExactly(entry("went back later", 1L));
        }
    }
}

package io.infinityloop.metrics.delivery;

import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.derive;
import static io.infinityloop.metrics.Log.labelled;
import static io.infinityloop.metrics.delivery.Figures.WEEK;
import static io.infinityloop.metrics.delivery.Figures.all;
import static io.infinityloop.metrics.delivery.Figures.build;
import static io.infinityloop.metrics.delivery.Figures.minute;
import static io.infinityloop.metrics.delivery.Figures.minutes;
import static io.infinityloop.metrics.delivery.Figures.ratio;
import static io.infinityloop.metrics.delivery.Figures.result;
import static io.infinityloop.metrics.delivery.Figures.status;
import static io.infinityloop.metrics.delivery.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.artifact.Build;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.MainLine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BuildMetricsTest {
    @Nested
    class Build_duration {
        private final LoopEvent[] log = {
            build("b1", 0, 4, Outcome.PASSED, "commit:a"),
            build("b2", 10, 16, Outcome.PASSED, "commit:b"),
            build("b3", 20, 28, Outcome.FAILED, "commit:b")
        };

        @Test
        @Tag("MET-07")
        void of_4_6_and_8_minutes_has_the_mean_6_and_the_median_6() {
            MetricResult.Value value = value(BuildDuration.calculator(), log);
            assertThat(value.headline()).isEqualTo(minutes(6));
            assertThat(value.parts())
                    .containsEntry("mean", minutes(6))
                    .containsEntry("median", minutes(6))
                    .containsEntry("p95", Amount.of(Duration.ofSeconds(468)));
            assertThat(value.n()).isEqualTo(3);
        }

        @Test
        @Tag("THR-08")
        void is_ideal_at_4_met_at_7_and_missed_at_15_and_30_minutes_which_is_an_anti_pattern() {
            assertThat(of(4)).isEqualTo(Target.Status.IDEAL);
            assertThat(of(7)).isEqualTo(Target.Status.MET);
            assertThat(of(15)).isEqualTo(Target.Status.MISSED);
            assertThat(of(30)).isEqualTo(Target.Status.MISSED);
            Target target =
                    Objects.requireNonNull(BuildDuration.DEFINITION.profile().target());
            assertThat(target.isBreachedBy(minutes(30))).isTrue();
            assertThat(target.isBreachedBy(Amount.of(Duration.ofSeconds(1799)))).isFalse();
            assertThat(target.isBreachedBy(minutes(15))).isFalse();
        }

        private Target.Status of(int length) {
            return status(BuildDuration.calculator(), build("b", 0, length, Outcome.PASSED));
        }

        @Test
        void leaves_out_what_has_no_verdict_or_no_end_or_ran_at_its_authors() {
            MetricResult result = result(
                    BuildDuration.calculator(),
                    build("b1", 0, 4, Outcome.CANCELLED),
                    build("b2", 0, 4, Outcome.SKIPPED),
                    build("b3", 0, 4, Outcome.UNKNOWN),
                    Log.recorded(Build.of("b4", minute(0), Outcome.RUNNING)),
                    Log.recorded(Build.of("b5", minute(0), Outcome.PASSED)),
                    labelled(build("b6", 0, 4, Outcome.PASSED), Labels.ENVIRONMENT, "local"));
            assertThat(result).isInstanceOf(MetricResult.Undefined.class);
            assertThat(result.excluded())
                    .containsOnly(
                            entry("cancelled", 1L),
                            entry("skipped", 1L),
                            entry("outcome unknown", 1L),
                            entry("still running", 1L),
                            entry("end unknown", 1L),
                            entry("on a developer's machine", 1L));
        }

        @Test
        void counts_other_attempts_or_only_passed_ones_where_that_is_chosen() {
            assertThat(value(BuildDuration.builder().attempts(Attempts.FIRST).build(), log)
                            .headline())
                    .isEqualTo(minutes(5));
            MetricResult.Value last =
                    value(BuildDuration.builder().attempts(Attempts.LAST).build(), log);
            assertThat(last.headline()).isEqualTo(minutes(6));
            assertThat(last.definition()).isEqualTo("delivery.build-duration@attempt-last");
            assertThat(last.excluded()).containsExactly(entry("another attempt", 1L));
            MetricResult.Value passed = value(
                    BuildDuration.builder()
                            .passedOnly()
                            .statistic(Statistic.MAX)
                            .build(),
                    log);
            assertThat(passed.headline()).isEqualTo(minutes(6));
            assertThat(passed.definition()).isEqualTo("delivery.build-duration@passed-max");
            assertThat(passed.excluded()).containsExactly(entry("failed", 1L));
        }

        @Test
        void does_not_hold_the_time_in_the_queue_which_is_apart() {
            Recorded build = labelled(
                    build("b", 10, 16, Outcome.PASSED), Labels.QUEUED, minute(7).toString());
            assertThat(value(BuildDuration.calculator(), build).headline()).isEqualTo(minutes(6));
            assertThat(value(BuildQueueTime.calculator(), build).headline()).isEqualTo(minutes(3));
            assertThat(result(BuildQueueTime.calculator(), log).excluded())
                    .containsExactly(entry("start of the wait unknown", 3L));
        }
    }

    @Nested
    class Build_success_rate {
        private LoopEvent[] log(int passed, int failed, int cancelled) {
            Stream<Recorded> green = IntStream.range(0, passed).mapToObj(i -> build("p" + i, i, i + 1, Outcome.PASSED));
            Stream<Recorded> red = IntStream.range(0, failed).mapToObj(i -> build("f" + i, i, i + 1, Outcome.FAILED));
            Stream<Recorded> stopped =
                    IntStream.range(0, cancelled).mapToObj(i -> build("c" + i, i, i + 1, Outcome.CANCELLED));
            return all(Stream.concat(green, Stream.concat(red, stopped)));
        }

        @Test
        @Tag("MET-08")
        void of_19_of_20_finished_builds_and_3_cancelled_ones_is_95_percent() {
            MetricResult.Value value = value(BuildSuccessRate.calculator(), log(19, 1, 3));
            assertThat(value.headline()).isEqualTo(ratio("0.95"));
            assertThat(value.n()).isEqualTo(20);
            assertThat(value.excluded()).containsExactly(entry("cancelled", 3L));
        }

        @Test
        @Tag("THR-07")
        void misses_its_target_at_19_of_20_and_meets_it_at_20_of_21() {
            assertThat(status(BuildSuccessRate.calculator(), log(19, 1, 0))).isEqualTo(Target.Status.MISSED);
            assertThat(status(BuildSuccessRate.calculator(), log(20, 1, 0))).isEqualTo(Target.Status.MET);
        }

        @Test
        void counts_what_broke_or_took_too_long_as_red() {
            assertThat(value(
                                    BuildSuccessRate.calculator(),
                                    build("b1", 0, 1, Outcome.ERROR),
                                    build("b2", 0, 1, Outcome.TIMED_OUT),
                                    build("b3", 0, 1, Outcome.PASSED),
                                    build("b4", 0, 1, Outcome.PASSED))
                            .headline())
                    .isEqualTo(ratio("0.5"));
        }

        @Test
        void counts_the_first_or_the_last_attempt_where_that_is_chosen() {
            LoopEvent[] retried = {
                build("b1", 0, 1, Outcome.FAILED, "commit:a"),
                build("b2", 1, 2, Outcome.FAILED, "commit:a"),
                build("b3", 2, 3, Outcome.PASSED, "commit:a"),
                build("b4", 3, 4, Outcome.PASSED, "commit:b")
            };
            assertThat(value(BuildSuccessRate.calculator(), retried).headline()).isEqualTo(ratio("0.5"));
            assertThat(value(BuildSuccessRate.builder().attempts(Attempts.FIRST).build(), retried)
                            .headline())
                    .isEqualTo(ratio("0.5"));
            MetricResult.Value last =
                    value(BuildSuccessRate.builder().attempts(Attempts.LAST).build(), retried);
            assertThat(last.headline()).isEqualTo(ratio("1"));
            assertThat(last.n()).isEqualTo(2);
        }

        @Test
        void counts_builds_of_the_main_line_only_where_that_is_chosen() {
            MetricResult.Value value = value(
                    BuildSuccessRate.builder().mainLine(MainLine.USUAL).build(),
                    build("b1", 0, 1, Outcome.PASSED),
                    build("b2", 0, 1, Outcome.FAILED, "pull-request:7"),
                    labelled(build("b3", 0, 1, Outcome.FAILED), Labels.BRANCH, "feature"));
            assertThat(value.headline()).isEqualTo(ratio("1"));
            assertThat(value.excluded()).isEmpty();
            assertThat(value.definition()).isEqualTo("delivery.build-success-rate@main-line");
        }
    }

    @Nested
    class Repair_of_the_main_line {
        @Test
        @Tag("MET-19")
        void from_red_at_10_00_and_10_04_to_green_at_10_09_takes_9_minutes_and_is_one_episode() {
            MetricResult.Value value = value(
                    BrokenBuildRepair.calculator(),
                    build("b1", 595, 600, Outcome.FAILED),
                    build("b2", 600, 604, Outcome.FAILED),
                    build("b3", 604, 609, Outcome.PASSED));
            assertThat(value.headline()).isEqualTo(minutes(9));
            assertThat(value.n()).isEqualTo(1);
        }

        @Test
        @Tag("THR-10")
        void meets_its_target_at_10_00_and_misses_it_at_10_01() {
            assertThat(status(10)).isEqualTo(Target.Status.MET);
            assertThat(status(10 + 1 / 60.0)).isEqualTo(Target.Status.MISSED);
        }

        private Target.Status status(double minutes) {
            return Figures.status(
                    BrokenBuildRepair.calculator(),
                    build("b1", 0, 5, Outcome.FAILED),
                    build("b2", 5, 5 + minutes, Outcome.PASSED));
        }

        @Test
        void is_not_over_while_it_lasts_and_not_of_other_branches() {
            MetricResult result = result(
                    BrokenBuildRepair.calculator(),
                    build("b1", 0, 5, Outcome.FAILED),
                    labelled(build("b2", 0, 5, Outcome.FAILED), Labels.BRANCH, "feature"),
                    labelled(build("b3", 0, 9, Outcome.PASSED), Labels.BRANCH, "feature"));
            assertThat(result).isInstanceOf(MetricResult.Undefined.class);
            assertThat(result.excluded()).containsExactly(entry("not repaired yet", 1L));
        }

        @Test
        void is_of_the_branch_that_is_named() {
            MetricResult.Value value = value(
                    BrokenBuildRepair.calculator(MainLine.of("develop")),
                    labelled(build("b2", 0, 5, Outcome.FAILED), Labels.BRANCH, "develop"),
                    labelled(build("b3", 0, 9, Outcome.PASSED), Labels.BRANCH, "develop"));
            assertThat(value.headline()).isEqualTo(minutes(4));
            assertThat(value.definition()).isEqualTo("delivery.broken-build-repair@main-line");
        }
    }

    @Nested
    class Green_main_line {
        private final Window day = new Window(minute(0), minute(24 * 60));

        @Test
        @Tag("GATE-09")
        void of_24_hours_with_36_minutes_red_is_97_point_5_percent() {
            MetricResult.Value value = (MetricResult.Value) result(
                    GreenMainLine.calculator(),
                    day,
                    build("b0", -10, -5, Outcome.PASSED),
                    build("b1", 90, 100, Outcome.FAILED),
                    build("b2", 130, 136, Outcome.PASSED));
            assertThat(value.headline()).isEqualTo(ratio("0.975"));
            assertThat(value.parts())
                    .containsExactly(
                            entry("observed time", Amount.of(Duration.ofHours(24))), entry("red time", minutes(36)));
        }

        @Test
        void counts_from_the_first_build_on_and_what_is_still_red_and_what_was_red_before() {
            assertThat(green(build("b0", 710, 720, Outcome.PASSED), build("b1", 1070, 1080, Outcome.FAILED)))
                    .isEqualTo(ratio("0.5"));
            assertThat(green(build("b0", -20, -10, Outcome.FAILED), build("b1", 700, 720, Outcome.PASSED)))
                    .isEqualTo(ratio("0.5"));
        }

        private Amount green(LoopEvent... events) {
            return ((MetricResult.Value) result(GreenMainLine.calculator(), day, events)).headline();
        }

        @Test
        void is_undefined_without_a_build_before_the_end_of_the_window() {
            assertThat(result(GreenMainLine.calculator(), day, build("b", 2000, 2001, Outcome.PASSED)))
                    .isInstanceOf(MetricResult.Undefined.class);
        }
    }

    @Nested
    class Build_coverage {
        private final LoopEvent[] log = {
            commit("a", 1),
            commit("b", 2),
            commit("c", 3),
            build("b1", 61, 62, Outcome.PASSED, "commit:a"),
            build("b2", 181, 182, Outcome.FAILED, "commit:c"),
            labelled(build("b3", 130, 131, Outcome.PASSED, "commit:b"), Labels.ENVIRONMENT, "local")
        };

        @Test
        @Tag("GATE-03")
        void of_3_commits_and_2_builds_is_66_point_7_percent_and_the_missing_revision_is_named() {
            BuildCoverage coverage = BuildCoverage.of(derive(log), WEEK);
            assertThat(coverage.share()).contains(ratio("0.666666667"));
            assertThat(coverage.missing()).containsExactly("b");
            assertThat(coverage.built()).containsExactly("a", "c");
            assertThat(value(BuildCoverage.calculator(), log).headline()).isEqualTo(ratio("0.666666667"));
        }

        @Test
        void says_nothing_where_no_build_is_known() {
            assertThat(result(BuildCoverage.calculator(), commit("a", 1)).excluded())
                    .containsExactly(entry("no build is known", 1L));
            BuildCoverage coverage = BuildCoverage.of(derive(commit("a", 1)), WEEK);
            assertThat(coverage.missing()).isEqualTo(List.of());
            assertThat(coverage.share()).isEmpty();
        }
    }
}

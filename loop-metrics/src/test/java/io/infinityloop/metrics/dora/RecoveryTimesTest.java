package io.infinityloop.metrics.dora;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.dora.Case.deployed;
import static io.infinityloop.metrics.dora.Case.incident;
import static io.infinityloop.metrics.dora.Case.incidentCase;
import static io.infinityloop.metrics.dora.Case.quiet;
import static io.infinityloop.metrics.dora.Case.rollback;
import static io.infinityloop.metrics.dora.Measured.hours;
import static io.infinityloop.metrics.dora.Measured.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.artifact.RestoreClock;
import io.infinityloop.artifact.Severity;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.IncidentCase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RecoveryTimesTest {
    @Nested
    class Time_to_restore {
        private static final MetricCalculator<IncidentCase, ?> METRIC = TimeToRestore.calculator();

        @Test
        @Tag("MET-05")
        @Tag("D-14")
        void of_30_60_and_90_minutes_and_one_open_is_60_minutes() {
            MetricResult.Value value = Measured.value(
                    METRIC,
                    Log.resolved("INC-1", 1, 1.5),
                    Log.resolved("INC-2", 2, 3),
                    Log.resolved("INC-3", 4, 5.5),
                    Log.incident("INC-4", 160));
            assertThat(value.headline()).isEqualTo(minutes(60));
            assertThat(value.n()).isEqualTo(3);
            assertThat(value.parts())
                    .containsEntry("mean", minutes(60))
                    .containsEntry("median", minutes(60))
                    .containsEntry("open", Amount.count(1))
                    .containsEntry("open: oldest", hours(8));
            assertThat(METRIC.definition().profile().aliases()).contains("MTTR");
        }

        @Test
        @Tag("THR-05")
        void of_59_59_meets_the_target_of_less_than_an_hour_and_of_60_00_does_not() {
            Target target = Objects.requireNonNull(METRIC.definition().profile().target());
            IncidentCase hour = incidentCase("INC-1", 1, at(2));
            IncidentCase less = incidentCase("INC-1", 1, at(2).minusSeconds(1));
            assertThat(Measured.value(METRIC, less).headline())
                    .isEqualTo(Amount.of(Duration.ofMinutes(59).plusSeconds(59)));
            assertThat(target.judge(Measured.of(METRIC, less))).isEqualTo(Target.Status.MET);
            assertThat(target.judge(Measured.of(METRIC, hour))).isEqualTo(Target.Status.MISSED);
        }

        @Test
        void is_undefined_while_all_are_open_and_says_how_many() {
            MetricResult result = Measured.of(METRIC, incidentCase("INC-1", 1, null));
            assertThat(result).hasToString("undefined: no restored incidents in this window, 1 still open");
        }

        @Test
        void counts_an_incident_when_it_ends_and_as_open_before() {
            List<IncidentCase> one = List.of(incidentCase("INC-1", 20, at(24)));
            Window monday = new Window(at(0), at(24));
            Window tuesday = new Window(at(24), at(48));
            assertThat(Measured.of(METRIC, monday, at(48), one))
                    .hasToString("undefined: no restored incidents in this window, 1 still open");
            MetricResult.Value value = (MetricResult.Value) Measured.of(METRIC, tuesday, at(48), one);
            assertThat(value.headline()).isEqualTo(hours(4));
            assertThat(value.parts()).containsEntry("open", Amount.count(0));
            assertThat(Measured.of(METRIC, new Window(at(48), at(72)), at(72), one))
                    .hasToString("undefined: no restored incidents in this window");
        }

        @Test
        void can_stop_at_the_workaround_and_falls_back_to_the_restored_service() {
            MetricCalculator<IncidentCase, ?> mitigated =
                    TimeToRestore.builder().clock(RestoreClock.MITIGATED).build();
            MetricResult.Value value = Measured.value(
                    mitigated,
                    incidentCase("INC-1", 1, at(9), IncidentResponse.UNKNOWN.mitigated(at(2))),
                    incidentCase("INC-2", 1, at(4)));
            assertThat(value.headline()).isEqualTo(hours(2));
            assertThat(mitigated.definition().id()).isEqualTo("dora.time-to-restore@mitigated");
        }

        @Test
        void leaves_out_exercises_and_what_the_options_leave_out() {
            IncidentResponse minor = IncidentResponse.UNKNOWN.withSeverity(Severity.MINOR);
            IncidentResponse critical = IncidentResponse.UNKNOWN.withSeverity(Severity.CRITICAL);
            IncidentCase[] all = {
                incidentCase("practice", 1, at(100), IncidentResponse.UNKNOWN.asPractice()),
                incidentCase("minor", 1, at(2), minor),
                incidentCase("critical", 1, at(4), critical, "d1"),
                incidentCase("nobody said", 1, at(6))
            };
            assertThat(Measured.of(METRIC, all).excluded()).containsExactly(entry("exercise", 1L));
            MetricResult severe = Measured.of(
                    TimeToRestore.builder()
                            .severities(Severity.CRITICAL, Severity.MAJOR)
                            .build(),
                    all);
            assertThat(((MetricResult.Value) severe).headline()).isEqualTo(hours(3));
            assertThat(severe.excluded()).containsEntry("other severity", 2L);
            assertThat(Measured.value(
                                    TimeToRestore.builder()
                                            .cause(TimeToRestore.Cause.OTHER)
                                            .build(),
                                    all)
                            .headline())
                    .isEqualTo(hours(3));
            assertThat(Measured.value(
                                    TimeToRestore.builder()
                                            .cause(TimeToRestore.Cause.DEPLOYMENT)
                                            .build(),
                                    all)
                            .n())
                    .isEqualTo(1);
        }

        @Test
        void refuses_no_severity() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TimeToRestore.builder().severities())
                    .withMessage("without a severity no incident counts: expected at least one of"
                            + " [CRITICAL, MAJOR, MINOR, NOTICE]");
        }
    }

    @Nested
    class Failed_deployment_recovery_time {
        private static final MetricCalculator<Deployed, ?> METRIC = FailedDeploymentRecoveryTime.calculator();

        /** Deployed at 10, incident from 11 to 14, taken back at 12. */
        private static final Deployed TAKEN_BACK =
                deployed("d1", 10, incident("INC-1", 11, at(14)), rollback("d2", 11, at(12)));

        @Test
        void is_the_time_from_the_deployment_to_whatever_put_it_right_first() {
            MetricResult.Value value = Measured.value(
                    METRIC, TAKEN_BACK, deployed("fine", 20), deployed("open", 48, incident("INC-2", 50, null)));
            assertThat(value.headline()).isEqualTo(hours(2));
            assertThat(value.n()).isEqualTo(1);
            assertThat(value.parts())
                    .containsEntry("open", Amount.count(1))
                    .containsEntry("open: oldest", hours(168 - 48));
        }

        @Test
        void starts_and_ends_as_the_options_say() {
            assertThat(hoursWith(FailedDeploymentRecoveryTime.builder()
                            .start(FailedDeploymentRecoveryTime.Start.FAILURE_START)))
                    .isEqualTo(hours(1));
            assertThat(hoursWith(FailedDeploymentRecoveryTime.builder().end(FailedDeploymentRecoveryTime.End.ALL)))
                    .isEqualTo(hours(4));
            assertThat(FailedDeploymentRecoveryTime.builder()
                            .start(FailedDeploymentRecoveryTime.Start.DEPLOYMENT_END)
                            .statistic(Statistic.MEAN)
                            .build()
                            .definition()
                            .id())
                    .isEqualTo("dora.failed-deployment-recovery-time@from-deployment-end-mean");
        }

        private Amount hoursWith(FailedDeploymentRecoveryTime.Builder options) {
            return Measured.value(options.build(), TAKEN_BACK).headline();
        }

        @Test
        void starts_with_the_failure_where_that_came_before_the_end_of_the_roll_out() {
            Deployed steps = deployed("d1", 10, incident("INC-1", 9, at(12)));
            assertThat(Measured.value(METRIC, steps).headline()).isEqualTo(hours(3));
        }

        /** The linker puts incident and roll-back to d1; the roll-back comes first. */
        @Test
        void follows_from_events() {
            MetricResult.Value value = Measured.value(
                    METRIC,
                    Log.deployed("d0", 5),
                    Log.deployed("d1", 10),
                    Log.resolved("INC-1", 11, 14),
                    Log.deployed("back", 12, DeploymentPurpose.ROLLBACK, "deployment:d1"));
            assertThat(value.headline()).isEqualTo(hours(2));
            assertThat(value.n()).isEqualTo(1);
        }

        @Test
        void waits_for_the_last_incident() {
            Deployed two = deployed("d1", 10, incident("INC-1", 10, at(11)), incident("INC-2", 10, at(15)));
            assertThat(Measured.value(METRIC, two).headline()).isEqualTo(hours(5));
            Deployed open = deployed("d1", 10, incident("INC-1", 10, at(11)), incident("INC-2", 10, null));
            assertThat(Measured.of(METRIC, open)).isInstanceOf(MetricResult.Undefined.class);
        }

        @Test
        void leaves_out_what_failed_by_other_evidence_and_takes_it_if_asked() {
            Deployed quiet = deployed("d1", 10, quiet("INC-1", 10, at(11)));
            assertThat(Measured.of(METRIC, quiet).excluded())
                    .containsExactly(entry("failed by other evidence only", 1L));
            MetricCalculator<Deployed, ?> any = FailedDeploymentRecoveryTime.builder()
                    .evidence(FailedBy.values())
                    .build();
            assertThat(Measured.value(any, quiet).headline()).isEqualTo(hours(1));
        }

        @Test
        @Tag("THR-05")
        void has_the_target_of_less_than_an_hour() {
            Target target = Objects.requireNonNull(METRIC.definition().profile().target());
            assertThat(target.judge(minutes(60))).isEqualTo(Target.Status.MISSED);
            assertThat(target.judge(minutes(59))).isEqualTo(Target.Status.MET);
        }
    }
}

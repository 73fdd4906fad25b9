package io.infinityloop.metrics.dora;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.dora.Case.deployed;
import static io.infinityloop.metrics.dora.Case.incident;
import static io.infinityloop.metrics.dora.Case.quiet;
import static io.infinityloop.metrics.dora.Case.rollback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.MetricCalculator;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Target;
import io.infinityloop.metrics.Unit;
import io.infinityloop.metrics.Window;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Failure;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChangeFailureRateTest {
    private static final MetricCalculator<Deployed, ?> RATE = ChangeFailureRate.calculator();

    /** So many deployments, the first of which failed as given. */
    private static List<Deployed> deployments(int count, Failure[]... failures) {
        List<Deployed> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(deployed("d" + i, i, i < failures.length ? failures[i] : new Failure[0]));
        }
        return all;
    }

    private static Failure[] by(Failure... failures) {
        return failures;
    }

    @Test
    @Tag("MET-04")
    @Tag("D-13")
    void of_20_deployments_one_with_2_incidents_and_one_with_1_is_10_percent() {
        List<LoopEvent> log = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            log.add(Log.deployed("d" + i, i, DeploymentPurpose.DELIVERY));
        }
        log.add(Log.resolved("INC-1", 1, 2, "deployment:d0"));
        log.add(Log.resolved("INC-2", 3, 4, "deployment:d0"));
        log.add(Log.incident("INC-3", 2, "deployment:d1"));
        log.add(Log.deployed("back", 20, DeploymentPurpose.ROLLBACK, "deployment:d2"));
        MetricResult.Value value = Measured.value(RATE, log.toArray(LoopEvent[]::new));
        assertThat(value.headline()).hasToString("0.1");
        assertThat(value.n()).isEqualTo(20);
        assertThat(value.parts())
                .containsOnly(
                        entry("all", Amount.count(20)),
                        entry("failed", Amount.count(2)),
                        entry("immature", Amount.count(0)),
                        entry("rolled back without a failure", Amount.count(1)));
    }

    @Test
    @Tag("THR-04")
    void of_3_in_20_misses_the_target_of_less_than_15_percent_and_14_9_percent_meets_it() {
        Target target = Objects.requireNonNull(RATE.definition().profile().target());
        Failure[] failed = by(incident("INC-1", 1, at(2)));
        MetricResult threeOfTwenty = Measured.value(RATE, deployments(20, failed, failed, failed));
        assertThat(target.judge(threeOfTwenty)).isEqualTo(Target.Status.MISSED);
        assertThat(target.judge(new Amount(new BigDecimal("0.149"), Unit.RATIO)))
                .isEqualTo(Target.Status.MET);
        assertThat(target.judge(Measured.of(RATE, Measured.WEEK, Measured.WEEK.to(), List.of())))
                .isEqualTo(Target.Status.NO_DATA);
    }

    @Test
    void leaves_out_rollbacks_other_environments_and_what_never_ran() {
        MetricResult result = Measured.of(
                RATE,
                deployed("d1", 1),
                deployed("back", 2, DeploymentStatus.SUCCEEDED, DeploymentPurpose.ROLLBACK),
                deployed("broken", 3, DeploymentStatus.FAILED, DeploymentPurpose.DELIVERY),
                deployed("taken back", 4, DeploymentStatus.ROLLED_BACK, DeploymentPurpose.DELIVERY));
        assertThat(result.excluded()).containsOnly(entry("not successful", 1L), entry("roll-back", 1L));
        assertThat(((MetricResult.Value) result).parts())
                .containsEntry("all", Amount.count(2))
                .containsEntry("rolled back without a failure", Amount.count(1));
    }

    @Test
    void by_any_evidence_is_higher_than_by_what_customers_noticed() {
        List<Deployed> four = deployments(
                4, by(quiet("INC-1", 1, at(2))), by(rollback("r", 2, at(3))), by(incident("INC-2", 3, null)));
        MetricCalculator<Deployed, ?> anyIncident =
                ChangeFailureRate.builder().evidence(FailedBy.INCIDENT).build();
        MetricCalculator<Deployed, ?> incidentOrRollback = ChangeFailureRate.builder()
                .evidence(FailedBy.ROLLBACK, FailedBy.INCIDENT)
                .build();
        assertThat(Measured.value(RATE, four).headline()).hasToString("0.25");
        assertThat(Measured.value(anyIncident, four).headline()).hasToString("0.5");
        assertThat(Measured.value(incidentOrRollback, four).headline()).hasToString("0.75");
        assertThat(incidentOrRollback.definition().id()).isEqualTo("dora.change-failure-rate@incident-or-rollback");
        assertThat(incidentOrRollback.definition().purpose()).contains("Here: fails by incident-or-rollback.");
    }

    @Test
    void with_failed_runs_counts_what_never_ran_among_all_and_as_failed() {
        MetricCalculator<Deployed, ?> runs =
                ChangeFailureRate.builder().withFailedRuns().build();
        MetricResult.Value value = Measured.value(
                runs,
                deployed("d1", 1),
                deployed("d2", 2, DeploymentStatus.FAILED, DeploymentPurpose.DELIVERY),
                deployed("d3", 3, DeploymentStatus.CANCELLED, DeploymentPurpose.DELIVERY));
        assertThat(value.headline()).hasToString("0.666666667");
        assertThat(runs.definition().id()).isEqualTo("dora.change-failure-rate@failed-runs");
    }

    @Test
    void says_which_deployments_are_too_young_and_leaves_them_out_if_asked() {
        List<Deployed> three = List.of(
                deployed("old", 1), deployed("a day old", 24), deployed("young", 24.001, incident("INC", 25, null)));
        MetricResult.Value all = (MetricResult.Value) Measured.of(RATE, Measured.WEEK, at(48), three);
        assertThat(all.parts()).containsEntry("immature", Amount.count(1)).containsEntry("failed", Amount.count(1));
        MetricCalculator<Deployed, ?> mature =
                ChangeFailureRate.builder().matureOnly().build();
        MetricResult.Value old = (MetricResult.Value) Measured.of(mature, Measured.WEEK, at(48), three);
        assertThat(old.headline()).hasToString("0");
        assertThat(old.excluded()).containsExactly(entry("immature", 1L));
        MetricCalculator<Deployed, ?> soon =
                ChangeFailureRate.builder().horizon(Duration.ofHours(12)).build();
        assertThat(((MetricResult.Value) Measured.of(soon, Measured.WEEK, at(48), three)).parts())
                .containsEntry("immature", Amount.count(0));
    }

    @Test
    void can_count_a_failure_when_it_began() {
        Window monday = new Window(at(0), at(24));
        Window tuesday = new Window(at(24), at(48));
        List<Deployed> two = List.of(deployed("d1", 20, incident("INC", 25, at(26))), deployed("d2", 21));
        MetricCalculator<Deployed, ?> byFailure = ChangeFailureRate.builder()
                .bucket(ChangeFailureRate.Bucket.FAILURE)
                .build();
        assertThat(((MetricResult.Value) Measured.of(RATE, monday, at(48), two)).headline())
                .hasToString("0.5");
        assertThat(((MetricResult.Value) Measured.of(byFailure, monday, at(48), two)).headline())
                .hasToString("0");
        assertThat(((MetricResult.Value) Measured.of(byFailure, tuesday, at(48), two)).headline())
                .hasToString("1");
    }

    @Test
    void refuses_options_that_make_no_sense_with_one_sentence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeFailureRate.builder().evidence())
                .withMessageStartingWith(
                        "without evidence no deployment ever fails: expected at least one of [CUSTOMER_");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeFailureRate.builder().horizon(Duration.ofHours(-1)))
                .withMessage("the horizon PT-1H is negative: expected the time after which a failure has shown");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeFailureRate.builder()
                        .withFailedRuns()
                        .denominator(ChangeFailureRate.Denominator.SUCCEEDED)
                        .build())
                .withMessage("deployments that never ran are to count as failed, but SUCCEEDED leaves them out:"
                        + " expected the denominator ENDED");
    }
}

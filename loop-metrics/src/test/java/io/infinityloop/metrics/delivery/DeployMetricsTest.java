package io.infinityloop.metrics.delivery;

import static io.infinityloop.metrics.Log.advanced;
import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.commit;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.Log.resolved;
import static io.infinityloop.metrics.delivery.Figures.all;
import static io.infinityloop.metrics.delivery.Figures.build;
import static io.infinityloop.metrics.delivery.Figures.by;
import static io.infinityloop.metrics.delivery.Figures.deployment;
import static io.infinityloop.metrics.delivery.Figures.hours;
import static io.infinityloop.metrics.delivery.Figures.minutes;
import static io.infinityloop.metrics.delivery.Figures.ratio;
import static io.infinityloop.metrics.delivery.Figures.result;
import static io.infinityloop.metrics.delivery.Figures.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Share;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.MetricResult;
import io.infinityloop.metrics.Statistic;
import io.infinityloop.metrics.dora.ChangeFailureRate;
import io.infinityloop.metrics.dora.DeploymentFrequency;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeployMetricsTest {
    private static Recorded delivery(String id, double from, double to, DeploymentStatus status) {
        return deployment(id, from, to, status, DeploymentPurpose.DELIVERY);
    }

    @Nested
    class Duration_of_deployments {
        @Test
        @Tag("MET-10")
        void of_10_and_20_minutes_has_the_mean_15() {
            MetricResult.Value value = value(
                    DeploymentDuration.calculator(),
                    delivery("d1", 0, 10, DeploymentStatus.SUCCEEDED),
                    delivery("d2", 30, 50, DeploymentStatus.SUCCEEDED));
            assertThat(value.parts()).containsEntry("mean", minutes(15));
            assertThat(value.headline()).isEqualTo(minutes(15));
            assertThat(value.n()).isEqualTo(2);
        }

        @Test
        void leaves_out_what_did_not_come_to_a_verified_end() {
            LoopEvent[] log = {
                delivery("d1", 0, 10, DeploymentStatus.SUCCEEDED),
                delivery("d2", 0, 40, DeploymentStatus.FAILED),
                delivery("d3", 0, 0, DeploymentStatus.SUCCEEDED),
                delivery("d4", 0, 9, DeploymentStatus.CANCELLED),
                deployment("d5", 0, 3, DeploymentStatus.SUCCEEDED, DeploymentPurpose.ROLLBACK),
                deployed("instant", 1)
            };
            MetricResult.Value value = value(DeploymentDuration.calculator(), log);
            assertThat(value.headline()).isEqualTo(minutes(10));
            assertThat(value.excluded())
                    .containsOnly(
                            entry("not successful", 1L),
                            entry("one instant only", 2L),
                            entry("cancelled", 1L),
                            entry("roll-back", 1L));
            MetricResult.Value withFailed = value(
                    DeploymentDuration.builder()
                            .withFailed()
                            .statistic(Statistic.MEAN)
                            .build(),
                    log);
            assertThat(withFailed.headline()).isEqualTo(minutes(25));
            assertThat(withFailed.definition()).isEqualTo("delivery.deployment-duration@with-failed-mean");
        }
    }

    @Nested
    class Success_of_deployments {
        private LoopEvent[] log() {
            List<Recorded> log = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                log.add(delivery("d" + i, 60 * i, 60 * i + 10, DeploymentStatus.SUCCEEDED));
            }
            log.add(delivery("failed", 600, 610, DeploymentStatus.FAILED));
            log.add(delivery("cancelled", 600, 610, DeploymentStatus.CANCELLED));
            log.add(resolved("INC-1", 5.5, 6, "deployment:d5"));
            return all(log.stream());
        }

        @Test
        @Tag("MET-11")
        void of_10_of_which_1_failed_and_1_caused_an_incident_is_90_percent_and_the_failure_rate_is_apart() {
            MetricResult.Value success = value(DeploymentSuccessRate.calculator(), log());
            assertThat(success.headline()).isEqualTo(ratio("0.9"));
            assertThat(success.n()).isEqualTo(10);
            assertThat(success.excluded()).containsExactly(entry("cancelled", 1L));
            MetricResult.Value failures = value(ChangeFailureRate.calculator(), log());
            assertThat(failures.headline()).isEqualTo(ratio("0.111111111"));
            assertThat(failures.n()).isEqualTo(9);
        }

        @Test
        @Tag("DEP-19")
        void counts_what_was_taken_back_and_not_the_roll_back() {
            LoopEvent[] log = {
                delivery("d1", 0, 10, DeploymentStatus.SUCCEEDED),
                delivery("d2", 20, 30, DeploymentStatus.ROLLED_BACK),
                deployment("back", 30, 35, DeploymentStatus.SUCCEEDED, DeploymentPurpose.ROLLBACK)
            };
            assertThat(value(DeploymentSuccessRate.calculator(), log).headline())
                    .isEqualTo(ratio("0.5"));
            MetricResult.Value back = value(RollbackRate.calculator(), log);
            assertThat(back.headline()).isEqualTo(ratio("0.5"));
            assertThat(back.excluded()).containsExactly(entry("roll-back", 1L));
            assertThat(value(DeploymentFrequency.calculator(), log).n()).isEqualTo(1);
        }
    }

    @Nested
    class Approvals {
        private Recorded approval(String id, double asked, double given, String... held) {
            return recorded(new Approval(
                    ArtifactMetadata.of(id, at(asked))
                            .derivedFrom(List.of(held).stream()
                                    .map(ArtifactRef::parse)
                                    .toList()),
                    "release-manager",
                    Approval.Answer.GRANTED,
                    at(given)));
        }

        @Test
        @Tag("MET-24")
        void asked_for_at_10_00_and_given_at_14_00_take_4_hours_which_is_half_of_a_lead_of_8() {
            LoopEvent[] log = {
                commit("a", 8),
                release("v1", 9, "commit:a"),
                approval("ok", 10, 14, "release:v1"),
                deployed("d1", 16, "release:v1")
            };
            assertThat(value(ApprovalWaitTime.calculator(), log).headline()).isEqualTo(hours(4));
            MetricResult.Value share = value(ApprovalWaitShare.calculator(), log);
            assertThat(share.headline()).isEqualTo(ratio("0.5"));
            assertThat(share.parts()).containsExactly(entry("lead time", hours(8)), entry("waited", hours(4)));
        }

        @Test
        void of_a_release_with_many_changes_are_set_against_their_mean_lead() {
            MetricResult.Value value = value(
                    ApprovalWaitShare.calculator(),
                    commit("before", 0),
                    deployed("d0", 1, "commit:before"),
                    commit("a", 2),
                    commit("b", 10, "a"),
                    release("v1", 11, "commit:b", "approval:ok"),
                    approval("ok", 11, 13),
                    deployed("d1", 14, "release:v1"));
            assertThat(value.parts()).containsEntry("lead time", hours(8));
            assertThat(value.headline()).isEqualTo(ratio("0.25"));
        }

        @Test
        void that_are_open_or_of_nothing_in_production_have_no_share() {
            LoopEvent[] log = {
                recorded(Approval.asked(ArtifactMetadata.of("open", at(1)), "release-manager")),
                approval("of nothing", 1, 2),
                approval("too long", 1, 9, "commit:a"),
                commit("a", 1),
                deployed("d", 4, "commit:a")
            };
            assertThat(result(ApprovalWaitShare.calculator(), log).excluded())
                    .containsOnly(
                            entry("not answered yet", 1L),
                            entry("lead time unknown", 1L),
                            entry("longer than the lead time", 1L));
            assertThat(value(ApprovalWaitTime.calculator(), log).excluded())
                    .containsExactly(entry("not answered yet", 1L));
        }
    }

    @Nested
    class Automation {
        @Test
        @Tag("MET-29")
        void of_6_of_8_moves_is_75_percent_and_the_2_manual_stages_are_named() {
            List<LoopEvent> log = new ArrayList<>();
            for (Stage stage : Stage.all()) {
                Advanced move = advanced("L", stage, stage.number(), stage.number() + 0.5);
                Trigger trigger = stage == Stage.PLAN || stage == Stage.RELEASE ? Trigger.MANUAL : Trigger.AUTOMATED;
                log.add(new Advanced(
                        move.metadata().with(trigger),
                        move.loop(),
                        move.transition(),
                        move.entered(),
                        move.artifacts()));
            }
            MetricResult.Value value = value(AutomationShare.calculator(), all(log.stream()));
            assertThat(value.headline()).isEqualTo(ratio("0.75"));
            assertThat(AutomationShare.manualStages(value)).containsExactly(Stage.PLAN, Stage.RELEASE);
            assertThat(value.parts()).containsEntry("build", ratio("1")).containsEntry("release", ratio("0"));
        }

        @Test
        void counts_builds_tests_releases_and_deployments_that_say_who_made_them() {
            MetricResult.Value value = value(
                    AutomationShare.calculator(),
                    by(Trigger.AUTOMATED, build("b", 0, 1, Outcome.PASSED)),
                    by(Trigger.MANUAL, delivery("d", 0, 1, DeploymentStatus.SUCCEEDED)),
                    by(Trigger.MANUAL, commit("a", 1)),
                    release("v1", 1));
            assertThat(value.headline()).isEqualTo(ratio("0.5"));
            assertThat(value.excluded()).containsExactly(entry("nobody said what set it off", 1L));
            assertThat(AutomationShare.manualStages(value)).containsExactly(Stage.DEPLOY);
        }
    }

    @Nested
    class Blast_radius {
        private Recorded exposure(String id, double hour, String flag, int percent) {
            return recorded(Exposure.of(id, at(hour), flag, Share.ofPercent(percent)));
        }

        @Test
        @Tag("DEP-14")
        void of_what_was_rolled_back_at_25_percent_is_25_percent() {
            MetricResult.Value value = value(
                    BlastRadius.calculator(),
                    exposure("e1", 1, "d1", 5),
                    exposure("e2", 2, "d1", 25),
                    exposure("e3", 3, "d1", 0),
                    exposure("e4", 4, "d2", 100));
            assertThat(value.headline()).isEqualTo(ratio("0.25"));
            assertThat(value.n()).isEqualTo(1);
            assertThat(value.excluded()).containsExactly(entry("not taken back", 1L));
        }

        @Test
        void of_many_is_the_highest_and_each_showing_is_one() {
            MetricResult.Value value = value(
                    BlastRadius.calculator(),
                    exposure("e0", 0, "f", 0),
                    exposure("e1", 1, "f", 5),
                    exposure("e2", 2, "f", 0),
                    exposure("e3", 3, "f", 50),
                    exposure("e4", 4, "f", 10),
                    exposure("e5", 5, "f", 0));
            assertThat(value.headline()).isEqualTo(ratio("0.5"));
            assertThat(value.parts()).containsExactly(entry("mean", ratio("0.275")), entry("min", ratio("0.05")));
        }
    }
}

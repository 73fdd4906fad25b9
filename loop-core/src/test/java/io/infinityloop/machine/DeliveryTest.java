package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.testkit.GivenLoop.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.Share;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.testkit.DecidedLoop;
import io.infinityloop.testkit.GivenLoop;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a delivery requires, stage by stage. */
class DeliveryTest {
    private static final LoopDefinition DELIVERY = LoopDefinition.delivery();

    @Test
    @Tag("ART-02")
    void what_each_stage_requires_is_produced_there_or_was_before() {
        Set<ArtifactKind> there = new HashSet<>();
        for (Stage stage : DELIVERY.order()) {
            Shop.leaving(stage).forEach(artifact -> there.add(artifact.kind()));
            List<ArtifactKind> required = DELIVERY.contracts(stage).stream()
                    .flatMap(contract -> contract.kinds().stream())
                    .distinct()
                    .toList();
            assertThat(required).as("%s requires something", stage).isNotEmpty();
            assertThat(there).as("after %s", stage).containsAll(required);
            assertThat(required).as("nothing of a later stage").allMatch(kind -> !stage.isBefore(kind.stage()));
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    @Tag("ART-02")
    void each_stage_is_left_with_what_it_produces_and_not_without(Stage stage) {
        GivenLoop loop = before(stage);
        loop.whenAdvanced(stage.next()).thenRefused("CONTRACT").thenStage(stage);
        loop.whenAdvanced(stage.next(), Shop.leaving(stage).toArray(Artifact[]::new))
                .thenAccepted()
                .thenStage(stage.next());
    }

    @Test
    @Tag("REL-09")
    void what_was_deployed_dark_is_shown_and_hidden_again_without_another_deployment() {
        Loop loop = Shop.loopIn(OPERATE, DELIVERY);
        List<Artifact> deployed = of(Deployment.class, loop);
        Exposure dark = Exposure.of("x0", Samples.T0, "pay-by-card", Share.ofPercent(0));
        Exposure shown = Exposure.of("x1", Samples.T0.plusSeconds(60), "pay-by-card", Share.ofPercent(5));

        loop.record(dark).orThrow();
        assertThat(deployed).singleElement().returns(true, artifact -> ((Deployment) artifact).isDelivery());
        assertThat(of(Exposure.class, loop)).containsExactly(dark).noneMatch(now -> ((Exposure) now).isExposed());
        loop.record(shown).orThrow();
        Exposure hidden = shown.withdrawn("x2", Samples.T0.plusSeconds(120));
        loop.record(hidden).orThrow();

        assertThat(of(Exposure.class, loop)).containsExactly(dark, shown, hidden);
        assertThat(of(Exposure.class, loop)).extracting(Artifact::at).doesNotHaveDuplicates();
        assertThat(of(Deployment.class, loop)).isEqualTo(deployed);
        assertThat(loop.stage()).isEqualTo(OPERATE);
    }

    private static List<Artifact> of(Class<? extends Artifact> type, Loop loop) {
        return loop.state().artifacts().stream().filter(type::isInstance).toList();
    }

    @Test
    @Tag("ART-03")
    void without_a_release_nothing_is_deployed_and_the_message_says_release() {
        GivenLoop loop = before(RELEASE);
        loop.whenAdvanced(DEPLOY)
                .thenRefusedSaying(
                        "cannot leave RELEASE", "no release with recovery is recorded; record the release with it")
                .thenStage(RELEASE)
                .thenPermitted();
        loop.recorded(Shop.release(Shop.DIGEST))
                .whenAdvanced(DEPLOY)
                .thenAccepted()
                .thenStage(DEPLOY);
    }

    @Test
    void messages_speak_of_each_kind_as_people_do() {
        before(OPERATE).whenAdvanced(MONITOR).thenRefusedSaying("record an operation-record");
        before(MONITOR).whenAdvanced(PLAN).thenRefusedSaying("record an insight");
        Artifact tested = Shop.tested(Shop.OTHER_DIGEST, Outcome.PASSED);
        before(TEST).whenAdvanced(RELEASE, tested).thenRefusedSaying("record a build-artifact of the same digest");
        given(LoopDefinition.delivery())
                .inStage(TEST)
                .whenAdvanced(RELEASE, tested)
                .thenRefusedSaying("no build-artifact names a digest; record a build-artifact");
    }

    @Test
    @Tag("ART-10")
    void code_is_not_left_without_a_commit() {
        before(CODE).whenAdvanced(BUILD).thenRefusedSaying("no commit is recorded");
        before(CODE).whenAdvanced(BUILD, Shop.leaving(CODE).get(0)).thenAccepted();
    }

    @Test
    @Tag("ART-17")
    void a_failed_test_run_keeps_the_change_in_test() {
        GivenLoop red = before(TEST).recorded(Shop.tested(Shop.DIGEST, Outcome.FAILED));
        red.whenAdvanced(RELEASE).thenRefused("OUTCOME_FAILED").thenStage(TEST);
        red.whenAdvanced(RELEASE, Shop.tested(Shop.DIGEST, Outcome.PASSED)).thenAccepted();
    }

    @Test
    @Tag("ART-19")
    void without_a_way_back_or_forward_a_release_is_not_deployed() {
        GivenLoop loop = before(RELEASE);
        Release none = Release.of("1.4.0", Samples.T0, "1.4.0", List.of())
                .with(Preparation.NONE.withDigests(List.of(Shop.DIGEST)));
        loop.whenAdvanced(DEPLOY, none).thenRefusedSaying("release:1.4.0 has no recovery");
        for (Recovery path : List.of(Recovery.rollbackTo("1.3.9"), Recovery.fixForward())) {
            loop.whenAdvanced(DEPLOY, none.with(none.preparation().withRecovery(path)))
                    .thenAccepted();
        }
    }

    @Test
    @Tag("ART-20")
    void what_is_released_and_deployed_is_what_was_tested() {
        GivenLoop loop = before(RELEASE);
        loop.whenAdvanced(DEPLOY, Shop.release(Shop.OTHER_DIGEST))
                .thenRefusedSaying(Shop.OTHER_DIGEST, Shop.DIGEST, "record a passed test-run of the same digest");
        GivenLoop released =
                loop.whenAdvanced(DEPLOY, Shop.release(Shop.DIGEST)).and();
        Deployment deployment = Deployment.toProduction("d1", Samples.T0, List.of());
        released.whenAdvanced(OPERATE, deployment.with(deployment.plan().withDigests(List.of(Shop.OTHER_DIGEST))))
                .thenRefusedSaying(Shop.OTHER_DIGEST, Shop.DIGEST);
        released.whenAdvanced(OPERATE, deployment.with(deployment.plan().withDigests(List.of(Shop.DIGEST))))
                .thenAccepted();
    }

    @Test
    @Tag("ART-20")
    void a_test_of_something_else_that_was_not_built_here_does_not_do() {
        before(TEST)
                .whenAdvanced(RELEASE, Shop.tested(Shop.OTHER_DIGEST, Outcome.PASSED))
                .thenRefusedSaying(Shop.OTHER_DIGEST, Shop.DIGEST);
        before(TEST)
                .whenAdvanced(RELEASE, TestRun.of("t1", Samples.T0, Outcome.PASSED))
                .thenRefusedSaying("test-run:t1 has no digests");
    }

    @Test
    void only_a_successful_deployment_to_production_leaves_deploy() {
        GivenLoop loop = before(DEPLOY);
        loop.whenAdvanced(OPERATE, deployment(Environment.STAGING, DeploymentStatus.SUCCEEDED))
                .thenRefusedSaying("no successful deployment to PRODUCTION");
        loop.whenAdvanced(OPERATE, deployment(Environment.PRODUCTION, DeploymentStatus.IN_PROGRESS))
                .thenRefused("CONTRACT");
        loop.whenAdvanced(OPERATE, deployment(Environment.PRODUCTION, DeploymentStatus.FAILED))
                .thenRefused("OUTCOME_FAILED", "CONTRACT");
        loop.recorded(deployment(Environment.PRODUCTION, DeploymentStatus.SUCCEEDED))
                .whenAdvanced(OPERATE, deployment("d2", Environment.PRODUCTION, DeploymentStatus.ROLLED_BACK))
                .thenRefused("OUTCOME_FAILED", "CONTRACT");
    }

    @Test
    void what_was_deployed_before_the_stage_was_entered_does_not_leave_it() {
        GivenLoop early = before(RELEASE).recorded(deployment(Environment.PRODUCTION, DeploymentStatus.SUCCEEDED));
        GivenLoop loop = early.whenAdvanced(DEPLOY, Shop.release(Shop.DIGEST))
                .thenAccepted()
                .and();
        loop.whenAdvanced(OPERATE).thenRefusedSaying("no successful deployment to PRODUCTION is recorded since DEPLOY");
        loop.whenAdvanced(OPERATE, deployment("d2", Environment.PRODUCTION, DeploymentStatus.SUCCEEDED))
                .thenAccepted();
    }

    @Test
    @Tag("ART-23")
    void a_quiet_time_is_a_record_too_and_must_be_said() {
        OperationRecord quiet = OperationRecord.quiet("o1", Samples.T0, Samples.T0.plusSeconds(3600));
        before(OPERATE).whenAdvanced(MONITOR).thenRefusedSaying("no operation-record");
        DecidedLoop observed = before(OPERATE).whenAdvanced(MONITOR, quiet).thenAccepted();
        assertThat(observed.state().artifacts()).as("MONITOR has it").contains(quiet);
    }

    @Test
    @Tag("ART-24")
    @Tag("FBK-01")
    void a_cycle_is_closed_with_an_insight_of_this_cycle() {
        GivenLoop loop = before(MONITOR);
        loop.whenAdvanced(PLAN).thenRefusedSaying("no insight is recorded since MONITOR was entered");
        Insight insight = Insight.of("i1", Samples.T0, "one in three pays by card");
        DecidedLoop closed = loop.whenAdvanced(PLAN, insight).thenAccepted().thenRound(2, 1);
        assertThat(closed.state().artifacts())
                .as("it is the input of the next plan")
                .containsExactly(insight);

        GivenLoop second = closed.and();
        for (Stage stage : DELIVERY.order().subList(0, 7)) {
            second = second.whenAdvanced(stage.next(), Shop.leaving(stage).toArray(Artifact[]::new))
                    .and();
        }
        second.whenAdvanced(PLAN)
                .thenRefusedSaying("no insight is recorded since MONITOR was entered")
                .thenStage(MONITOR);
    }

    @Test
    @Tag("FBK-01")
    void a_cycle_is_closed_with_the_record_that_nothing_was_found() {
        before(MONITOR)
                .whenAdvanced(PLAN, Insight.nothingFound("i1", Samples.T0))
                .thenAccepted()
                .thenStage(PLAN)
                .thenRound(2, 1);
    }

    @Test
    @Tag("ART-05")
    void an_item_is_done_when_it_was_deployed_to_production_and_observed() {
        Loop loop = Shop.loopIn(PLAN, DELIVERY);
        for (Stage stage : DELIVERY.order()) {
            assertThat(loop.isDone(Shop.item().ref())).as("in %s", stage).isFalse();
            if (stage == MONITOR) {
                loop.record(Insight.of("i1", Samples.T0, "one in three pays by card"))
                        .orThrow();
                assertThat(loop.isDone(Shop.item().ref()))
                        .as("observed in MONITOR")
                        .isTrue();
            }
            Shop.advance(loop);
        }
        assertThat(loop.isDone(Shop.item().ref())).as("in the next cycle").isTrue();
        assertThat(loop.isDone(Shop.release(Shop.DIGEST).ref()))
                .as("no plan item")
                .isFalse();
    }

    @Test
    @Tag("ART-05")
    void what_was_observed_and_never_deployed_to_production_is_not_done() {
        Loop loop = Samples.loopIn(PLAN);
        loop.record(Shop.item()).orThrow();
        loop.record(deployment(Environment.STAGING, DeploymentStatus.SUCCEEDED)).orThrow();
        while (loop.stage() != MONITOR) {
            loop.advance(loop.stage().next()).orThrow();
        }
        loop.record(deployment("d2", Environment.PRODUCTION, DeploymentStatus.FAILED))
                .orThrow();
        loop.record(Insight.of("i1", Samples.T0, "nobody pays by card")).orThrow();
        assertThat(loop.isDone(Shop.item().ref())).isFalse();

        loop.record(deployment("d3", Environment.PRODUCTION, DeploymentStatus.SUCCEEDED))
                .orThrow();
        loop.record(Insight.of("i2", Samples.T0, "one in three pays by card")).orThrow();
        assertThat(loop.isDone(Shop.item().ref())).isTrue();
    }

    @Test
    @Tag("ART-05")
    void what_was_sent_back_behind_its_deployment_is_not_done() {
        Loop loop = Shop.loopIn(MONITOR, DELIVERY);
        loop.returnTo(CODE, "the deployment was wrong").orThrow();
        loop.record(Insight.of("i1", Samples.T0, "seen too early")).orThrow();
        assertThat(loop.isDone(Shop.item().ref())).isFalse();
        Shop.moved(loop, MONITOR).record(Insight.of("i2", Samples.T0, "seen")).orThrow();
        assertThat(loop.isDone(Shop.item().ref())).isTrue();
    }

    @Test
    @Tag("REL-10")
    void delivery_waits_for_a_go_and_deployment_moves_on_by_itself() {
        Release release = Shop.release(Shop.DIGEST);
        Loop waiting = Shop.loopIn(RELEASE, LoopDefinition.delivery(DeliveryMode.DELIVERY));
        waiting.record(release).orThrow();
        assertThat(waiting.stage()).isEqualTo(RELEASE);
        assertThat(waiting.advance(DEPLOY))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.message()).contains("no approval is recorded"));
        Approval asked = Approval.asked(ArtifactMetadata.of("go-1", Samples.T0), "release-manager");
        waiting.record(asked).orThrow();
        assertThat(waiting.advance(DEPLOY).isAccepted()).isFalse();
        waiting.record(asked.granted(Samples.T0.plusSeconds(60))).orThrow();
        assertThat(waiting.advance(DEPLOY).isAccepted()).isTrue();

        Loop moving = Shop.loopIn(RELEASE, LoopDefinition.delivery(DeliveryMode.DEPLOYMENT));
        Decision.Accepted moved = moving.record(release).orThrow();
        assertThat(moving.stage()).isEqualTo(DEPLOY);
        assertThat(moved.events()).hasSize(2);
        assertThat(moving.history()).last().satisfies(step -> {
            assertThat(step.trigger()).isEqualTo(Trigger.AUTOMATED);
            assertThat(step.from()).isEqualTo(RELEASE);
        });
    }

    @ParameterizedTest
    @EnumSource(DeliveryMode.class)
    @Tag("REL-10")
    void with_a_failed_report_neither_gets_beyond_test(DeliveryMode mode) {
        Loop loop = Shop.loopIn(TEST, LoopDefinition.delivery(mode));
        loop.record(Shop.tested(Shop.DIGEST, Outcome.FAILED)).orThrow();
        loop.record(Shop.release(Shop.DIGEST)).orThrow();
        assertThat(loop.advance(RELEASE).isAccepted()).isFalse();
        assertThat(loop.stage()).isEqualTo(TEST);
    }

    @Test
    void an_approval_that_was_denied_is_no_go() {
        Loop loop = Shop.loopIn(RELEASE, LoopDefinition.delivery(DeliveryMode.DELIVERY));
        loop.record(
                Approval.asked(ArtifactMetadata.of("go-1", Samples.T0), "qa").granted(Samples.T0));
        loop.record(Approval.asked(ArtifactMetadata.of("go-2", Samples.T0), "security")
                .denied(Samples.T0));
        Decision decision = loop.advance(DEPLOY, Shop.release(Shop.DIGEST));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.message()).contains("go-2", "security", "DENIED"));
    }

    private static GivenLoop before(Stage stage) {
        GivenLoop loop = given(DELIVERY);
        for (Stage earlier : DELIVERY.order().subList(0, stage.number() - 1)) {
            loop = loop.whenAdvanced(earlier.next(), Shop.leaving(earlier).toArray(Artifact[]::new))
                    .thenAccepted()
                    .and();
        }
        return loop;
    }

    private static Deployment deployment(Environment environment, DeploymentStatus status) {
        return deployment("d1", environment, status);
    }

    private static Deployment deployment(String id, Environment environment, DeploymentStatus status) {
        return Deployment.observed(ArtifactMetadata.of(id, Samples.T0), environment, status, null);
    }
}

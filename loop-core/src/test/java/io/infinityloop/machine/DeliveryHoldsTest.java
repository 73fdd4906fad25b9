package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.artifact.Environment.PRODUCTION;
import static io.infinityloop.machine.Samples.T0;
import static io.infinityloop.machine.Shop.DIGEST;
import static io.infinityloop.machine.Shop.OTHER_DIGEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestCoverage;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.artifact.Verification;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What looks like what a delivery requires, and is not. */
class DeliveryHoldsTest {
    private static Loop in(Stage stage) {
        return Shop.loopIn(stage, LoopDefinition.delivery());
    }

    private static Deployment deployed(String id, Environment environment, DeploymentStatus status, String... digests) {
        Deployment deployment = Deployment.observed(ArtifactMetadata.of(id, T0), environment, status, null);
        return deployment.with(deployment.plan().withDigests(List.of(digests)));
    }

    private static Deployment rollback(String id) {
        Deployment back = deployed(id, Environment.PRODUCTION, DeploymentStatus.SUCCEEDED);
        return back.with(back.plan().withPurpose(DeploymentPurpose.ROLLBACK));
    }

    private static TestRun run(String id, Stage stage, String subject, Outcome outcome, String... digests) {
        return new TestRun(
                ArtifactMetadata.of(id, T0),
                stage,
                subject,
                outcome,
                TestRun.Counts.NONE,
                null,
                TestCoverage.UNKNOWN.withDigests(List.of(digests)));
    }

    @Nested
    class A_rollback {
        @Test
        @Tag("DEP-19")
        void brings_nothing_into_production() {
            Loop loop = in(DEPLOY);
            assertThat(loop.advance(OPERATE, rollback("back")).isAccepted()).isFalse();
            assertThat(loop.stage()).isEqualTo(DEPLOY);
        }

        @Test
        @Tag("DEP-19")
        void is_a_deployment_of_its_own_in_the_same_stage_and_counts_as_no_delivery_and_no_failed_change() {
            Loop loop = in(DEPLOY);
            Deployment bad = Deployment.start(ArtifactMetadata.of("d1", T0), Shop.release(DIGEST), PRODUCTION)
                    .rolledBack(T0, Verification.failed("smoke"));
            Deployment back = bad.rollback("d2", T0).succeeded(T0, Verification.passed("health"));
            List<HistoryEntry> moves = loop.history();
            loop.record(bad).orThrow();
            loop.record(back).orThrow();

            assertThat(loop.stage()).isEqualTo(DEPLOY);
            assertThat(loop.state().attempt()).isEqualTo(1);
            assertThat(loop.history()).as("transitions and returns").isEqualTo(moves);
            assertThat(loop.advance(OPERATE).isAccepted()).isFalse();
            assertThat(back.plan().purpose()).isEqualTo(DeploymentPurpose.ROLLBACK);
            assertThat(back.replaces()).containsExactly(bad.ref());
            assertThat(List.of(bad, back)).noneMatch(Deployment::isDelivery);
            Incident incident = new Incident(
                    ArtifactMetadata.of("i1", T0).derivedFrom(List.of(bad.ref())), "no checkout", true, null);
            assertThat(incident.causes()).containsExactly(bad.ref());
        }

        @Test
        void takes_back_what_was_deployed_and_a_new_delivery_brings_it_again() {
            Loop loop = in(DEPLOY);
            loop.record(deployed("d1", Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, DIGEST));
            loop.record(rollback("back"));
            assertThat(loop.advance(OPERATE).isAccepted()).isFalse();
            Deployment again = deployed("d2", Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, DIGEST);
            assertThat(loop.advance(OPERATE, again).isAccepted()).isTrue();
        }

        @Test
        void does_not_make_a_failed_deployment_good() {
            Loop loop = Samples.loopIn(DEPLOY);
            loop.record(deployed("d1", Environment.PRODUCTION, DeploymentStatus.FAILED));
            loop.record(rollback("back"));
            assertThat(loop.advance(OPERATE).isAccepted()).as("order only").isFalse();
        }

        @Test
        void makes_no_item_done() {
            Loop loop = in(OPERATE);
            loop.record(rollback("back"));
            Shop.advance(loop);
            loop.record(Insight.of("i0", T0, "it is gone again"));
            assertThat(loop.isDone(Shop.item().ref())).isFalse();
        }
    }

    @Nested
    class A_digest {
        @Test
        void in_staging_does_not_stand_for_the_one_in_production() {
            Loop loop = in(DEPLOY);
            loop.record(deployed("d1", Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, OTHER_DIGEST));
            loop.record(deployed("d2", Environment.STAGING, DeploymentStatus.SUCCEEDED, DIGEST));
            loop.record(deployed("d3", Environment.UNKNOWN, DeploymentStatus.SUCCEEDED, DIGEST));
            loop.record(deployed("d4", Environment.PRODUCTION, DeploymentStatus.IN_PROGRESS, DIGEST));
            assertThat(loop.advance(OPERATE).isAccepted()).isFalse();
        }

        @Test
        void of_a_run_that_did_not_pass_or_of_build_does_not_stand_for_the_one_that_was_tested() {
            Loop loop = in(TEST);
            loop.record(run("t1", TEST, "e2e", Outcome.PASSED));
            loop.record(run("t2", BUILD, "unit", Outcome.PASSED, DIGEST));
            loop.record(run("t3", TEST, "slow", Outcome.CANCELLED, DIGEST));
            assertThat(loop.advance(RELEASE).isAccepted()).isFalse();
            assertThat(loop.advance(RELEASE, run("t4", TEST, "e2e", Outcome.PASSED, DIGEST))
                            .isAccepted())
                    .isTrue();
        }

        @Test
        void is_named_by_one_suite_and_the_others_may_say_nothing() {
            Loop loop = in(TEST);
            loop.record(run("t1", TEST, "e2e", Outcome.PASSED, DIGEST));
            assertThat(loop.advance(RELEASE, run("t2", TEST, "licences", Outcome.PASSED))
                            .isAccepted())
                    .isTrue();
        }

        @Test
        void that_only_a_run_of_build_tested_is_not_released() {
            Loop loop = in(BUILD);
            loop.record(Shop.built(OTHER_DIGEST));
            loop.record(run("t1", BUILD, "unit", Outcome.PASSED, OTHER_DIGEST));
            loop.record(Shop.built(DIGEST));
            Shop.moved(loop, RELEASE);
            assertThat(loop.advance(DEPLOY, Shop.release(OTHER_DIGEST)).isAccepted())
                    .isFalse();
        }

        @Test
        @Tag("ART-20")
        void whose_last_test_failed_is_not_released() {
            Loop loop = in(BUILD);
            loop.record(Shop.built("sha256:b", "shop-b"));
            loop.advance(TEST, Shop.built(DIGEST)).orThrow();
            loop.record(run("t1", TEST, "e2e", Outcome.PASSED, DIGEST));
            loop.record(run("t2", TEST, "e2e", Outcome.FAILED, DIGEST));
            loop.advance(RELEASE, run("t3", TEST, "e2e", Outcome.PASSED, "sha256:b"))
                    .orThrow();
            assertThat(loop.advance(DEPLOY, Shop.release(DIGEST)).isAccepted()).isFalse();
            assertThat(loop.advance(DEPLOY, Shop.release("sha256:b")).isAccepted())
                    .isTrue();
        }

        @Test
        @Tag("ART-20")
        void of_a_release_that_was_replaced_is_not_deployed_untested() {
            Loop loop = in(RELEASE);
            Release first = Release.of("1.4.0-rc1", T0, "1.4.0-rc1", List.of());
            loop.record(first.with(Shop.release(OTHER_DIGEST).preparation())).orThrow();
            loop.advance(DEPLOY, Shop.release(DIGEST)).orThrow();
            assertThat(loop.advance(
                                    OPERATE,
                                    deployed("d1", Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, OTHER_DIGEST))
                            .isAccepted())
                    .isFalse();
        }
    }

    @Nested
    class An_approval {
        private final Loop loop = Shop.loopIn(RELEASE, LoopDefinition.delivery(DeliveryMode.DELIVERY));
        private final Release second = Release.of("1.5.0", T0, "1.5.0", List.of())
                .with(Shop.release(DIGEST).preparation());

        private Approval of(Release release) {
            return Approval.asked(
                    ArtifactMetadata.of("go-" + release.version(), T0).derivedFrom(List.of(release.ref())),
                    "release-manager");
        }

        @Test
        void is_no_go_for_the_release_that_came_after_it() {
            Release first = Shop.release(DIGEST);
            loop.record(first);
            loop.record(of(first).granted(T0));
            assertThat(loop.advance(DEPLOY, second).isAccepted()).isFalse();
            assertThat(loop.advance(DEPLOY, second, of(second).granted(T0)).isAccepted())
                    .isTrue();
        }

        @Test
        void denied_to_a_release_does_not_hold_the_next() {
            Release first = Shop.release(DIGEST);
            loop.record(first);
            loop.record(of(first).denied(T0));
            assertThat(loop.advance(DEPLOY, of(second).granted(T0)).isAccepted())
                    .as("the first is still the latest")
                    .isFalse();
            assertThat(loop.advance(DEPLOY, second, of(second).granted(T0)).isAccepted())
                    .isTrue();
        }
    }

    @Test
    void what_is_planned_after_the_deployment_or_was_dropped_before_it_is_not_done() {
        Loop loop = in(Stage.CODE);
        PlanItem dropped = Shop.item();
        loop.returnTo(Stage.PLAN, "something else is wanted").orThrow();
        PlanItem kept = PlanItem.of("SHOP-2", T0, "Pay by phone");
        loop.advance(Stage.CODE, kept).orThrow();
        Shop.moved(loop, MONITOR);
        PlanItem next = PlanItem.of("SHOP-3", T0, "Pay by watch");
        loop.record(next).orThrow();
        loop.record(Insight.of("i0", T0, "some pay by phone")).orThrow();
        assertThat(loop.isDone(kept.ref())).isTrue();
        assertThat(loop.isDone(dropped.ref())).isFalse();
        assertThat(loop.isDone(next.ref())).isFalse();
    }

    @Test
    void what_is_said_again_word_for_word_heals_nothing() {
        Loop loop = in(TEST);
        Artifact good = run("t1", TEST, "e2e", Outcome.PASSED, DIGEST);
        loop.record(good).orThrow();
        loop.record(run("t2", TEST, "e2e", Outcome.FAILED, DIGEST)).orThrow();
        loop.record(good).orThrow();
        assertThat(loop.advance(RELEASE).isAccepted()).isFalse();
    }

    @Test
    @Tag("FBK-01")
    void the_insight_of_the_cycle_before_said_again_word_for_word_is_no_new_one() {
        Loop loop = in(MONITOR);
        Insight insight = Insight.of("i1", T0, "one in three pays by card");
        loop.advance(Stage.PLAN, insight).orThrow();
        Shop.moved(loop, MONITOR);
        assertThat(loop.advance(Stage.PLAN, insight).isAccepted()).isFalse();
        assertThat(loop.advance(Stage.PLAN, Insight.of("i2", T0, "two in three"))
                        .isAccepted())
                .isTrue();
    }
}

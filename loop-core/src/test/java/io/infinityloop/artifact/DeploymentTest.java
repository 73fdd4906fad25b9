package io.infinityloop.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeploymentTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final Instant END = T0.plusSeconds(600);
    private static final ArtifactMetadata SOME = ArtifactMetadata.of("d-1", T0);
    private static final Release RELEASE = new Release(ArtifactMetadata.of("r-1", T0), "1.4.2", "v1.4.2")
            .with(Preparation.NONE
                    .withNotes("n")
                    .withDigests(List.of("sha256:aa"))
                    .withRecovery(Recovery.rollbackTo("1.4.1")));
    private static final Deployment STARTED = Deployment.start(SOME, RELEASE, Environment.PRODUCTION);

    @Test
    @Tag("ART-21")
    void without_a_passed_verification_it_cannot_have_succeeded() {
        String refusal = "deployment d-1 SUCCEEDED without a passed verification: expected one, or UNREPORTED alone"
                + " from a source that does not tell";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STARTED.succeeded(END))
                .withMessage(refusal);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Deployment(
                        SOME,
                        Environment.PRODUCTION,
                        DeploymentStatus.SUCCEEDED,
                        END,
                        DeploymentPlan.UNKNOWN,
                        List.of()))
                .withMessage(refusal);
        for (Outcome outcome : Outcome.values()) {
            if (!outcome.isSuccess()) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> STARTED.succeeded(END, new Verification("smoke", outcome)))
                        .withMessageStartingWith("deployment d-1 SUCCEEDED ");
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> STARTED.succeeded(END, Verification.passed("smoke"), Verification.failed("health")))
                .withMessage("deployment d-1 SUCCEEDED though its verification health is FAILED");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        STARTED.succeeded(END, new Verification("smoke", Outcome.UNKNOWN), Verification.UNREPORTED))
                .withMessage(refusal);
    }

    @Test
    @Tag("ART-21")
    void it_has_release_environment_strategy_start_end_verifications_and_status() {
        Deployment done = STARTED.with(STARTED.plan().blueGreen(Colour.GREEN))
                .succeeded(END, Verification.passed("smoke"), Verification.passed("health"));

        assertThat(done.release()).contains(RELEASE.ref());
        assertThat(done.environment()).isEqualTo(Environment.PRODUCTION);
        assertThat(done.plan().strategy()).isEqualTo(DeploymentStrategy.BLUE_GREEN);
        assertThat(done.at()).isEqualTo(T0);
        assertThat(done.finishedAt()).isEqualTo(END);
        assertThat(done.verifications()).containsExactly(Verification.passed("smoke"), Verification.passed("health"));
        assertThat(done.status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(done.isVerified()).isTrue();
        assertThat(done.isSuccessfulInProduction()).isTrue();
        assertThat(done.gaps()).isEmpty();
        assertThat(STARTED.status()).isEqualTo(DeploymentStatus.IN_PROGRESS);
        assertThat(STARTED.failed(END, Verification.failed("smoke")).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(STARTED.rolledBack(END, Verification.failed("smoke")).status())
                .isEqualTo(DeploymentStatus.ROLLED_BACK);
    }

    @Test
    void what_a_feed_observed_says_that_nobody_reported_a_verification() {
        Deployment observed = Deployment.observed(SOME, Environment.PRODUCTION, DeploymentStatus.SUCCEEDED, END);

        assertThat(observed.verifications()).containsExactly(Verification.UNREPORTED);
        assertThat(observed.isUnreported()).isTrue();
        assertThat(observed.isVerified()).isFalse();
        assertThat(observed.isSuccessfulInProduction()).isTrue();
        assertThat(observed.gaps()).extracting(Gap::field).containsExactly("digests", "verifications");
        assertThat(observed.release()).isEmpty();
        assertThat(observed.recovery()).isEmpty();
        assertThat(observed)
                .isEqualTo(new Deployment(
                        SOME,
                        Environment.PRODUCTION,
                        DeploymentStatus.SUCCEEDED,
                        END,
                        DeploymentPlan.UNKNOWN,
                        List.of(Verification.UNREPORTED)));
        assertThat(Deployment.observed(SOME, Environment.PRODUCTION, DeploymentStatus.FAILED, END)
                        .verifications())
                .isEmpty();
        assertThat(Deployment.toProduction("d", T0, List.of()).isUnreported()).isTrue();
    }

    @Test
    @Tag("ART-22")
    void only_production_is_a_success_in_production() {
        assertThat(Environment.values())
                .extracting(Environment::name)
                .containsExactly("LOCAL", "CI", "TEST", "STAGING", "PRODUCTION", "UNKNOWN");
        for (Environment environment : Environment.values()) {
            for (DeploymentStatus status : DeploymentStatus.values()) {
                assertThat(Deployment.observed(SOME, environment, status, END).isSuccessfulInProduction())
                        .isEqualTo(environment == Environment.PRODUCTION && status == DeploymentStatus.SUCCEEDED);
            }
        }
        assertThat(Colour.values()).extracting(Colour::name).containsExactly("BLUE", "GREEN");
        assertThat(STARTED.plan().blueGreen(Colour.BLUE).colour()).isEqualTo(Colour.BLUE);
        assertThat(STARTED.plan()
                        .blueGreen(Colour.BLUE)
                        .withStrategy(DeploymentStrategy.ROLLING)
                        .colour())
                .isNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeploymentPlan(
                        "",
                        List.of(),
                        DeploymentStrategy.CANARY,
                        Colour.BLUE,
                        DeploymentPurpose.UNKNOWN,
                        null,
                        List.of()))
                .withMessage("the colour BLUE goes with the strategy BLUE_GREEN, not with CANARY");
    }

    @Test
    @Tag("DEP-12")
    void without_a_recovery_plan_it_cannot_start() {
        Release none = new Release(ArtifactMetadata.of("r-1", T0), "1.4.2", "v1.4.2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deployment.start(SOME, none, Environment.PRODUCTION))
                .withMessage("deployment d-1 of release 1.4.2 cannot start: the release names no recovery path,"
                        + " expected ROLLBACK to a version or FIX_FORWARD");
        assertThat(STARTED.recovery()).contains(Recovery.rollbackTo("1.4.1"));
        assertThat(STARTED.digests()).containsExactly("sha256:aa");
        assertThat(STARTED.plan().version()).isEqualTo("1.4.2");
        assertThat(STARTED.plan().purpose()).isEqualTo(DeploymentPurpose.DELIVERY);
        assertThat(STARTED.isRollback()).isFalse();
    }

    @Test
    @Tag("DEP-12")
    void a_rollback_is_one_call_and_brings_the_previous_version_back() {
        Deployment bad = Deployment.start(SOME.with(Labels.of(Labels.SERVICE, "shop")), RELEASE, Environment.PRODUCTION)
                .rolledBack(END, Verification.failed("smoke"));

        Deployment back = bad.rollback("d-2", END);

        assertThat(back.plan().version()).isEqualTo("1.4.1");
        assertThat(back.isRollback()).isTrue();
        assertThat(back.derivedFrom()).containsExactly(bad.ref());
        assertThat(back.labels()).isEqualTo(bad.labels());
        assertThat(back.stage()).isEqualTo(Stage.DEPLOY);
        Deployment live = back.succeeded(END.plusSeconds(60), Verification.passed("health"));
        assertThat(live.isSuccessfulInProduction()).isTrue();
        assertThat(live.plan().version()).isEqualTo("1.4.1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> live.rollback("d-3", END))
                .withMessage("deployment d-2 cannot be rolled back: its recovery path is FIX_FORWARD, expected ROLLBACK"
                        + " to a version");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Deployment.toProduction("d-9", T0, List.of()).rollback("d-3", END))
                .withMessageStartingWith("deployment d-9 cannot be rolled back: its recovery path is unknown");
    }

    @Test
    @Tag("ART-28")
    void an_asset_that_is_not_versioned_is_a_gap() {
        assertThat(AssetKind.values())
                .extracting(AssetKind::name)
                .contains("CODE", "CONFIGURATION", "INFRASTRUCTURE", "DATABASE_SCHEMA", "PIPELINE");
        Deployment deployment = STARTED.with(STARTED.plan()
                .withAssets(List.of(
                        new ChangedAsset(AssetKind.CODE, "shop", "4f2a91c"),
                        new ChangedAsset(AssetKind.CONFIGURATION, "flags.yml", ""))));

        assertThat(deployment.gaps())
                .containsExactly(new Gap(
                        "assets", "CONFIGURATION flags.yml is not versioned: it cannot be brought back as it was"));
        assertThat(STARTED.gaps()).isEmpty();
    }

    @Test
    @Tag("DEP-19")
    void a_rollback_brings_nothing_new_and_a_hotfix_does_and_both_say_what_they_replace() {
        Deployment bad = STARTED.succeeded(END, Verification.passed("smoke"));
        Deployment back = bad.rollback("d-2", END).succeeded(END, Verification.passed("health"));
        Release repaired = new Release(ArtifactMetadata.of("r-2", END), "1.4.3", "v1.4.3").with(RELEASE.preparation());
        Deployment hotfix = bad.hotfix(ArtifactMetadata.of("d-3", END), repaired);

        assertThat(bad.isDelivery()).isTrue();
        assertThat(bad.replaces()).isEmpty();
        assertThat(back.isSuccessfulInProduction()).isTrue();
        assertThat(back.isDelivery()).isFalse();
        assertThat(back.replaces()).containsExactly(bad.ref());
        assertThat(hotfix.plan().purpose()).isEqualTo(DeploymentPurpose.HOTFIX);
        assertThat(hotfix.plan().version()).isEqualTo("1.4.3");
        assertThat(hotfix.environment()).isEqualTo(Environment.PRODUCTION);
        assertThat(hotfix.release()).contains(repaired.ref());
        assertThat(hotfix.replaces()).containsExactly(bad.ref());
        assertThat(hotfix.isDelivery()).isFalse();
        assertThat(hotfix.succeeded(END, Verification.passed("smoke")).isDelivery())
                .isTrue();
    }

    @Test
    void a_plan_is_added_to_step_by_step() {
        DeploymentPlan plan = DeploymentPlan.UNKNOWN
                .withVersion("1.4.2")
                .withDigests(List.of("sha256:aa"))
                .withStrategy(DeploymentStrategy.CANARY)
                .withPurpose(DeploymentPurpose.ROLLBACK)
                .withRecovery(Recovery.fixForward())
                .withAssets(List.of(new ChangedAsset(AssetKind.PIPELINE, "ci", "7")));

        assertThat(plan)
                .isEqualTo(new DeploymentPlan(
                        "1.4.2",
                        List.of("sha256:aa"),
                        DeploymentStrategy.CANARY,
                        null,
                        DeploymentPurpose.ROLLBACK,
                        Recovery.fixForward(),
                        List.of(new ChangedAsset(AssetKind.PIPELINE, "ci", "7"))));
    }
}

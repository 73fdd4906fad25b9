package io.infinityloop.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Verification;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeploymentLifeTest {
    private static final Instant TEN = Instant.parse("2026-03-03T10:00:00Z");
    private static final Deployment STARTED = ProcessValues.started(ArtifactMetadata.of("d1", TEN));

    private final DeploymentLife deployed = deployed(STARTED);

    @Test
    @Tag("DEP-11")
    void a_failed_smoke_test_rolls_back_and_the_previous_version_is_live() {
        DeploymentLife back = deployed.smokeTested(
                        TEN.plusSeconds(90), Evidence.of("HTTP 500"), Verification.failed("smoke"))
                .orThrow();

        assertThat(deployed.liveVersion()).isEqualTo("1.2.3");
        assertThat(back.liveVersion()).isEqualTo("1.2.2");
        assertThat(back.deployment().status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
        assertThat(back.deployment().outcome().isFailure()).isTrue();
        assertThat(back.deployment().isSuccessfulInProduction()).isFalse();
        assertThat(back.deployment().verifications()).containsExactly(Verification.failed("smoke"));
        assertThat(back.deployment().finishedAt()).isEqualTo(TEN.plusSeconds(90));
        assertThat(back.deployment().rollback("d2", TEN.plusSeconds(90)).plan().version())
                .isEqualTo("1.2.2");
    }

    @Test
    @Tag("DEP-11")
    void a_failed_health_check_rolls_back_too() {
        DeploymentLife back = smokeTested()
                .healthChecked(TEN.plusSeconds(120), Evidence.NONE, new Verification("health", Outcome.UNKNOWN))
                .orThrow();

        assertThat(back.state()).isEqualTo(DeploymentState.ROLLED_BACK);
        assertThat(back.liveVersion()).isEqualTo("1.2.2");
    }

    @Test
    @Tag("DEP-11")
    void smoke_tests_and_a_health_check_make_it_a_success() {
        DeploymentLife verified = smokeTested()
                .healthChecked(TEN.plusSeconds(120), Evidence.NONE, Verification.passed("health"))
                .orThrow();

        assertThat(verified.deployment().status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(verified.deployment().verifications())
                .containsExactly(Verification.passed("smoke"), Verification.passed("health"));
        assertThat(verified.liveVersion()).isEqualTo("1.2.3");
        assertThat(RolloutTest.reason(
                        deployed.healthChecked(TEN.plusSeconds(99), Evidence.NONE, Verification.passed("health"))))
                .isEqualTo("cannot go from DEPLOYED to VERIFIED: after DEPLOYED comes SMOKE_TESTED or ROLLED_BACK or"
                        + " FAILED");
    }

    @Test
    void without_a_version_to_go_back_to_it_fails_and_stays() {
        DeploymentLife failed = deployed(STARTED.with(STARTED.plan().withRecovery(Recovery.fixForward())))
                .smokeTested(TEN.plusSeconds(90), Evidence.NONE, Verification.failed("smoke"))
                .orThrow();

        assertThat(failed.deployment().status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(failed.liveVersion()).isEqualTo("1.2.3");
    }

    @Test
    void what_does_not_come_to_run_fails_and_leaves_the_version_before() {
        DeploymentLife failed = DeploymentLife.start(STARTED)
                .failed(TEN.plusSeconds(5), Evidence.of("no space left"))
                .orThrow();

        assertThat(failed.deployment().status()).isEqualTo(DeploymentStatus.FAILED);
        assertThat(failed.liveVersion()).isEqualTo("1.2.2");
        assertThat(RolloutTest.reason(deployed.failed(TEN.plusSeconds(70), Evidence.NONE)))
                .endsWith("say how its checks ended");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deployed.smokeTested(TEN, Evidence.NONE))
                .withMessageContaining("expected at least one");
    }

    private DeploymentLife smokeTested() {
        return deployed.smokeTested(TEN.plusSeconds(90), Evidence.NONE, Verification.passed("smoke"))
                .orThrow();
    }

    private static DeploymentLife deployed(Deployment started) {
        return DeploymentLife.start(started).deployed(TEN.plusSeconds(60)).orThrow();
    }
}

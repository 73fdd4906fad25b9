package io.infinityloop.metrics.finding;

import static io.infinityloop.metrics.Log.at;
import static io.infinityloop.metrics.Log.deployed;
import static io.infinityloop.metrics.Log.deployment;
import static io.infinityloop.metrics.Log.recorded;
import static io.infinityloop.metrics.Log.release;
import static io.infinityloop.metrics.finding.Found.automated;
import static io.infinityloop.metrics.finding.Found.manual;
import static io.infinityloop.metrics.finding.Found.messages;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.Verification;
import io.infinityloop.event.Recorded;
import io.infinityloop.policy.DeploymentWindow;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DeployDetectorsTest {
    /** Friday, 9 January 2026, 16:00 UTC: 17:00 in Zurich, 11:00 in New York. */
    private static final double FRIDAY_16_UTC = 4 * 24 + 16;

    private static Recorded verified(Verification... checks) {
        Deployment running = new Deployment(
                ArtifactMetadata.of("d1", at(10)),
                Environment.PRODUCTION,
                DeploymentStatus.IN_PROGRESS,
                null,
                DeploymentPlan.UNKNOWN,
                List.of());
        return recorded(running.succeeded(at(10.5), checks));
    }

    @Test
    @Tag("ANTI-20")
    void a_deployment_by_hand_is_found() {
        assertThat(messages(DeployDetectors.manualDeployment(), 100, manual(deployed("d1", 10))))
                .containsExactly("deployment d1 was done by hand");
        assertThat(messages(DeployDetectors.manualDeployment(), 100, automated(deployed("d1", 10))))
                .isEmpty();
        assertThat(messages(DeployDetectors.manualDeployment(), 100, deployed("d1", 10)))
                .isEmpty();
        Recorded staging = deployment("d2", 10, Environment.STAGING, DeploymentStatus.SUCCEEDED);
        assertThat(messages(DeployDetectors.manualDeployment(), 100, manual(staging)))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-21")
    void a_deployment_whose_release_has_no_way_back_is_found() {
        Recorded deployment = deployed("d1", 10, "release:r1");
        assertThat(messages(DeployDetectors.noRecoveryPath(), 100, release("r1", 5), deployment))
                .containsExactly("deployment d1 went to production, and neither it nor its release says how it is taken"
                        + " back or repaired");
        Release prepared =
                Release.of("r1", at(5), "r1", List.of()).with(Preparation.NONE.withRecovery(Recovery.rollbackTo("r0")));
        assertThat(messages(DeployDetectors.noRecoveryPath(), 100, recorded(prepared), deployment))
                .isEmpty();
        Deployment told = (Deployment) deployment.artifact();
        Recorded own = recorded(told.with(told.plan().withRecovery(Recovery.fixForward())));
        assertThat(messages(DeployDetectors.noRecoveryPath(), 100, release("r1", 5), own))
                .isEmpty();
        assertThat(messages(DeployDetectors.noRecoveryPath(), 100, deployed("d1", 10)))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-22")
    void friday_at_17_is_found_and_the_same_instant_where_it_is_11_is_fine() {
        Recorded late = deployed("d1", FRIDAY_16_UTC);
        assertThat(Found.by(DeployDetectors.deploymentOutsideWindow(), 200, ZoneId.of("Europe/Zurich"), late))
                .extracting(Finding::message)
                .containsExactly(
                        "deployment d1 began late on Friday, at 17:00 in Europe/Zurich, outside of the window");
        assertThat(Found.by(DeployDetectors.deploymentOutsideWindow(), 200, ZoneId.of("America/New_York"), late))
                .isEmpty();
    }

    @Test
    @Tag("ANTI-22")
    void other_hours_are_named_too_and_what_puts_something_right_may_begin_at_any_time() {
        assertThat(messages(DeployDetectors.deploymentOutsideWindow(), 200, deployed("d1", 20)))
                .containsExactly("deployment d1 began on MONDAY at 20:00 in Z, outside of the window");
        assertThat(messages(DeployDetectors.deploymentOutsideWindow(), 200, deployed("d1", 96 + 6)))
                .containsExactly("deployment d1 began on FRIDAY at 06:00 in Z, outside of the window");
        assertThat(messages(DeployDetectors.deploymentOutsideWindow(), 200, deployed("d1", 10)))
                .isEmpty();
        assertThat(messages(
                        DeployDetectors.deploymentOutsideWindow(), 200, deployed("d1", 20, DeploymentPurpose.ROLLBACK)))
                .isEmpty();
        Detector<?, ?> inTokyo =
                DeployDetectors.deploymentOutsideWindow(DeploymentWindow.officeHours(ZoneId.of("Asia/Tokyo")));
        assertThat(messages(inTokyo, 200, deployed("d1", 10)))
                .containsExactly("deployment d1 began on MONDAY at 19:00 in Asia/Tokyo, outside of the window");
    }

    @Test
    @Tag("ANTI-23")
    void a_finished_deployment_without_a_result_of_a_check_is_found() {
        assertThat(messages(DeployDetectors.unverifiedDeployment(), 100, deployed("d1", 10)))
                .containsExactly("deployment d1 ended, and no smoke test or health check has a result");
        assertThat(messages(DeployDetectors.unverifiedDeployment(), 100, verified(Verification.passed("smoke"))))
                .isEmpty();
        Recorded running = deployment("d1", 10, Environment.PRODUCTION, DeploymentStatus.IN_PROGRESS);
        assertThat(messages(DeployDetectors.unverifiedDeployment(), 100, running))
                .isEmpty();
    }
}

package io.infinityloop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Recovery;
import io.infinityloop.artifact.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VersionDriftTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    private static Deployment deployed(String id, int hour, Environment where, DeploymentPlan plan) {
        Instant at = T0.plusSeconds(3_600L * hour);
        return new Deployment(
                ArtifactMetadata.of(id, at),
                where,
                DeploymentStatus.SUCCEEDED,
                at,
                plan,
                List.of(Verification.passed("smoke")));
    }

    private static Deployment deployed(String id, int hour, Environment where, String version) {
        return deployed(id, hour, where, DeploymentPlan.UNKNOWN.withVersion(version));
    }

    @Test
    @Tag("DEP-17")
    void another_version_than_desired_is_a_drift_until_it_is_synced() {
        Deployment v1 = deployed("d1", 0, Environment.PRODUCTION, "v1");
        Map<Environment, String> desired = Map.of(Environment.PRODUCTION, "v2");

        List<VersionDrift> drifts = VersionDrift.among(desired, List.of(v1));

        assertThat(drifts).containsExactly(new VersionDrift(Environment.PRODUCTION, "v2", "v1"));
        DeploymentPlan sync = drifts.get(0).sync();
        assertThat(sync.version()).isEqualTo("v2");
        assertThat(sync.recovery()).isEqualTo(Recovery.rollbackTo("v1"));
        assertThat(VersionDrift.among(desired, List.of(deployed("d2", 1, Environment.PRODUCTION, sync), v1)))
                .isEmpty();
    }

    @Test
    @Tag("DEP-17")
    void each_environment_is_looked_at_for_itself_and_only_its_last_success_counts() {
        Deployment failed = new Deployment(
                ArtifactMetadata.of("d3", T0.plusSeconds(7_200)),
                Environment.STAGING,
                DeploymentStatus.FAILED,
                null,
                DeploymentPlan.UNKNOWN.withVersion("v2"),
                List.of());
        List<Deployment> deployments = List.of(
                failed,
                deployed("d2", 1, Environment.STAGING, "v1"),
                deployed("d1", 0, Environment.STAGING, "v2"),
                deployed("d4", 3, Environment.PRODUCTION, "v2"));

        List<VersionDrift> drifts = VersionDrift.among(
                Map.of(Environment.PRODUCTION, "v2", Environment.STAGING, "v2", Environment.TEST, "v2"), deployments);

        assertThat(drifts)
                .extracting(VersionDrift::message)
                .containsExactly(
                        "TEST runs no known version and should run v2: deploy v2",
                        "STAGING runs v1 and should run v2: deploy v2");
        assertThat(drifts.get(0).sync().recovery()).isEqualTo(Recovery.fixForward());
    }
}

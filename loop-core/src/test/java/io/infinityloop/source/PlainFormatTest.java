package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlainFormatTest {
    @Test
    void a_deployment_is_told_in_one_line() {
        Recorded event = Read.of("{\"deployment\":\"d1\",\"service\":\"shop\",\"environment\":\"production\","
                        + "\"startedAt\":\"2026-07-01T10:00:00Z\",\"finishedAt\":\"2026-07-01T10:05:00Z\","
                        + "\"outcome\":\"success\",\"commits\":[\"4f2a91c\"],\"version\":\"1.2.0\"}")
                .only();

        Deployment deployment = (Deployment) event.artifact();
        assertThat(event.key().toString()).contains("plain").contains("deployment/d1/2026-07-01T10:05:00Z");
        assertThat(event.labels().get(Labels.SERVICE)).contains("shop");
        assertThat(event.labels().get(Labels.ENVIRONMENT)).contains("production");
        assertThat(deployment.at()).isEqualTo(Instant.parse("2026-07-01T10:00:00Z"));
        assertThat(deployment.finishedAt()).isEqualTo(Instant.parse("2026-07-01T10:05:00Z"));
        assertThat(deployment.status()).isEqualTo(DeploymentStatus.SUCCEEDED);
        assertThat(deployment.derivedFrom()).containsExactly(ArtifactRef.parse("commit:4f2a91c"));
        assertThat(deployment.plan().version()).isEqualTo("1.2.0");
    }

    @Test
    void an_incident_names_the_deployment_that_caused_it() {
        Incident incident = (Incident) Read.of("{\"incident\":7,\"service\":\"shop\",\"title\":\"checkout is down\","
                        + "\"startedAt\":\"2026-07-01T11:00:00Z\",\"resolvedAt\":\"2026-07-01T12:00:00Z\","
                        + "\"causedBy\":\"d1\"}")
                .only()
                .artifact();

        assertThat(incident.id()).isEqualTo("7");
        assertThat(incident.resolvedAt()).isEqualTo(Instant.parse("2026-07-01T12:00:00Z"));
        assertThat(incident.derivedFrom()).containsExactly(ArtifactRef.parse("deployment:d1"));
    }

    @Test
    void what_is_broken_or_not_known_costs_itself_only() {
        Read read = Read.of("""
                {"deployment":"d1","at":"yesterday"}
                {"hello":"world"}
                {"deployment":
                {"deployment":"d2","at":"2026-07-01T10:00:00Z"}
                """);

        assertThat(read.only().artifact().id()).isEqualTo("d2");
        assertThat(read.reading().records()).isEqualTo(4);
        assertThat(read.reading().rejected()).isEqualTo(2);
        assertThat(read.reading().unknown()).containsEntry("?", 1L);
        assertThat(read.leftovers()).extracting(Leftover::line).containsExactly(1L, 2L, 3L);
        assertThat(read.leftovers().get(0).field()).isEqualTo("/at");
        assertThat(read.leftovers().get(0).problem()).contains("'yesterday' is no instant");
        assertThat(Read.raw(read.leftovers().get(1))).isEqualTo("{\"hello\":\"world\"}");
    }
}

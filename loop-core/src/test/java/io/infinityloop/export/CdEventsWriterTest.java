package io.infinityloop.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CdEventsWriterTest {
    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");
    private static final String SHA = "4f2a91c04f2a91c04f2a91c04f2a91c04f2a91c0";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CdEventsWriter writer = CdEventsWriter.to(out);

    private static Recorded live(Artifact artifact) {
        Labels labels = Labels.of(Labels.SERVICE, "shop").with(Labels.ENVIRONMENT, "live");
        return new Recorded(
                Recorded.of("e1", "github:acme/shop", artifact).metadata().with(labels), null, artifact);
    }

    private List<String> write(LoopEvent... events) throws IOException {
        for (LoopEvent event : events) {
            writer.write(event);
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void a_deployment_of_a_commit_is_one_of_a_generic_package() throws IOException {
        Deployment deployment = Deployment.toProduction("d1", TEN, List.of(ArtifactRef.of(Commit.KIND, SHA)));

        assertThat(write(live(deployment)))
                .containsExactly("{\"context\":{\"specversion\":\"0.5.1\","
                        + "\"id\":\"c0166313-7c9f-3c83-a3b2-52208e07330d\",\"source\":\"github:acme/shop\","
                        + "\"type\":\"dev.cdevents.service.deployed.0.3.0\",\"timestamp\":\"2026-07-01T10:00:00Z\"},"
                        + "\"subject\":{\"id\":\"shop\",\"content\":{\"environment\":{\"id\":\"live\"},"
                        + "\"artifactId\":\"pkg:generic/shop@" + SHA + "\"}}}");
    }

    @Test
    void what_was_written_is_not_written_again_when_the_end_is_known() throws IOException {
        Incident incident = new Incident(ArtifactMetadata.of("9", TEN), "", true, null);

        List<String> lines = write(live(incident), live(incident.resolved(TEN.plusSeconds(60))));

        assertThat(lines)
                .extracting(line -> Written051.parse(line).at("/context/type").asText())
                .containsExactly("dev.cdevents.incident.detected.0.3.0", "dev.cdevents.incident.resolved.0.3.0");
        assertThat(writer.written().repeated()).isEqualTo(1);
        assertThat(writer.written().events()).isEqualTo(2);
    }

    @Test
    void a_cloud_event_bears_the_id_the_source_and_the_time_of_the_event_in_it() throws IOException {
        writer.inCloudEvents();
        JsonNode cloud = Written051.parse(write(live(new Incident(ArtifactMetadata.of("9", TEN), "", true, null)))
                .get(0));

        Written051.check(cloud.get("data").toString());
        assertThat(cloud.get("specversion").asText()).isEqualTo("1.0");
        assertThat(cloud.get("id")).isEqualTo(cloud.at("/data/context/id"));
        assertThat(cloud.get("source")).isEqualTo(cloud.at("/data/context/source"));
        assertThat(cloud.get("type")).isEqualTo(cloud.at("/data/context/type"));
        assertThat(cloud.get("time")).isEqualTo(cloud.at("/data/context/timestamp"));
        assertThat(cloud.get("subject").asText()).isEqualTo("9");
        assertThat(cloud.get("datacontenttype").asText()).isEqualTo("application/json");
    }

    @Test
    void what_can_not_be_told_is_counted_with_the_reason() throws IOException {
        Deployment running = Deployment.observed(
                ArtifactMetadata.of("d2", TEN), Environment.PRODUCTION, DeploymentStatus.FAILED, null);

        List<String> lines = write(
                live(running),
                live(Deployment.toProduction("d3", TEN, List.of())),
                Recorded.of("e3", "x", Deployment.toProduction("d4", TEN, List.of())),
                Recorded.of("e4", "x", new Incident(ArtifactMetadata.of("9", TEN), "", true, null)),
                live(Commit.of(SHA, TEN, "")),
                live(PlanItem.of("SHOP-1", TEN, "pay")),
                live(Release.of("v1", TEN, "1", List.of())),
                new Started(EventMetadata.of("s", "x", TEN), LoopId.of("SHOP-1"), Stage.PLAN));

        assertThat(lines).isEmpty();
        assertThat(writer.written().untold())
                .containsOnly(
                        entry("deployment: there is no word for one that is FAILED", 1L),
                        entry("deployment: no artifact is told, and one is required", 1L),
                        entry("deployment: no service is told, and one is required", 1L),
                        entry("incident: no environment is told, and one is required", 1L),
                        entry("commit: CDEvents have no type for it", 1L),
                        entry("plan-item: no creator and no address are told, and a ticket requires them", 1L),
                        entry("release: it names no artifact, and what is published is one", 1L),
                        entry("started: CDEvents know no loop", 1L));
    }

    @Test
    void what_is_left_out_of_what_is_written_is_counted() throws IOException {
        Incident quiet = new Incident(
                ArtifactMetadata.of("9", TEN).derivedFrom(List.of(ArtifactRef.of(Deployment.KIND, "d1"))),
                "",
                false,
                null);

        write(live(quiet));

        assertThat(writer.written().records()).containsOnly(entry("incident.detected", 1L));
        assertThat(writer.written().less())
                .containsOnly(
                        entry("incident: that no customer noticed", 1L),
                        entry("incident: the deployments that caused it", 1L));
    }

    @Test
    void any_source_becomes_a_uri() {
        assertThat(CdEvent.uri("github:acme/shop")).isEqualTo("github:acme/shop");
        assertThat(CdEvent.uri("/a b/ü%zz")).isEqualTo("/a%20b/%C3%BC%25zz");
        assertThat(CdEvent.uri("1:x")).isEqualTo("1%3Ax");
        assertThat(CdEvent.uri("a#b#c")).isEqualTo("a%23b%23c");
    }
}

package io.infinityloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Returned;
import io.infinityloop.event.Started;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XesWriterTest {
    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");
    private static final LoopId LOOP = LoopId.of("SHOP-1");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String text(LoopEvent... events) throws IOException {
        XesWriter.write(List.of(events), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static EventMetadata metadata(String id, int hour) {
        return EventMetadata.of(id, "ci", TEN.plusSeconds(3_600L * hour));
    }

    private static Recorded recorded(Artifact artifact, ArtifactRef... madeFrom) {
        Artifact made = artifact.with(artifact.metadata().derivedFrom(List.of(madeFrom)));
        return new Recorded(metadata(artifact.ref().toString(), 0).with(Labels.of(Labels.SERVICE, "shop")), null, made);
    }

    private static ArtifactRef commit(String sha) {
        return ArtifactRef.of(Commit.KIND, sha);
    }

    @Test
    void a_loop_is_a_trace() throws IOException {
        String text = text(
                new Started(metadata("e1", 0), LOOP, Stage.PLAN),
                new Advanced(metadata("e2", 1), LOOP, Transition.from(Stage.PLAN), TEN, List.of()));

        assertThat(text).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <log xmlns="http://www.xes-standard.org/" xes.version="1849.2016" xes.features="">
                  <extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
                  <extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
                  <extension name="Lifecycle" prefix="lifecycle" uri="http://www.xes-standard.org/lifecycle.xesext"/>
                  <global scope="trace">
                    <string key="concept:name" value="unknown"/>
                  </global>
                  <global scope="event">
                    <string key="concept:name" value="unknown"/>
                    <date key="time:timestamp" value="1970-01-01T00:00:00Z"/>
                    <string key="lifecycle:transition" value="complete"/>
                  </global>
                  <classifier name="activity" keys="concept:name lifecycle:transition"/>
                  <string key="lifecycle:model" value="standard"/>
                  <trace>
                    <string key="concept:name" value="SHOP-1"/>
                    <event>
                      <string key="concept:name" value="PLAN"/>
                      <date key="time:timestamp" value="2026-07-01T10:00:00Z"/>
                      <string key="lifecycle:transition" value="start"/>
                      <string key="source" value="ci"/>
                      <string key="id" value="e1"/>
                    </event>
                    <event>
                      <string key="concept:name" value="PLAN"/>
                      <date key="time:timestamp" value="2026-07-01T11:00:00Z"/>
                      <string key="lifecycle:transition" value="complete"/>
                      <string key="source" value="ci"/>
                      <string key="id" value="e2"/>
                    </event>
                    <event>
                      <string key="concept:name" value="CODE"/>
                      <date key="time:timestamp" value="2026-07-01T11:00:00Z"/>
                      <string key="lifecycle:transition" value="start"/>
                      <string key="source" value="ci"/>
                      <string key="id" value="e2"/>
                    </event>
                  </trace>
                </log>
                """);
    }

    @Test
    void a_fact_belongs_to_the_change_that_it_leads_back_to() throws IOException {
        ReadXes log = ReadXes.of(text(
                recorded(PullRequest.opened("acme/shop#12", TEN, "Pay by card"), commit("aa"), commit("bb")),
                recorded(Commit.of("aa", TEN, "Pay")),
                recorded(Build.of("b1", TEN, Outcome.PASSED), commit("bb")),
                recorded(Deployment.toProduction("d1", TEN, List.of()), ArtifactRef.of(Build.KIND, "b1"), commit("cc")),
                recorded(Commit.of("cc", TEN, "Alone")),
                recorded(Build.of("b2", TEN, Outcome.PASSED), ArtifactRef.of(Build.KIND, "b2")),
                Recorded.of("e9", "pager", Build.of("b3", TEN, Outcome.PASSED))));

        assertThat(log.traces())
                .containsOnlyKeys("commit:cc", "pull-request:acme/shop#12", "service:shop", "source:pager");
        assertThat(log.traces().get("pull-request:acme/shop#12"))
                .containsExactlyInAnyOrder(
                        "build complete", "commit complete", "deployment complete", "pull-request complete");
        assertThat(log.traces().get("service:shop")).containsExactly("build complete");
    }

    @ParameterizedTest
    @CsvSource({
        "RUNNING, start",
        "PASSED, complete",
        "FAILED, complete",
        "CANCELLED, ate_abort",
        "SKIPPED, autoskip",
        "UNKNOWN, complete"
    })
    void how_a_thing_ended_is_its_transition(Outcome outcome, String transition) throws IOException {
        ReadXes log = ReadXes.of(text(recorded(Build.of("b1", TEN, outcome))));

        assertThat(log.traces()).containsEntry("service:shop", List.of("build " + transition));
    }

    @Test
    void rework_and_ends_are_told() throws IOException {
        ReadXes log = ReadXes.of(text(
                new Returned(metadata("e1", 1), LOOP, Stage.TEST, Stage.CODE, TEN, "red"),
                new Retired(metadata("e2", 2), LOOP, "given up")));

        assertThat(log.traces()).containsEntry("SHOP-1", List.of("TEST ate_abort", "CODE start", "retired complete"));
    }

    @Test
    void an_event_that_comes_twice_is_written_once_and_one_of_no_possible_time_is_not() throws IOException {
        Started started = new Started(metadata("e1", 0), LOOP, Stage.PLAN);
        Started absurd = new Started(EventMetadata.of("e2", "ci", Instant.MAX), LOOP, Stage.PLAN);

        Written written = XesWriter.write(List.of(started, started, absurd), out);

        assertThat(written.events()).isEqualTo(3);
        assertThat(written.repeated()).isEqualTo(1);
        assertThat(written.records()).hasToString("{PLAN=1}");
        assertThat(written.untold()).hasToString("{started: before 1970 or after 2200=1}");
    }

    @Test
    void hostile_text_stays_text() throws IOException {
        String hostile = "\"><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;\u0000\u0007\uFFFE<![CDATA[";
        ReadXes log = ReadXes.of(text(new Started(metadata("e1", 0), LoopId.of(hostile), Stage.PLAN)));

        assertThat(log.traces())
                .containsOnlyKeys("\"><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;\uFFFD\uFFFD\uFFFD<![CDATA[");
    }
}

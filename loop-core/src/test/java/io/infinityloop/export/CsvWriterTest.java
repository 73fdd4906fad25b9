package io.infinityloop.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.Advanced;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
    private static final Instant TEN = Instant.parse("2026-07-01T10:00:00Z");
    private static final LoopId LOOP = LoopId.of("SHOP-1");
    private static final String HEADER = "source,id,at,type,trigger,loop,kind,artifact,artifact_at,outcome,stage,"
            + "entered,derived_from,service,team,repository,environment,labels";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Written write(LoopEvent... events) throws IOException {
        CsvWriter writer = CsvWriter.to(out);
        for (LoopEvent event : events) {
            writer.write(event);
        }
        return writer.written();
    }

    private static EventMetadata metadata(String id) {
        return EventMetadata.of(id, "ci", TEN);
    }

    private static Recorded build(String id, String label) {
        Artifact build = Build.of(id, TEN, Outcome.FAILED);
        build = build.with(build.metadata()
                .derivedFrom(List.of(ArtifactRef.of(Commit.KIND, "4f2a"), ArtifactRef.of(Commit.KIND, "91c0"))));
        Labels labels = Labels.of(Labels.SERVICE, "shop").with("note", label).with("branch", "main");
        return new Recorded(metadata("e" + id).with(labels), null, build);
    }

    @Test
    void each_event_is_a_row() throws IOException {
        Written written = write(
                new Started(metadata("e1"), LOOP, Stage.PLAN),
                new Advanced(metadata("e2"), LOOP, Transition.from(Stage.PLAN), TEN, List.of()),
                build("b1", "red"),
                Recorded.of("e4", "pager", outage()));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(String.join(
                        "\r\n",
                        HEADER,
                        "ci,e1,2026-07-01T10:00:00Z,started,UNKNOWN,SHOP-1,,,,,PLAN,,,,,,,",
                        "ci,e2,2026-07-01T10:00:00Z,advanced,UNKNOWN,SHOP-1,,,,,PLAN,CODE,,,,,,",
                        "ci,eb1,2026-07-01T10:00:00Z,recorded,UNKNOWN,,build,b1,2026-07-01T10:00:00Z,FAILED,BUILD,,"
                                + "commit:4f2a commit:91c0,shop,,,,branch=main; note=red",
                        "pager,e4,2026-07-01T10:00:00Z,recorded,UNKNOWN,,incident,i1,2026-07-01T10:00:00Z,OPEN,OPERATE,,,,,,,",
                        ""));
        assertThat(written.events()).isEqualTo(4);
        assertThat(written.records()).hasToString("{advanced=1, recorded=2, started=1}");
        assertThat(written.less()).hasSize(2).containsValue(2L);
    }

    private static Incident outage() {
        return new Incident(ArtifactMetadata.of("i1", TEN), "Shop is down", true, null);
    }

    @Test
    void without_events_there_is_a_header() throws IOException {
        write();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(HEADER + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void what_a_spreadsheet_would_run_is_text(String formula) throws IOException {
        write(build(formula + "x", "red"));

        String artifact =
                Rfc4180.rows(out.toString(StandardCharsets.UTF_8)).get(1).get(7);
        assertThat(artifact).isEqualTo("'" + formula + "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "say \"yes\"", "two\nlines", "two\r\nlines", "\"", "Grüße 🚀", "a=b"})
    void what_is_in_a_text_comes_back(String text) throws IOException {
        write(build("b1", text));

        assertThat(Rfc4180.rows(out.toString(StandardCharsets.UTF_8)).get(1).get(17))
                .isEqualTo("branch=main; note=" + text);
    }
}

package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Retired;
import io.infinityloop.event.Started;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"every-event.ndjson", "least-fields.ndjson"})
    void a_log_written_by_hand_is_read_and_written_again_to_the_letter(String name) throws IOException {
        String log = Lines.resource(name);

        List<Line> lines = Lines.of(log);

        assertThat(lines).allMatch(Line.Known.class::isInstance, "an event");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EventWriter.write(
                lines.stream().map(line -> ((Line.Known) line).event()).toList(), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(log);
    }

    @Test
    void the_log_written_by_hand_has_every_event_type_and_artifact_kind() {
        List<LoopEvent> events = Lines.of(Lines.resource("every-event.ndjson")).stream()
                .map(line -> ((Line.Known) line).event())
                .toList();

        List<Artifact> artifacts = events.stream()
                .filter(Recorded.class::isInstance)
                .map(event -> ((Recorded) event).artifact())
                .toList();

        assertThat(typesOf(events)).isEqualTo(leaves(LoopEvent.class).collect(Collectors.toSet()));
        assertThat(typesOf(artifacts)).isEqualTo(leaves(Artifact.class).collect(Collectors.toSet()));
    }

    @Test
    void every_field_of_a_line_arrives_in_the_event() {
        List<Line> lines = Lines.of(Lines.resource("every-event.ndjson"));

        assertThat(lines.get(2))
                .isEqualTo(new Line.Known(
                        3,
                        new Advanced(
                                new EventMetadata(
                                        "SHOP-1#3",
                                        "team-log",
                                        NINE,
                                        Labels.of("service", "shop").with("team", "blue"),
                                        Trigger.MANUAL),
                                LoopId.of("SHOP-1"),
                                new Transition(Stage.PLAN, Stage.CODE),
                                Instant.parse("2026-01-04T09:00:00Z"),
                                List.of(new ArtifactRef("plan-item", "SHOP-1")))));
        assertThat(lines.get(4))
                .isEqualTo(new Line.Known(
                        5,
                        new Recorded(
                                EventMetadata.of("b1", "ci", Instant.parse("2026-01-05T15:10:00Z"))
                                        .with(Trigger.AUTOMATED),
                                null,
                                new Build(
                                        new ArtifactMetadata(
                                                "build-17",
                                                Instant.parse("2026-01-05T15:05:00Z"),
                                                List.of(new ArtifactRef("commit", "4f2a91c")),
                                                Labels.of("service", "shop")),
                                        "main",
                                        Outcome.PASSED,
                                        Instant.parse("2026-01-05T15:10:00Z")))));
        assertThat(lines.get(5))
                .extracting(line -> ((TestRun) ((Recorded) ((Line.Known) line).event()).artifact()).counts())
                .isEqualTo(new TestRun.Counts(41, 1, 0));
    }

    @Test
    void what_may_be_left_out_may_also_be_null_or_empty() {
        String line = """
                {"type":"recorded","id":"1","source":"s","at":"2026-01-05T09:00:00Z","v":null,"loop":null,"trigger":null,\
                "labels":{},"artifact":{"kind":"test-run","id":"a","at":"2026-01-05T09:00:00Z","derivedFrom":[],\
                "labels":null,"subject":"tests","outcome":"PASSED","counts":null,"finishedAt":null}}""";

        assertThat(Lines.event(line)).isEqualTo(Recorded.of("1", "s", TestRun.of("a", NINE, Outcome.PASSED)));
    }

    @Test
    void fields_that_nobody_knows_are_passed_over() {
        String line = EventWriter.toJson(started("1"));
        String more = line.replace(
                "\"stage\"", "\"@class\":\"com.sun.rowset.JdbcRowSetImpl\",\"x\":[{\"y\":1e999}],\"stage\"");

        assertThat(Lines.event(more)).isEqualTo(started("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-05T10:00:00+01:00",
                "2026-01-05T09:00Z",
                "2026-01-04T23:30:00-09:30",
                "2026-01-05T09:00:00.000Z"
            })
    void instants_with_an_offset_are_the_same_instant(String at) {
        String line = EventWriter.toJson(started("1")).replace("2026-01-05T09:00:00Z", at);

        assertThat(Lines.event(line)).isEqualTo(started("1"));
    }

    @Test
    void a_text_is_one_line_whatever_it_holds() {
        String text = "a\nb\r\u2028\u2029\u0085\ud800 \udc00 😀";

        String line = EventWriter.toJson(new Retired(EventMetadata.of("1", "s", NINE), LoopId.of("l"), text));

        assertThat(line)
                .endsWith("\"reason\":\"a\\nb\\r\\u2028\\u2029\\u0085\\ud800 \\udc00 😀\"}")
                .doesNotContainPattern("\\R");
        assertThat(Lines.event(line)).isEqualTo(new Retired(EventMetadata.of("1", "s", NINE), LoopId.of("l"), text));
    }

    @Test
    void an_event_that_could_not_be_read_back_is_not_written() {
        Instant early = Instant.parse("1969-12-31T23:59:59Z");
        assertThatThrownBy(() -> EventWriter.toJson(Recorded.of("1", "s", Insight.of("i", early, "seen"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at 1969-12-31T23:59:59Z can not be written: the format holds the years from 1970 to 2200");

        List<String> many = Collections.nCopies(100_001, "p");
        assertThatThrownBy(() -> EventWriter.toJson(Recorded.of("1", "s", planItem(many))))
                .hasMessage("acceptanceCriteria has 100001 entries and can not be written: the format holds at most"
                        + " 100000");

        List<String> large = Collections.nCopies(84, "é".repeat(50_000));
        assertThatThrownBy(() -> EventWriter.toJson(Recorded.of("1", "s", planItem(large))))
                .hasMessageEndingWith("bytes as JSON and can not be written: a line holds at most 8388608");
    }

    @Test
    void a_label_key_with_half_a_surrogate_pair_is_not_written() {
        EventMetadata metadata = EventMetadata.of("1", "s", NINE).with(Labels.of("a\ud800", "b"));

        assertThatThrownBy(() -> EventWriter.toJson(new Retired(metadata, LoopId.of("l"), "why")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label key 'a\\ud800' can not be written: it holds half a surrogate pair");
    }

    @Test
    void an_event_that_uses_the_limits_is_written_and_read_back() {
        List<String> entries = Collections.nCopies(100_000, "x");
        List<ArtifactRef> refs = Stream.iterate(0, i -> i + 1)
                .limit(100_000)
                .map(i -> new ArtifactRef("commit", "c" + i))
                .toList();
        Recorded full = Recorded.of(
                "1", "s", new PlanItem(ArtifactMetadata.of("p", NINE).derivedFrom(refs), "full", entries));
        Recorded longest = Recorded.of("1", "s", planItem(Collections.nCopies(83, "é".repeat(50_000))));

        assertThat(Lines.event(EventWriter.toJson(full))).isEqualTo(full);
        assertThat(Lines.event(EventWriter.toJson(longest))).isEqualTo(longest);
    }

    @Test
    void writing_ends_each_line_with_a_line_feed_and_leaves_the_stream_open() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        EventWriter.write(List.of(started("1"), started("2")), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(EventWriter.toJson(started("1")) + "\n" + EventWriter.toJson(started("2")) + "\n");
    }

    private static Started started(String id) {
        return new Started(EventMetadata.of(id, "s", NINE), LoopId.of("l"), Stage.PLAN);
    }

    private static PlanItem planItem(List<String> acceptanceCriteria) {
        return new PlanItem(ArtifactMetadata.of("p", NINE), "", acceptanceCriteria);
    }

    private static Set<Class<?>> typesOf(List<?> values) {
        return values.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    /** {@return the records at the ends of a sealed hierarchy} */
    private static Stream<Class<?>> leaves(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null ? Stream.of(type) : Arrays.stream(permitted).flatMap(WireFormatTest::leaves);
    }
}

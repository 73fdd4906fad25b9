package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.CodeStageArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.PlanStageArtifact;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Started;
import io.infinityloop.journal.Entry;
import io.infinityloop.machine.Contract;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("SPI-06")
class ValueReaderTest {
    private static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    private static final Started STARTED = new Started(EventMetadata.of("1", "s", NINE), LoopId.of("l"), Stage.PLAN);

    private static void written(Object value, String json) {
        assertThat(ValueWriter.toJson(value)).isEqualTo(json);
        assertThat((Object) ValueReader.read(json, value.getClass())).isEqualTo(value);
    }

    @Test
    void a_value_is_written_with_the_version_and_its_type() {
        written(Stage.CODE, "{\"v\":1,\"type\":\"stage\",\"value\":\"CODE\"}");
        written(LoopId.of("SHOP-1"), "{\"v\":1,\"type\":\"loop-id\",\"value\":\"SHOP-1\"}");
        written(new ArtifactRef("commit", "4f2a"), "{\"v\":1,\"type\":\"artifact-ref\",\"value\":\"commit:4f2a\"}");
        written(Labels.of("service", "shop"), "{\"v\":1,\"type\":\"labels\",\"value\":{\"service\":\"shop\"}}");
        written(Labels.none(), "{\"v\":1,\"type\":\"labels\",\"value\":{}}");
        written(
                new Transition(Stage.PLAN, Stage.CODE),
                "{\"v\":1,\"type\":\"transition\",\"value\":{\"from\":\"PLAN\",\"to\":\"CODE\"}}");
    }

    @Test
    void an_event_or_artifact_can_be_read_without_knowing_which_it_is() {
        Commit commit = Commit.of("4f2a91c", NINE, "Pay by card");
        assertThat(ValueReader.read(ValueWriter.toJson(STARTED), LoopEvent.class))
                .isEqualTo(STARTED);
        assertThat(ValueReader.read(ValueWriter.toJson(commit), Artifact.class)).isEqualTo(commit);
        assertThat(ValueReader.read(ValueWriter.toJson(commit), CodeStageArtifact.class))
                .isEqualTo(commit);
        assertThatThrownBy(() -> ValueReader.read(ValueWriter.toJson(commit), PlanStageArtifact.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("type: 'commit' was given: expected plan-item");
        assertThatThrownBy(() -> ValueReader.read(ValueWriter.toJson(commit), LoopEvent.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("type: 'commit' was given: expected one of advanced, migrated, recorded, retired,"
                        + " returned, started");
    }

    @Test
    void an_event_within_a_value_is_written_as_in_a_log() {
        written(
                new Entry(7, 0, STARTED),
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"position\":7,\"revision\":0,\"event\":"
                        + EventWriter.toJson(STARTED) + "}}");
        written(
                OperationRecord.of("o", NINE, "quiet"),
                "{\"v\":1,\"type\":\"operation-record\",\"value\":{\"kind\":\"operation-record\",\"id\":\"o\","
                        + "\"at\":\"2026-01-05T09:00:00Z\",\"summary\":\"quiet\"}}");
    }

    @Test
    void one_of_several_alternatives_tells_which() {
        Decision refused = new Decision.Refused(
                Stage.PLAN,
                List.of(new Reason.NoTransition(Stage.PLAN, Stage.BUILD, List.of(Stage.CODE)), new Reason.Retired("x")),
                List.of());
        String json = "{\"v\":1,\"type\":\"decision\",\"value\":{\"type\":\"refused\",\"from\":\"PLAN\",\"reasons\":["
                + "{\"type\":\"no-transition\",\"from\":\"PLAN\",\"to\":\"BUILD\",\"allowed\":[\"CODE\"]},"
                + "{\"type\":\"retired\",\"reason\":\"x\"}]}}";

        written(refused, json);
        assertThat(ValueReader.read(json, Decision.class)).isEqualTo(refused);
        assertThatThrownBy(() -> ValueReader.read(json, Decision.Accepted.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value: the type 'refused' is not known: expected one of accepted");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | a list was given: expected a JSON object such as {\"v\":1,\"type\":…}",
                "{\"v\":1,\"type\":\"entry\",\"value\":{ | the line ends in the middle of its JSON: it was cut off",
                "{\"v\":2,\"type\":\"entry\"} | v: a later release wrote version 2: this one reads up to 1",
                "{\"v\":1,\"value\":{}} | type: missing: expected a text",
                "{\"v\":1,\"type\":\"stage\",\"value\":\"PLAN\"} | type: 'stage' was given: expected entry",
                "{\"v\":1,\"type\":\"entry\"} | value: missing: expected a value",
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"position\":1,\"position\":1}} | value.position: the field is there twice: expected it once",
                "{\"v\":1,\"type\":\"entry\",\"value\":7} | value: does not fit: expected an object",
                "{\"v\":1,\"type\":\"entry\",\"value\":[]} | value: does not fit: expected an object",
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"revision\":0}} | value.position: does not fit: expected a whole number",
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"position\":1,\"revision\":0}} | value.event: missing",
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"position\":\"1\"}} | value.position: does not fit: expected a whole number",
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"position\":1.5}} | value.position: does not fit: expected a whole number",
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"position\":9999999999999999999}} | value.position: does not fit: expected a whole number",
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"position\":1,\"revision\":0,\"event\":{\"type\":\"paused\"}}} | value.event.type: 'paused' is not known",
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"position\":1,\"revision\":0,\"event\":{\"v\":9}}} | value.event.v: a later release wrote version 9: this one reads up to 1",
                "{\"v\":1,\"type\":\"entry\",\"value\":{\"position\":1,\"revision\":0,\"event\":[]}} | value.event: a list was given: expected an object"
            })
    void what_is_no_such_value_is_refused_with_the_field(String json, String message) {
        assertThatThrownBy(() -> ValueReader.read(json, Entry.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void a_word_that_is_none_is_refused_with_those_that_are() {
        assertThatThrownBy(() -> ValueReader.read(
                        "{\"type\":\"transition\",\"value\":{\"from\":\"PLAN\",\"to\":\"code\"}}", Transition.class))
                .hasMessage("value.to: does not fit: expected one of PLAN, CODE, BUILD, TEST, RELEASE, DEPLOY,"
                        + " OPERATE, MONITOR");
        assertThatThrownBy(() -> ValueReader.read(
                        "{\"type\":\"transition\",\"value\":{\"from\":\"PLAN\",\"to\":1}}", Transition.class))
                .hasMessageStartingWith("value.to: does not fit: expected one of PLAN");
        assertThatThrownBy(() -> ValueReader.read(
                        "{\"type\":\"decision\",\"value\":{\"type\":\"java.lang.Runtime\"}}", Decision.class))
                .hasMessage("value: the type 'java.lang.Runtime' is not known: expected one of accepted, refused");
        assertThatThrownBy(() -> ValueReader.read("{\"type\":\"decision\",\"value\":{}}", Decision.class))
                .hasMessage("value: the type is missing: expected one of accepted, refused");
    }

    @Test
    void what_the_model_refuses_is_refused_with_its_reason() {
        assertThatThrownBy(() -> ValueReader.read(
                        ValueWriter.toJson(new Entry(1, 0, STARTED)).replace("\"position\":1", "\"position\":0"),
                        Entry.class))
                .hasMessage("value: position 0 must be at least 1 and revision 0 at least 0");
        assertThatThrownBy(() -> ValueReader.read(
                        ValueWriter.toJson(OperationRecord.of("o", NINE, "quiet"))
                                .replace("\"operation-record\",\"value\"", "\"build\",\"value\""),
                        Build.class))
                .hasMessage("value: operation-record was given: expected build");
    }

    @Test
    void rules_travel_with_their_fingerprint_and_are_refused_when_they_come_out_otherwise() {
        LoopDefinition rules = LoopDefinition.builder("own")
                .version(2)
                .gate(Stage.TEST, "security")
                .require(Stage.CODE, new Contract.Produced(Commit.KIND))
                .automatic(Stage.CODE)
                .build();

        String json = ValueWriter.toJson(rules);

        written(
                rules,
                "{\"v\":1,\"type\":\"loop-definition\",\"value\":{\"id\":\"own\",\"version\":2,\"fingerprint\":\""
                        + rules.ref().fingerprint()
                        + "\",\"order\":[\"PLAN\",\"CODE\",\"BUILD\",\"TEST\",\"RELEASE\",\"DEPLOY\",\"OPERATE\",\"MONITOR\"],"
                        + "\"stages\":{\"CODE\":{\"requires\":[{\"type\":\"produced\",\"kind\":{\"name\":\"commit\",\"stage\":\"CODE\"}}],"
                        + "\"automatic\":true},\"TEST\":{\"asks\":[\"security\"]}}}}");
        assertThatThrownBy(() -> ValueReader.read(json.replace("security", "safety"), LoopDefinition.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("value.fingerprint: the rules as this release reads them have another one, ")
                .hasMessageEndingWith(": they were changed, or a later release wrote them");
        assertThatThrownBy(() -> ValueReader.read(json.replace("produced", "sworn"), LoopDefinition.class))
                .hasMessageStartingWith(
                        "value.stages.CODE.requires[0]: the type 'sworn' is not known: expected one of");
        assertThatThrownBy(() -> ValueReader.read(json.replace("\"BUILD\"", "\"build\""), LoopDefinition.class))
                .hasMessage("value.order[2]: 'build' is not known: expected the name of a stage");
    }

    @Test
    void what_the_format_can_not_hold_is_not_written() {
        assertThatThrownBy(() -> ValueWriter.toJson(new Tally(0, 1, 0, 0, new TreeMap<>(Map.of("\ud800", 1L)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tally can not be written: value.types: key '\\ud800' can not be written: it holds half a"
                        + " surrogate pair");
        assertThatThrownBy(() -> ValueWriter.toJson(new Reason.OutOfOrder(Instant.MIN, NINE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason can not be written: value.at: instant"
                        + " -1000000000-01-01T00:00:00Z can not be written: the format holds the years from 1970 to"
                        + " 2200");
        assertThatThrownBy(() -> ValueWriter.toJson(Insight.of("i", Instant.MAX, "seen")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ValueWriter.toJson("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("java.lang.String is no value of the model and can not be written: expected a record, an"
                        + " enum constant, Labels or a LoopDefinition");
        assertThatThrownBy(() -> ValueReader.read(" ".repeat((8 << 20) + 1), Entry.class))
                .hasMessage("the text has more than 8388608 characters");
    }
}

package io.infinityloop.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"paused\"} | paused",
                "{\"type\":\"Started\"} | Started",
                "{\"type\":\"recorded\",\"artifact\":{\"kind\":\"sbom\",\"size\":17}} | recorded/sbom",
                "{\"v\":2,\"type\":\"advanced\"} | advanced/v2",
                "{\"v\":99999999999999999999,\"type\":{}} | v99999999999999999999",
                "{\"v\":2,\"type\":\"\\u001b[2J\"} | v2",
                "{\"v\":2} | v2"
            })
    void what_a_later_release_may_have_written_is_kept_and_not_rejected(String line, String type) {
        assertThat(Lines.one(line)).isEqualTo(new Line.Unknown(1, type, line));
    }

    @Test
    void an_unknown_line_is_kept_whole_and_the_next_is_read() {
        String known = Lines.resource("every-event.ndjson").lines().findFirst().orElseThrow();
        String unknown = "{\"type\":\"paused\",\"why\":\"" + "x".repeat(1_000) + "\u202e\"}";

        assertThat(Lines.of(unknown + "\r\n" + known))
                .containsExactly(new Line.Unknown(1, "paused", unknown), new Line.Known(2, Lines.event(known)));
    }

    @Test
    void unknown_lines_are_counted_by_type() {
        String log = """
                {"type":"paused","id":1}

                {"type":"recorded","artifact":{"kind":"sbom"}}
                no event
                {"type":"paused"}
                """ + Lines.resource("every-event.ndjson");

        Tally tally = Lines.read(log.getBytes(UTF_8), line -> {});

        assertThat(tally.types()).containsExactly(entry("paused", 2L), entry("recorded/sbom", 1L));
        assertThat(tally)
                .isEqualTo(new Tally(log.lines().count() - 5, 3, 1, 1, tally.types()))
                .returns(log.lines().count(), Tally::lines);
    }

    @Test
    void of_very_many_unknown_types_the_first_1000_are_counted_by_name() {
        String log = IntStream.rangeClosed(1, 1_500)
                .mapToObj("{\"type\":\"t%04d\"}\n"::formatted)
                .collect(Collectors.joining())
                .repeat(2);

        Tally tally = Lines.read(log.getBytes(UTF_8), line -> {});

        assertThat(tally.unknown()).isEqualTo(3_000);
        assertThat(tally.types()).hasSize(1_000).containsEntry("t1000", 2L).doesNotContainKey("t1001");
    }

    @Test
    void a_log_with_unknown_lines_is_copied_without_loss() throws IOException {
        String log = Lines.resource("every-event.ndjson")
                + "{\"v\":7, \"type\" : \"paused\",\"why\":\"\\u2028\u2028\",\"n\":1.50e3}\n"
                + Lines.resource("least-fields.ndjson");
        ByteArrayOutputStream copy = new ByteArrayOutputStream();

        for (Line line : Lines.of(log)) {
            EventWriter.copy(line, copy);
        }

        assertThat(copy.toString(UTF_8)).isEqualTo(log);
    }

    @Test
    void a_rejected_line_is_not_copied_because_only_its_beginning_is_left() {
        assertThatThrownBy(() -> EventWriter.copy(Lines.rejected("no event"), new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("line 1 was rejected and can not be copied: pass over it, or keep the log that it came"
                        + " from");
    }

    @Test
    void an_unknown_line_is_still_held_to_the_limits_and_to_well_formed_json() {
        assertThat(Lines.rejected("{\"type\":\"paused\",\"type\":\"paused\"}").field())
                .isEqualTo("type");
        assertThat(Lines.rejected("{\"type\":\"paused\"").problem()).contains("cut off");
    }
}

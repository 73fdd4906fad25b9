package io.infinityloop.json;

import static org.assertj.core.api.Assertions.assertThat;

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
    void an_unknown_line_is_still_held_to_the_limits_and_to_well_formed_json() {
        assertThat(Lines.rejected("{\"type\":\"paused\",\"type\":\"paused\"}").field())
                .isEqualTo("type");
        assertThat(Lines.rejected("{\"type\":\"paused\"").problem()).contains("cut off");
    }
}

package io.infinityloop.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.internal.json.Excerpt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenInputTest {
    private static final String GOOD =
            Lines.resource("every-event.ndjson").lines().findFirst().orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null  | null was given",
                "[]    | a list was given",
                "\"x\" | a text was given",
                "17    | a number was given",
                "true  | true was given"
            })
    void a_line_that_is_no_object_is_rejected(String line, String given) {
        assertThat(Lines.rejected(line))
                .isEqualTo(new Line.Rejected(
                        1, "", given + ": expected a JSON object such as {\"v\":1,\"type\":…}", line));
    }

    @Test
    void a_line_that_was_cut_off_is_rejected_wherever_it_was_cut() {
        for (int end = 1; end < GOOD.length(); end++) {
            Line.Rejected rejected = Lines.rejected(GOOD.substring(0, end));
            assertThat(rejected.field()).isEmpty();
            assertThat(rejected.problem()).isEqualTo("the line ends in the middle of its JSON: it was cut off");
        }
    }

    @Test
    void text_that_is_not_json_is_rejected_with_its_place() {
        assertThat(Lines.rejected("{\"v\":1,'type':2}"))
                .extracting(Line.Rejected::field, Line.Rejected::problem)
                .containsExactly(
                        "",
                        "not well-formed JSON at character 8: Unexpected character (''' (code 39)):"
                                + " was expecting double-quote to start field name");
        assertThat(Lines.rejected("{\"v\":NaN}").problem())
                .isEqualTo("not well-formed JSON at character 9: Non-standard token 'NaN'");
        assertThat(Lines.rejected("{\"v\":[1}").problem())
                .isEqualTo("not well-formed JSON at character 8: Unexpected close marker '}': expected ']'");
    }

    @Test
    void more_than_one_object_in_a_line_is_rejected() {
        assertThat(Lines.rejected(GOOD + GOOD).problem())
                .isEqualTo("more text follows the JSON object: expected one object a line");
        assertThat(Lines.rejected(GOOD + ",").problem()).startsWith("not well-formed JSON at character ");
    }

    @Test
    void nesting_of_64_is_passed_over_and_deeper_nesting_is_rejected() {
        assertThat(Lines.one(with("[".repeat(63) + "]".repeat(63)))).isInstanceOf(Line.Known.class);
        for (int depth : new int[] {64, 10_000, 1_000_000}) {
            assertThat(Lines.rejected(with("[".repeat(depth) + "]".repeat(depth))))
                    .extracting(Line.Rejected::field, Line.Rejected::problem)
                    .containsExactly("", "objects and lists are nested too deep: at most 64 levels are accepted");
        }
        assertThat(Lines.rejected("{\"a\":".repeat(10_000)).problem()).contains("nested too deep");
    }

    @Test
    void a_number_of_64_digits_is_passed_over_and_a_longer_one_is_rejected() {
        assertThat(Lines.one(with("9".repeat(64)))).isInstanceOf(Line.Known.class);
        for (String number : List.of("9".repeat(65), "9".repeat(1_000_000), "0." + "1".repeat(1_000_000))) {
            assertThat(Lines.rejected(with("{\"y\":[0," + number + "]}")))
                    .extracting(Line.Rejected::field, Line.Rejected::problem)
                    .containsExactly("x.y[1]", "the number is too long: at most 64 digits are accepted");
        }
        assertThat(Lines.one(with("[1e999,-1e1000000000]"))).isInstanceOf(Line.Known.class);
    }

    @Test
    void the_digits_of_an_exponent_count_and_one_that_no_number_has_is_rejected() {
        assertThat(Lines.one(with("1E" + "0".repeat(62) + "1"))).isInstanceOf(Line.Known.class);
        assertThat(Lines.one(with("-0." + "1".repeat(61) + "e-12"))).isInstanceOf(Line.Known.class);
        assertThat(Lines.one(with("-0." + "1".repeat(62) + "e-12"))).isInstanceOf(Line.Rejected.class);
        assertThat(Lines.rejected(with("1E" + "0".repeat(63) + "1")).problem())
                .isEqualTo("the number is too long: at most 64 digits are accepted");
        for (String number : List.of("1e99999999999", "[-1e-" + "9".repeat(62) + "]")) {
            assertThat(Lines.rejected(with(number)).problem())
                    .isEqualTo("the exponent of the number is too large to be one");
        }
    }

    @Test
    void a_text_above_the_limit_is_rejected() {
        assertThat(Lines.one(with("\"" + "a".repeat(1 << 20) + "\""))).isInstanceOf(Line.Known.class);
        assertThat(Lines.rejected(with("\"" + "a".repeat((1 << 20) + 1) + "\"")))
                .extracting(Line.Rejected::field, Line.Rejected::problem)
                .containsExactly("x", "the text is too long: at most 1048576 characters are accepted");
    }

    @Test
    void a_field_name_above_the_limit_is_rejected() {
        assertThat(Lines.one(with("{\"" + "a".repeat(1_000) + "\":1}"))).isInstanceOf(Line.Known.class);
        assertThat(Lines.rejected(with("{\"" + "a".repeat(1_001) + "\":1}")).problem())
                .isEqualTo("a field name has more than 1000 characters");
    }

    @Test
    void too_many_values_are_rejected_before_they_fill_the_memory() {
        assertThat(Lines.rejected(with("[{}" + ",{}".repeat(1_000_000) + "]")))
                .extracting(Line.Rejected::field, Line.Rejected::problem)
                .containsExactly("", "more than 250000 names and values in one line");
        assertThat(Lines.rejected(GOOD.replace("recorded", "advanced")
                        .replace("started", "advanced")
                        .replace(
                                "\"stage\":\"PLAN\"",
                                "\"from\":\"PLAN\",\"to\":\"CODE\",\"entered\":"
                                        + "\"2026-01-04T09:00:00Z\",\"artifacts\":[\"a:b\"" + ",\"a:b\"".repeat(100_000)
                                        + "]")))
                .extracting(Line.Rejected::field, Line.Rejected::problem)
                .containsExactly("artifacts", "100001 entries, at most 100000 are accepted");
    }

    @Test
    void an_endless_line_is_rejected_and_the_next_line_is_read() throws IOException {
        List<Line> lines = new ArrayList<>();
        InputStream start = new ByteArrayInputStream((GOOD + "\n{\"x\":\"").getBytes(UTF_8));
        InputStream end = new ByteArrayInputStream(("\"}\n" + GOOD + "\n").getBytes(UTF_8));

        EventReader.read(
                new SequenceInputStream(Collections.enumeration(List.of(start, new Letters(20L << 20), end))),
                lines::add);

        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
        assertThat(lines).first().isInstanceOf(Line.Known.class);
        assertThat(lines).last().isInstanceOf(Line.Known.class);
        assertThat(lines.get(1))
                .isEqualTo(new Line.Rejected(
                        2,
                        "",
                        "the line has more than 8388608 bytes: expected one event a line",
                        "{\"x\":\"" + "a".repeat(194) + "…"));
    }

    @Test
    void a_line_of_8_mib_is_read_and_one_byte_more_is_not() {
        String spaces = " ".repeat((8 << 20) - GOOD.length());

        assertThat(Lines.of(GOOD + spaces + "\n" + GOOD)).hasSize(2).allMatch(Line.Known.class::isInstance, "event");
        assertThat(Lines.rejected(GOOD + spaces + " ").problem()).startsWith("the line has more than 8388608 bytes");
    }

    @Test
    void bytes_that_are_not_utf_8_are_rejected_with_their_place() {
        byte[] before = (GOOD + "\n{\"type\":\"").getBytes(UTF_8);
        for (byte[] wrong : List.of(
                new byte[] {(byte) 0xC3, 0x28},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xFF},
                new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {(byte) 0xE4})) {
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            log.writeBytes(before);
            log.writeBytes(wrong);
            log.writeBytes(("\"}\n" + GOOD).getBytes(UTF_8));

            List<Line> lines = Lines.of(log.toByteArray());

            assertThat(lines).hasSize(3);
            assertThat((Line.Rejected) lines.get(1))
                    .extracting(Line.Rejected::field, Line.Rejected::problem)
                    .containsExactly("", "byte 10 of the line is not UTF-8: write the log as UTF-8");
            assertThat(lines.get(2)).isInstanceOf(Line.Known.class);
        }
        assertThat(Lines.of(new byte[] {'{', '"', (byte) 0xE4})).hasSize(1).allMatch(Line.Rejected.class::isInstance);
    }

    @Test
    void a_byte_order_mark_carriage_returns_and_blank_lines_are_accepted_and_counted() {
        List<Line> lines = Lines.of("\ufeff" + GOOD + "\r\n\r\n \t\n\n" + GOOD + "\r\n\n");

        assertThat(lines).allMatch(Line.Known.class::isInstance, "event");
        assertThat(lines).extracting(Line::number).containsExactly(1L, 5L);
    }

    @Test
    void a_log_without_a_line_feed_at_its_end_is_read_whole() {
        assertThat(Lines.of(GOOD + "\n" + GOOD))
                .isEqualTo(Lines.of(GOOD + "\n" + GOOD + "\n"))
                .hasSize(2);
        assertThat(Lines.of(GOOD + "\r")).isEqualTo(Lines.of(GOOD));
    }

    @Test
    void a_carriage_return_alone_ends_no_line() {
        assertThat(Lines.rejected(GOOD + "\r" + GOOD).problem()).startsWith("more text follows the JSON object");
    }

    @Test
    void nul_is_no_json_but_may_be_escaped_in_a_text() {
        assertThat(Lines.rejected(GOOD + "\u0000").problem()).startsWith("not well-formed JSON at character ");
        assertThat(Lines.rejected("\u0000").raw()).isEqualTo("\\u0000");
        assertThat(Lines.rejected(with("\"\u0000\"")).problem()).startsWith("not well-formed JSON at character ");
        assertThat(Lines.event(GOOD.replace("SHOP-1#1", "SHOP\\u0000")).id()).isEqualTo("SHOP\u0000");
    }

    @Test
    void half_a_surrogate_pair_is_read_where_it_is_escaped_and_rejected_where_it_is_a_name() {
        assertThat(Lines.event(GOOD.replace("SHOP-1#1", "\\ud800")).id()).isEqualTo("\ud800");
        assertThat(Lines.event(GOOD.replace("SHOP-1#1", "\\udc00\\ud800")).id()).isEqualTo("\udc00\ud800");
        assertThat(Lines.rejected(with("{\"\\ud800\":1}")).problem()).startsWith("not well-formed JSON");
    }

    @Test
    void a_field_that_is_there_twice_is_rejected_at_any_depth() {
        for (int depth : new int[] {0, 1, 2, 30, 60}) {
            String twice = "{\"a\":".repeat(depth) + "{\"b\":1,\"b\":1}" + "}".repeat(depth);
            assertThat(Lines.rejected(with(twice)))
                    .extracting(Line.Rejected::field, Line.Rejected::problem)
                    .containsExactly(
                            Excerpt.of("x" + ".a".repeat(depth) + ".b"), "the field is there twice: expected it once");
        }
        assertThat(Lines.rejected(with("[[],{\"b\":{},\"\\u0062\":[]}]")).field())
                .isEqualTo("x[1].b");
    }

    @Test
    void a_byte_order_mark_is_accepted_at_the_very_beginning_only() {
        assertThat(Lines.rejected("\n\ufeff" + GOOD).raw()).startsWith("\\ufeff{");
        assertThat(Lines.of("\ufeff")).isEmpty();
        assertThat(Lines.of("")).isEmpty();
    }

    @Test
    void what_is_shown_of_a_line_is_short_and_safe_to_print() {
        assertThat(Lines.rejected("\u001b[2J\u202e" + "x".repeat(300)).raw())
                .isEqualTo("\\u001b[2J\\u202e" + "x".repeat(195) + "…");
        assertThat(Lines.rejected("x".repeat(199) + "😀😀").raw()).isEqualTo("x".repeat(199) + "…");
        assertThat(Lines.rejected("é".repeat(200)).raw()).isEqualTo("é".repeat(200));
    }

    @Test
    void a_stream_that_fails_ends_the_reading_and_so_does_a_consumer() {
        InputStream failing = new ByteArrayInputStream(new byte[0]) {
            @Override
            public int read(byte[] buffer) throws IOException {
                throw new IOException("disk gone");
            }
        };
        assertThatThrownBy(() -> EventReader.read(failing, line -> {})).hasMessage("disk gone");
        assertThatThrownBy(() -> EventReader.read(new ByteArrayInputStream(GOOD.getBytes(UTF_8)), line -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
    }

    private static String with(String value) {
        return GOOD.replace("\"stage\"", "\"x\":" + value + ",\"stage\"");
    }

    /** A number of letters a, made as they are read. */
    private static final class Letters extends InputStream {
        private long left;

        Letters(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'a' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            int count = (int) Math.min(left, length);
            Arrays.fill(buffer, offset, offset + count, (byte) 'a');
            left -= count;
            return count == 0 ? -1 : count;
        }
    }
}

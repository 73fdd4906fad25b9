package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.internal.json.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {
    private static final String BEFORE = "{\"id\":\"before\"}";
    private static final String AFTER = "{\"id\":\"after\"}";

    @Nested
    class Shapes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"a\":1}\n{\"b\":2}\n",
                    "{\"a\":1}\r\n{\"b\":2}\r\n",
                    "{\"a\":1}\n\n \n{\"b\":2}",
                    "{\"a\":1}{\"b\":2}",
                    "\uFEFF{\"a\":1}\n\uFEFF{\"b\":2}",
                    "[{\"a\":1},{\"b\":2}]",
                    "[{\"a\":1}]\n[{\"b\":2}]\n",
                    " [\n  {\"a\":1}\n  , {\"b\":2}\n]\n",
                    "[]\n{\"a\":1},\n{\"b\":2},\n",
                })
        void records_stand_in_lines_in_lists_or_one_after_the_other(String text) {
            assertThat(Cuts.ofJson(text).all).containsExactly("{\"a\":1}", "{\"b\":2}");
        }

        @Test
        void a_record_may_have_many_lines_and_tells_where_it_begins() {
            String pretty = "{\n  \"a\": {\n    \"b\": [\n      {\n        \"c\": \"}\"\n      }\n    ]\n  }\n}";
            Cuts cuts = Cuts.ofJson("\n" + pretty + "\n" + pretty + "\n[\n  " + pretty + "\n]");
            assertThat(cuts.all).containsExactly(pretty, pretty, pretty);
            assertThat(cuts.whole.stream().map(Payload::line)).containsExactly(2L, 11L, 21L);
            assertThat(cuts.whole.stream().map(Payload::number)).containsExactly(1L, 2L, 3L);
            assertThat(cuts.whole.get(2).text("/a/b/0/c")).contains("}");
        }

        @Test
        void brackets_of_a_record_may_stand_where_lines_begin() {
            String flat = "{\n\"a\": [\n{\n\"b\": 1\n},\n{\n\"c\":\n{\n}\n}\n]\n}";
            String rows = "{\"a\": [\n{\"b\": 1},\n{\"b\": 2}\n], \"c\": {\n}}";
            assertThat(Cuts.ofJson(flat + "\n" + flat + "\n" + rows + "\n" + rows).all)
                    .containsExactly(flat, flat, rows, rows);
        }

        @Test
        void nothing_is_nothing() {
            assertThat(Cuts.ofJson("").all).isEmpty();
            assertThat(Cuts.ofJson("\uFEFF \r\n\t\n").all).isEmpty();
            assertThat(Cuts.ofJson("[ ]").all).isEmpty();
        }
    }

    @Nested
    class What_is_broken {
        static Stream<Arguments> hostile() {
            return Stream.of(
                    Arguments.of("{\"a\":\"x", "/a", "the record ends in the middle of its JSON: it was cut off"),
                    Arguments.of(
                            "{\"a\":{\"b\":1", "/a/b", "the record ends in the middle of its JSON: it was cut off"),
                    Arguments.of("{\"a\":1]", "/a", "not well-formed JSON at character 7: Unexpected close marker ']'"),
                    Arguments.of("{\"a\"1}", "/a", "not well-formed JSON at character 5: Unexpected character ('1'"),
                    Arguments.of("{\"a\":1,\"a\":2}", "/a", "the field is there twice: expected it once"),
                    Arguments.of("{\"a\":{\"b\":[0,1e999]}}", "/a/b/1", "the exponent of the number is too large"),
                    Arguments.of("{\"a\":" + "7".repeat(1_000_000) + "}", "/a", "the number is too long: at most 64"),
                    Arguments.of("{\"a\":" + "[".repeat(10_000), "", "objects and lists are nested too deep"),
                    Arguments.of("{\"a\":" + "{\"b\":".repeat(10_000) + "1" + "}".repeat(10_001), "", "objects and"),
                    Arguments.of(
                            "{\"a\":\"\u0000\"}",
                            "/a",
                            "not well-formed JSON at character 7: Illegal unquoted character"),
                    Arguments.of("{\"a\":\u00001}", "/a", "not well-formed JSON at character 7: Illegal character"),
                    Arguments.of("{\u0000\"a\":1}", "", "not well-formed JSON at character "),
                    Arguments.of("\u0000{\"a\":1}", "", "not well-formed JSON at character "),
                    Arguments.of("{\"a\":\"" + "x".repeat(2 << 20) + "\"}", "/a", "the text is too long: at most"),
                    Arguments.of("{\"" + "x".repeat(1_001) + "\":1}", "", "a field name has more than 1000 char"),
                    Arguments.of("{\"a\":\"" + "x".repeat(9 << 20) + "\"}", "", "the record has more than 8388608"),
                    Arguments.of("x".repeat(9 << 20), "", "the record has more than 8388608 bytes"),
                    Arguments.of("null", "", "null was given: expected a JSON object"),
                    Arguments.of("-1.5", "", "a number was given: expected a JSON object"),
                    Arguments.of("\"{\"", "", "a text was given: expected a JSON object"),
                    Arguments.of("true", "", "true was given: expected a JSON object"),
                    Arguments.of("2026-11-21 INFO {\"a\":1}", "", "not well-formed JSON at character 5: Unexpected"),
                    Arguments.of("}", "", "not well-formed JSON at character 1: Unexpected close marker '}'"),
                    Arguments.of("<a/>", "", "not well-formed JSON at character 1: Unexpected character ('<'"));
        }

        @ParameterizedTest(name = "{index}")
        @MethodSource("hostile")
        void costs_itself_only_and_is_told_with_line_and_field(String record, String field, String problem) {
            Cuts cuts = Cuts.ofJson(BEFORE + "\n" + record + "\n" + AFTER + "\n");
            assertThat(cuts.all).containsExactly(BEFORE, "broken in line 2", AFTER);
            Leftover broken = cuts.broken.get(0);
            assertThat(broken.problem()).startsWith(problem);
            assertThat(broken.field()).isEqualTo(field);
            assertThat(broken.number()).isEqualTo(2);
            assertThat(broken.cause()).isEqualTo(Leftover.Cause.REJECTED);
            String kept = record.length() > Limits.LINE_BYTES ? record.substring(0, 1_000) : record;
            assertThat(Cuts.text(broken.raw())).isEqualTo(kept);
            assertThat(cuts.whole.get(1).line()).isEqualTo(3);
        }

        @Test
        void bytes_that_are_no_text_are_told_by_their_place() {
            for (int[] bad : new int[][] {{0xC0, 0x80}, {0xED, 0xA0, 0x80}, {0xFF}, {0xC3, '"'}, {0xF8, 0x88}}) {
                byte[] line = (BEFORE + "\n{\"\u00E4\":\"        \"}\n" + AFTER).getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < bad.length; i++) {
                    line[BEFORE.length() + 1 + 8 + i] = (byte) bad[i];
                }
                Cuts cuts = Cuts.of(JsonRecords.of(new ByteArrayInputStream(line), 1));
                assertThat(cuts.raws()).containsExactly(BEFORE, AFTER);
                assertThat(cuts.broken.get(0).problem()).isEqualTo("byte 9 of the record is not UTF-8");
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\n  \"a\": \"x\ny\",\n  \"b\": {\n    \"c\": 1\n  }\n}",
                    "{\n  \"a\": [\n    {\n      \"b\": 1\n    },",
                    "{\n  \"a\": [",
                    "{\"a\":\"\\\n\"}",
                    "{\"a\":1,",
                    "{\"a\":[",
                    "{\"a\":1[",
                    "hello\n  {\"inner\":1}\n}",
                })
        void goes_on_to_the_next_line_that_begins_as_a_record_does(String record) {
            for (int after = 1; after < 4; after++) {
                Cuts cuts = Cuts.ofJson(BEFORE + "\n" + record + ("\n" + AFTER).repeat(after));
                assertThat(cuts.all.subList(0, 2)).containsExactly(BEFORE, "broken in line 2");
                assertThat(cuts.all.subList(2, cuts.all.size())).isEqualTo(Collections.nCopies(after, AFTER));
                assertThat(cuts.whole.get(1).line())
                        .isEqualTo(2 + record.lines().count());
            }
        }

        @Test
        void tells_in_which_of_its_lines_it_is_broken() {
            assertThat(Cuts.ofJson("{\n  \"a\": {\n    \"b\": nil\n  }\n}")
                            .broken
                            .get(0))
                    .satisfies(broken -> assertThat(broken.problem())
                            .startsWith("not well-formed JSON in line 3 of the record, at character "))
                    .satisfies(broken -> assertThat(broken.field()).isEqualTo("/a/b"));
        }

        @Test
        void costs_nothing_else_in_a_list() {
            assertThat(Cuts.ofJson("[null, 1, \"x, \\\"]\", [{\"a\":1}], {\"b\":2}]\n" + AFTER).all)
                    .containsExactly(
                            "broken in line 1",
                            "broken in line 1",
                            "broken in line 1",
                            "broken in line 1",
                            "{\"b\":2}",
                            AFTER);
            String list =
                    "[\n  {\n    \"a\": [\n    \"b\": 1\n  },\n  {\n    \"c\": {\n    }\n  },\n  " + AFTER + "\n]\n";
            assertThat(Cuts.ofJson(list + AFTER).all)
                    .containsExactly("broken in line 2", "{\n    \"c\": {\n    }\n  }", AFTER, AFTER);
        }

        @Test
        void a_list_without_an_end_is_told_once() {
            Cuts cuts = Cuts.ofJson("\n[" + BEFORE + ",\n" + AFTER);
            assertThat(cuts.all).containsExactly(BEFORE, AFTER, "broken in line 3");
            assertThat(cuts.broken.get(0).problem())
                    .isEqualTo("the list that begins in line 2 does not end: the file was cut off");
            assertThat(Cuts.ofJson("[" + BEFORE + ",\n{\"a\":").all).containsExactly(BEFORE, "broken in line 2");
        }
    }

    @Nested
    class What_is_lazy {
        @Test
        void is_parsed_when_it_is_opened() throws Exception {
            Cuts cuts = Cuts.of(JsonRecords.lazy(Cuts.stream("{\"type\":\"x\",\"a\":}\n" + AFTER), 1));
            assertThat(cuts.broken).isEmpty();
            Payload broken = cuts.whole.get(0);
            assertThat(broken.peek(Peek.at("/type"))).isEqualTo("x");
            assertThatThrownBy(broken::open)
                    .isInstanceOfSatisfying(
                            RejectedRecordException.class,
                            why -> assertThat(why.field()).isEqualTo("/a"));
            assertThatThrownBy(() -> broken.has("/type"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("record 1 can not be read: /a: not well-formed JSON");
            cuts.whole.get(1).open();
            assertThat(cuts.whole.get(1).text("/id")).contains("after");
        }
    }

    @Nested
    class Memory {
        @Test
        void stays_bounded_when_a_line_does_not_end() throws IOException {
            for (String beginning : List.of("{\"a\":\"", "{\"a\":[[1,", "x", "{\"a\":{\n", " ", "[\"")) {
                Records records = JsonRecords.of(
                        new SequenceInputStream(
                                Cuts.stream(BEFORE + "\n" + beginning),
                                new SequenceInputStream(Cuts.blanks(128L << 20), Cuts.stream("\n" + AFTER))),
                        1);
                Cuts cuts = Cuts.of(records);
                if (beginning.isBlank()) {
                    assertThat(cuts.raws()).containsExactly(BEFORE, AFTER);
                } else {
                    assertThat(cuts.all).startsWith(BEFORE, "broken in line 2").endsWith(AFTER);
                    assertThat(cuts.broken.get(0).raw()).hasSize(1_000);
                }
            }
        }
    }

    @Test
    void a_record_is_handed_on_before_more_is_read() throws IOException {
        InputStream live = new SequenceInputStream(Cuts.stream(BEFORE + "\n"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("nothing yet");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return read();
            }
        });
        Records records = JsonRecords.of(live, 1);
        assertThat(records.next()).isInstanceOf(Cut.Whole.class);
        assertThatThrownBy(records::next).hasMessage("nothing yet");
    }

    @Test
    void what_was_handed_on_does_not_change_when_more_is_read() {
        List<String> lines =
                IntStream.range(0, 20_000).mapToObj(i -> "{\"i\":" + i + "}").toList();
        Cuts cuts = Cuts.of(JsonRecords.lazy(Cuts.stream(String.join("\n", lines)), 1));
        assertThat(cuts.raws()).isEqualTo(lines);
    }
}

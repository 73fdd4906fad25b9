package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {
    private static final String HEADER = "id,title,at\n";

    private static Cuts cuts(String text) {
        return Cuts.of(CsvRecords.of(Cuts.stream(text), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_header_tells_what_stands_between_fields(String separator) {
        Cuts cuts = cuts("\"id\",title , at\r\n1,\"a, \"\"b\"\"; c\td\",\r\n\r\n2,x,\"\"".replace(",", separator));
        assertThat(cuts.broken).isEmpty();
        assertThat(cuts.whole.get(0).names("")).containsExactly("id", "title", "at");
        assertThat(cuts.whole.get(0).text("/title")).contains("a, \"b\"; c\td".replace(",", separator));
        assertThat(cuts.whole.get(0).text("/at")).isEmpty();
        assertThat(cuts.whole.get(1).text("/id")).contains("2");
        assertThat(cuts.whole.stream().map(Payload::line)).containsExactly(2L, 4L);
        assertThat(cuts.whole.stream().map(Payload::number)).containsExactly(1L, 2L);
    }

    @Test
    void a_field_in_quotes_may_have_many_lines() {
        Cuts cuts = cuts(HEADER + "1,\"a\r\nb\n\nc\",x\n2,y,z\n");
        assertThat(cuts.whole.get(0).text("/title")).contains("a\r\nb\n\nc");
        assertThat(cuts.whole.get(1).line()).isEqualTo(6);
        assertThat(cuts.raws()).containsExactly("1,\"a\r\nb\n\nc\",x", "2,y,z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1,2 | the row has 2 fields: the header has 3",
                "1,2,3,4 | the row has 4 fields: the header has 3",
                "1,\"x,2 | the quotes of a field are not closed, or text follows them",
                "1,\"x\"y,2 | the quotes of a field are not closed, or text follows them",
                "1,\"x\"y,\"2 | the quotes of a field are not closed, or text follows them",
            })
    void a_broken_row_costs_itself_only(String row, String problem) {
        for (String after : List.of("4,\"b\",6", "4,b,6", "4,\"b\nc\",\"d\"\"\"")) {
            Cuts cuts = cuts(HEADER + "0,0,0\n" + row + "\n" + after + "\n7,8,\"9\"");
            assertThat(cuts.all).containsExactly("0,0,0", "broken in line 3", after, "7,8,\"9\"");
            assertThat(cuts.broken.get(0).problem()).startsWith(problem);
            assertThat(cuts.broken.get(0).number()).isEqualTo(2);
            assertThat(Cuts.text(cuts.broken.get(0).raw())).isEqualTo(row);
        }
    }

    @Test
    void long_fields_and_endless_rows_are_rejected_in_bounded_memory() {
        Cuts longField = cuts(HEADER + "1," + "x".repeat(2 << 20) + ",3\n4,5,6");
        assertThat(longField.all).containsExactly("broken in line 2", "4,5,6");
        assertThat(longField.broken.get(0).field()).isEqualTo("/title");
        for (String begin : List.of("x", "1,\"", "1,\"\n")) {
            InputStream endless = new SequenceInputStream(
                    new SequenceInputStream(Cuts.stream(HEADER + begin), Cuts.blanks(200L << 20)),
                    Cuts.stream("\n4,5,6"));
            Cuts cuts = Cuts.of(CsvRecords.of(endless, 1));
            assertThat(cuts.all).startsWith("broken in line 2").endsWith("4,5,6");
            assertThat(cuts.broken).allMatch(broken -> broken.raw().length <= 1_000);
        }
    }

    @Test
    void bytes_that_are_no_text_are_told_by_their_place() {
        byte[] bytes = (HEADER + "1,x,\n4,5,6").getBytes(StandardCharsets.UTF_8);
        bytes[HEADER.length() + 2] = (byte) 0xE4;
        Cuts cuts = Cuts.of(CsvRecords.of(Cuts.drops(bytes, 3), 1));
        assertThat(cuts.broken.get(0).problem()).isEqualTo("byte 3 of the row is not UTF-8");
        assertThat(cuts.raws()).containsExactly("4,5,6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b,a | no row can be read: the header has the name a twice: expected each once",
                "a,,b | no row can be read: column 2 of the header has no name of 1 to 1000 characters",
                "a,\"b | no row can be read: the quotes of a field are not closed, or text follows them",
            })
    void without_a_header_nothing_can_be_read(String header, String problem) {
        Cuts cuts = cuts(header + "\n1,2,3\n");
        assertThat(cuts.all).containsExactly("broken in line 1");
        assertThat(cuts.broken.get(0).problem()).startsWith(problem);
    }

    @Property(tries = 300)
    void rows_come_back_equal(
            @ForAll("tables") List<List<String>> rows,
            @ForAll boolean isCarriage,
            @ForAll @IntRange(min = 1) int most) {
        StringBuilder text = new StringBuilder("a;b\n");
        for (List<String> row : rows) {
            text.append(String.join(
                            ";", row.stream().map(CsvRecordsTest::quoted).toList()))
                    .append(isCarriage ? "\r\n" : "\n");
        }
        Cuts cuts = Cuts.of(CsvRecords.of(Cuts.drops(text.toString().getBytes(StandardCharsets.UTF_8), most), 1));
        assertThat(cuts.broken).isEmpty();
        List<List<String>> read = new ArrayList<>();
        cuts.whole.forEach(row ->
                read.add(List.of(row.text("/a").orElse(""), row.text("/b").orElse(""))));
        assertThat(read).isEqualTo(rows);
    }

    private static String quoted(String field) {
        return field.length() % 2 == 0 && field.matches("[a-z]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> field = Arbitraries.strings()
                .withChars("ab;,\"\n\r\t \u20AC")
                .ofMaxLength(8)
                .map(text -> text.isBlank() ? "" : text);
        return field.list().ofSize(2).list().ofMaxSize(6);
    }
}

package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutterTest {
    private static Cuts cuts(byte[] bytes) {
        return Cuts.of(Cutter.of(new ByteArrayInputStream(bytes)));
    }

    private static Cuts cuts(String text) {
        return cuts(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\"}",
                "\uFEFF\n\n [{\"id\":\"1\"}]",
                "id,b\n1,2\n",
                "\uFEFFid;b\n1;2\n",
                "\"id\"\t\"b c\"\n1\t2",
                "starting, as always 1=2\n{\"id\":\"1\"}\n",
            })
    void the_first_bytes_tell_what_it_is(String text) throws IOException {
        for (int most = 1; most < 9; most++) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(Cuts.of(Cutter.of(Cuts.drops(bytes, most))).whole)
                    .singleElement()
                    .satisfies(record -> assertThat(record.text("/id")).contains("1"));
            assertThat(Cuts.of(Cutter.lazy(Cuts.drops(packed(bytes), most))).whole)
                    .singleElement()
                    .satisfies(record -> assertThat(record.text("/id")).contains("1"));
        }
    }

    @Test
    void lines_are_counted_from_the_very_beginning() {
        assertThat(cuts("\n\n{}").whole.get(0).line()).isEqualTo(3);
        assertThat(cuts("\n\na,b\n1,2").whole.get(0).line()).isEqualTo(4);
        assertThat(cuts("\n\n<testsuite>\n<testsuite><testcase/></testsuite></testsuite>")
                        .whole
                        .get(0)
                        .line())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "2026-11-21 INFO, started\n", "\u0000\u0001\u0002", "a\u0000b\u0000", "%PDF-1.4"})
    void what_is_nothing_of_it_is_told_once(String text) {
        Cuts cuts = cuts(text);
        assertThat(cuts.all).containsExactly("broken in line 1");
        assertThat(cuts.broken.get(0).problem())
                .startsWith("the stream begins with ")
                .contains("expected JSON");
        assertThat(Cuts.text(cuts.broken.get(0).raw())).isEqualTo(text);
    }

    @Test
    void other_encodings_are_told() {
        assertThat(cuts("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_16LE))
                        .broken
                        .get(0)
                        .problem())
                .startsWith("the stream begins with UTF-16 or no text");
        assertThat(cuts("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE)).broken).hasSize(1);
        assertThat(cuts("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)).broken).hasSize(1);
    }

    @Test
    void nothing_is_nothing() throws IOException {
        assertThat(cuts("").all).isEmpty();
        assertThat(cuts(" \n\t\r\n".repeat(10_000)).all).isEmpty();
        assertThat(cuts(packed(new byte[0])).all).isEmpty();
    }

    @Test
    void of_a_damaged_packed_file_what_was_whole_is_read() throws IOException {
        byte[] packed = packed("{\"a\":1}\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        Cuts cuts = cuts(Arrays.copyOf(packed, packed.length / 2));
        assertThat(cuts.whole).hasSizeGreaterThan(1_000);
        assertThat(cuts.broken.get(cuts.broken.size() - 1).problem())
                .startsWith("the packed file is damaged or cut off after ");
        assertThat(cuts(packed(packed)).all).containsExactly("broken in line 1");
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}

package io.infinityloop.metrics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.infinityloop.metrics.Log;
import io.infinityloop.metrics.Scorecard;
import io.infinityloop.metrics.Window;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and tools get to see; run with {@code -Dgolden.write=true} to write the golden files again. */
class ReportTest {
    private static void assertGolden(String text, String name) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(Path.of("src/test/resources/io/infinityloop/metrics/report", name), text);
        }
        assertThat(text).isEqualTo(golden(name));
    }

    private static String golden(String name) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            return Files.readString(Path.of("src/test/resources/io/infinityloop/metrics/report", name));
        }
        try (InputStream in = ReportTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The strings and numbers of a JSON text in order; throws if it is not JSON, or holds a field twice. */
    static List<String> scalars(String json) {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        List<String> scalars = new ArrayList<>();
        try (JsonParser parser = strict.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    scalars.add(parser.getText());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return scalars;
    }

    @Test
    void the_text_reads_as_written_down() throws IOException {
        assertGolden(TextReport.render(Reports.full()), "full.txt");
    }

    @Test
    void the_json_reads_as_written_down() throws IOException {
        assertGolden(JsonReport.render(Reports.full()), "full.json");
    }

    @Test
    void the_same_report_gives_the_same_bytes() {
        assertThat(TextReport.render(Reports.full())).isEqualTo(TextReport.render(Reports.full()));
        assertThat(JsonReport.render(Reports.full())).isEqualTo(JsonReport.render(Reports.full()));
    }

    @Test
    void numbers_are_plain() {
        assertThat(scalars(JsonReport.render(Reports.hostile("x"))))
                .contains("123456789.125", "9223372036854775807")
                .noneMatch(text -> text.matches("[0-9.]+[eE].*"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001b[31mred\u001b[0m \u009b2J",
                "\u202egnirts\u202c \u200f\u2066x",
                "two\nlines\r\nand\ttabs\u2028\u2029",
                "deleted\u007f",
                "\ud800 alone, \udc00 too",
                "部署频率部署频率部署频率部署频率部署频率部署频率部署频率部署频率部署频率部署频率部署频率",
                "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                "",
                " "
            })
    void text_of_others_does_no_harm(String text) {
        ReportProperties.assertHarmless(text);
    }

    @Test
    void a_long_name_does_no_harm() {
        ReportProperties.assertHarmless("x".repeat(10_000));
        ReportProperties.assertHarmless("word ".repeat(2_000));
    }

    @Test
    void the_headline_window_is_one_of_the_scorecard() {
        Scorecard scorecard = new Scorecard(Log.at(1), ZoneOffset.UTC, List.of(), List.of());
        Window window = new Window(Log.at(0), Log.at(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report("t", window, "", Map.of(), scorecard, new TreeMap<>(), List.of()))
                .withMessageContaining("no window [2026-01-05");
    }
}

package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {
    private static final Path SAMPLE = Path.of("sample", "shop-2026-q3.ndjson");
    private static final String DEPLOYMENT = """
            {"deployment":"d1","service":"shop","commit":"4f2a91c04f2a91c04f2a91c04f2a91c04f2a91c0",\
            "environment":"production","at":"2026-07-01T10:00:00Z"}
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.copy(SAMPLE, directory.resolve("log.ndjson"));
        Files.writeString(directory.resolve("plain.ndjson"), DEPLOYMENT);
    }

    private Tool convert(String target, String file, String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"convert", "--to", target, "--events", file}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return Tool.run(directory, all);
    }

    private String content(String file) throws IOException {
        return Files.readString(directory.resolve(file));
    }

    @Test
    void what_is_native_stays_as_it_is() throws IOException {
        Tool tool = convert("native", "log.ndjson");

        assertThat(tool.exitCode()).isZero();
        assertThat(tool.out()).isEqualTo(content("log.ndjson"));
        assertThat(tool.err()).isEqualTo("loop: 401 events read, 401 records written to native\n");
    }

    @Test
    void what_another_tool_wrote_is_measured_the_same_after_it_became_native() throws IOException {
        Tool tool = convert("native", "plain.ndjson", "--out", "own.ndjson");
        String own = Tool.run(directory, "report", "--events", "own.ndjson").out();
        String plain = Tool.run(directory, "report", "--events", "plain.ndjson").out();

        assertThat(tool.exitCode()).isZero();
        assertThat(tool.err()).contains("PRODUCTION is a guess by its name").contains("1 event read");
        assertThat(content("own.ndjson")).startsWith("{\"v\":1,\"type\":\"recorded\"");
        assertThat(plain).startsWith(own.replace("own.ndjson", "plain.ndjson").stripTrailing());
    }

    @Test
    void what_cdevents_have_no_word_for_is_counted() {
        Tool tool = convert("cdevents", "log.ndjson");

        assertThat(tool.exitCode()).isZero();
        assertThat(tool.out().lines()).allMatch(line -> line.contains("\"specversion\":\"0.5.1\""));
        assertThat(tool.err())
                .startsWith("loop: 401 events read, 54 records written to cdevents\n")
                .contains("loop: not written: 42 events (commit: CDEvents have no type for it)\n");
        assertThat(convert("CDEVENTS", "log.ndjson", "--commits").err()).doesNotContain("(commit: ");
    }

    @Test
    void a_table_has_a_row_for_each_event() throws IOException {
        Tool tool = convert("csv", "log.ndjson", "--out", "events.csv");

        assertThat(tool.exitCode()).isZero();
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err()).startsWith("loop: 401 events read, 401 records written to csv\n");
        assertThat(content("events.csv").split("\r\n", -1)).hasSize(1 + 401 + 1);
    }

    @Test
    void traces_are_of_loops() {
        Tool tool = convert("xes", "log.ndjson");

        assertThat(tool.exitCode()).isZero();
        assertThat(tool.out()).startsWith("<?xml").contains("<string key=\"concept:name\" value=\"SHOP-1\"/>");
        assertThat(tool.out().lines().filter(line -> line.strip().equals("<event>")))
                .hasSize(567);
    }

    @Test
    void a_broken_line_is_told_and_the_rest_is_written() throws IOException {
        Files.writeString(directory.resolve("plain.ndjson"), DEPLOYMENT + "{\"deployment\":\"d2\"}\n");
        Tool tool = convert("csv", "plain.ndjson");

        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.out().lines()).hasSize(2);
        assertThat(tool.err()).startsWith("loop: plain.ndjson, line 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "convert --events log.ndjson",
                "convert --to pdf --events log.ndjson",
                "convert --to csv --events log.ndjson --commits",
                "convert --to csv --events log.ndjson --out no/such/place.csv",
                "convert --to csv --events log.ndjson --out .",
                "convert --to csv --events gone.ndjson"
            })
    void what_it_can_not_do_it_says_in_a_sentence(String line) {
        Tool tool = Tool.run(directory, line.split(" ", -1));

        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err()).startsWith("loop: ").hasLineCount(1);
    }
}

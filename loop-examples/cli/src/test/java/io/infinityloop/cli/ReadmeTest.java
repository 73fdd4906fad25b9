package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.testkit.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path SOURCES = Path.of("src", "test", "java", "io", "infinityloop", "cli");

    @Test
    void the_examples_in_the_readme_are_those_that_are_compiled_here() throws IOException {
        assertThat(code(example("ReadmeExample"))).isEqualTo(code(block("java", 0)));
        assertThat(code(example("ReadmeJournalExample"))).isEqualTo(code(block("java", 1)));
        assertThat(block("java", 0).lines().filter(line -> !line.isBlank()).count())
                .isLessThanOrEqualTo(24);
    }

    private static String example(String type) throws IOException {
        List<String> source = Files.readAllLines(SOURCES.resolve(type + ".java"));
        int first = source.indexOf("        // README");
        int last = source.lastIndexOf("        // README");
        return String.join("\n", source.subList(first + 1, last)).stripIndent();
    }

    /** A formatter may break lines as it likes. */
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void the_example_prints_what_the_readme_says() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Clock hourly = SettableClock.ticking(Instant.parse("2026-09-01T09:00:00Z"), Duration.ofHours(1));
        ReadmeExample.run(hourly, new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8).strip()).isEqualTo(block("text", 1));
    }

    @Test
    void the_journal_of_the_readme_keeps_the_move_and_the_row(@TempDir Path folder) throws Exception {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + folder.resolve("loops.db"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE ticket (id TEXT)");

            ReadmeJournalExample.run(
                    database,
                    SettableClock.at(Instant.parse("2026-09-01T09:00:00Z")),
                    new PrintStream(printed, true, StandardCharsets.UTF_8));

            assertThat(printed.toString(StandardCharsets.UTF_8)).startsWith("CODE Intact[position=");
            try (ResultSet rows = statement.executeQuery("SELECT id FROM ticket")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("SHOP-1");
            }
        }
    }

    @Test
    void the_excerpt_of_a_run_is_one() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Path sample = Path.of("sample", "shop-2026-q3.ndjson");
        LoopTool.run(
                new LoopTool.Surroundings(
                        Path.of(""),
                        InputStream.nullInputStream(),
                        new PrintStream(printed, true, StandardCharsets.UTF_8),
                        System.err,
                        InstantSource.fixed(Tool.NOW),
                        false),
                "report",
                "--events",
                sample.toString());
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(block("text", 0));
    }

    @Test
    void the_readme_is_short() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(150);
    }

    /** The text of a fenced block of a language, counted from 0. */
    private static String block(String language, int number) throws IOException {
        String[] parts = Files.readString(README).split("(?m)^```" + language + "$", -1);
        String rest = parts[number + 1];
        return rest.substring(1, rest.indexOf("\n```"));
    }
}

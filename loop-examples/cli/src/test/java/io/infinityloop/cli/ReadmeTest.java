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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of("..", "..", "README.md");
    private static final Path SOURCE =
            Path.of("src", "test", "java", "io", "infinityloop", "cli", "ReadmeExample.java");

    @Test
    void the_example_in_the_readme_is_the_one_that_is_compiled_here() throws IOException {
        List<String> source = Files.readAllLines(SOURCE);
        int first = source.indexOf("        // README");
        int last = source.lastIndexOf("        // README");
        String example = String.join("\n", source.subList(first + 1, last)).stripIndent();

        assertThat(code(example)).isEqualTo(code(block("java", 0)));
        assertThat(block("java", 0).lines().filter(line -> !line.isBlank()).count())
                .isLessThanOrEqualTo(24);
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

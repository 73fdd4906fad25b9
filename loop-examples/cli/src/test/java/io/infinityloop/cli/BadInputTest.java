package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.infinityloop.cli.git.Apart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the user gets wrong: exit code 2, one sentence that names it, no stack trace. */
class BadInputTest {
    private static final String STARTED = """
            {"v":1,"type":"started","id":"1","source":"t","at":"2026-07-01T09:00:00Z","loop":"A","stage":"PLAN"}
            """;

    @TempDir
    private Path directory;

    @Test
    void a_directory_that_is_no_repository() {
        complains(Tool.run(directory, "report"), "is not in a git repository", directory.toString());
    }

    @Test
    void a_directory_that_is_not_there() {
        complains(Tool.run(directory, "report", "--git", "gone"), "gone", "there is no directory");
    }

    @Test
    void a_repository_without_a_commit() throws GitAPIException {
        Apart.init(directory).close();
        complains(Tool.run(directory, "report"), "has no commits yet");
    }

    @Test
    void a_file_that_is_not_there() {
        complains(Tool.run(directory, "report", "--events", "gone.ndjson"), "gone.ndjson", "does not exist");
        complains(Tool.run(directory, "check", "--events", "gone.ndjson"), "gone.ndjson", "does not exist");
    }

    @Test
    void a_file_that_is_a_directory() {
        complains(Tool.run(directory, "check", "--events", "."), "is a directory");
    }

    @Test
    void a_file_that_may_not_be_read() throws IOException {
        Path file = Files.writeString(directory.resolve("secret.ndjson"), STARTED);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file)).as("root may read everything").isFalse();
        complains(Tool.run(directory, "check", "--events", "secret.ndjson"), "secret.ndjson", "permission denied");
    }

    @Test
    void a_file_without_events() throws IOException {
        Files.writeString(directory.resolve("empty.ndjson"), "");
        complains(Tool.run(directory, "report", "--events", "empty.ndjson"), "there are no events");
    }

    @Test
    void a_broken_line_is_named_and_the_rest_is_measured() throws IOException {
        Files.writeString(
                directory.resolve("log.ndjson"),
                STARTED + "{\"type\":\"started\",\"id\":\"2\"\n"
                        + STARTED.replace("\"1\"", "\"3\"").replace("09:00:00Z", "nine"));

        Tool report = Tool.run(directory, "report", "--events", "log.ndjson");

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.err().lines())
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("loop: log.ndjson, line 2: "),
                        second -> assertThat(second).startsWith("loop: log.ndjson, line 3, field at: "));
        assertThat(report.out()).contains("events: 1", "2 lines could not be read");
        assertThat(Tool.run(directory, "check", "--events", "log.ndjson"))
                .satisfies(check -> assertThat(check.exitCode()).isEqualTo(2))
                .satisfies(check -> assertThat(check.out()).contains("1 of 1 loops"));
    }

    @Test
    void a_file_that_cannot_be_written() {
        complains(report("--out", "gone/report.txt"), "--out gone/report.txt", "cannot be written");
        complains(report("--out", "."), "--out .", "cannot be written");
    }

    @ParameterizedTest
    @CsvSource({
        "--zone, Mars/Olympus, is no time zone",
        "--from, yesterday, is no day such as",
        "--to, 2026-13-01, is no day such as",
        "--as-of, 2026-07-01T09:00:00, is no day such as",
        "--to, 2201-01-01, is out of range: give a year from 1970 to 2200",
        "--as-of, 2020-01-01, there are no events at or before 2020-01-01",
        "--from, -999999999-01-01T00:00:00Z, is out of range: give a year from 1970 to 2200",
        "--window, fortnight, fortnight",
        "--format, pdf, pdf",
        "--group-by, author, no number of this library is about a person",
        "--tag-pattern, '(', is no regular expression",
        "--fix-pattern, '(', is no regular expression",
        "--component-path, api, is not of the form NAME=PATH",
        "--component-path, api=, is not of the form NAME=PATH",
        "--component-path, api=../web, leads out of the repository",
        "--colour, red, --colour",
    })
    void an_option_that_makes_no_sense(String option, String value, String complaint) {
        complains(report(option, value), complaint);
    }

    @Test
    void a_time_that_ends_before_it_begins() {
        complains(
                report("--from", "2026-08-01", "--to", "2026-07-01"),
                "--from 2026-08-01 is not before --to 2026-07-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--git", "--events", "--out"})
    void a_name_that_no_file_can_have(String option) {
        complains(report(option, "a\u0000b"), "'a?b' cannot be the name of a file here");
    }

    @Test
    void a_standard_output_that_takes_nothing() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("no space left");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = LoopTool.run(
                new LoopTool.Surroundings(
                        directory,
                        new ByteArrayInputStream(STARTED.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(full, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        InstantSource.fixed(Tool.NOW),
                        false),
                "check",
                "--events",
                "-");
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("loop: standard output cannot be written\n");
    }

    @Test
    void a_command_that_is_not_there() {
        complains(Tool.run(directory, "measure"), "measure");
    }

    @Test
    void a_name_that_would_play_with_the_terminal() {
        Tool tool = Tool.run(directory, "check", "--events", "a\u001b[2Jb\nc");
        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.err()).isEqualTo("loop: --events a?[2Jb c does not exist\n");
    }

    private Tool report(String... more) {
        String[] args = new String[more.length + 3];
        args[0] = "report";
        args[1] = "--events";
        args[2] = "-";
        System.arraycopy(more, 0, args, 3, more.length);
        return Tool.withInput(STARTED, directory, args);
    }

    private static void complains(Tool tool, String... words) {
        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err()).startsWith("loop: ").contains(words).doesNotContain("Exception", "\tat ");
        assertThat(tool.err().lines()).hasSize(1);
    }
}

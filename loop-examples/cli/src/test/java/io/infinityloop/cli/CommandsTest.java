package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people get to see; run with {@code -Dgolden.write=true} to write the golden files again. */
class CommandsTest {
    private static final String SAMPLE = "sample/shop-2026-q3.ndjson";
    private static final Path HERE = Path.of("");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @Test
    void the_text_report_of_the_sample() throws IOException {
        Tool tool = Tool.run(HERE, "report", "--events", SAMPLE);
        assertThat(tool.exitCode()).isZero();
        assertThat(tool.err()).isEmpty();
        assertThat(tool.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        sameAsGolden("sample-report.txt", tool.out());
    }

    @Test
    void the_json_report_of_the_sample() throws IOException {
        Tool tool = Tool.run(
                HERE, "report", "--events", SAMPLE, "--format", "json", "--window", "month", "--group-by", "service");
        assertThat(tool.exitCode()).isZero();
        JsonNode report = new ObjectMapper().readTree(tool.out());
        assertThat(report.path("format").asText()).isEqualTo("infinity-loop-report");
        assertThat(report.path("version").asInt()).isEqualTo(1);
        sameAsGolden("sample-report.json", tool.out());
    }

    @Test
    void the_check_of_the_sample_finds_something() throws IOException {
        Tool tool = Tool.run(HERE, "check", "--events", SAMPLE);
        assertThat(tool.exitCode()).isEqualTo(1);
        sameAsGolden("sample-check.txt", tool.out());
    }

    @Test
    void a_log_that_fits_the_loop_passes(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("log.ndjson"), """
                {"type":"started","id":"1","source":"t","at":"2026-07-01T09:00:00Z","loop":"A","stage":"PLAN"}
                {"type":"advanced","id":"2","source":"t","at":"2026-07-02T09:00:00Z","loop":"A","from":"PLAN",\
                "to":"CODE","entered":"2026-07-01T09:00:00Z"}
                """);
        Tool tool = Tool.run(directory, "check", "--events", "log.ndjson");
        assertThat(tool.exitCode()).isZero();
        assertThat(tool.out()).contains("Machine: 1 of 1 loops", "Watcher: 0 deviations in 0 loops");
    }

    @Test
    void what_only_the_watcher_sees_is_a_finding_too(@TempDir Path directory) throws IOException {
        String started = """
                {"type":"started","id":"1","source":"t","at":"2026-07-01T09:00:00Z","loop":"A","stage":"PLAN"}
                """;
        Files.writeString(directory.resolve("log.ndjson"), started + started + "{\"type\":\"paused\"}\n");
        Tool tool = Tool.run(directory, "check", "--events", "log.ndjson");
        assertThat(tool.exitCode()).isEqualTo(1);
        assertThat(tool.out())
                .contains("Machine: 1 of 1 loops", "duplicate event", "1 line of a type, kind or version");
    }

    /** Both events 2 leave PLAN, but only the later one leads where event 3 begins. */
    @Test
    void of_two_events_with_one_id_the_later_counts_for_machine_and_watcher_whatever_the_order(@TempDir Path directory)
            throws IOException {
        String started = """
                {"type":"started","id":"1","source":"t","at":"2026-07-01T09:00:00Z","loop":"A","stage":"PLAN"}
                """;
        String advanced = """
                {"type":"advanced","id":"2","source":"t","at":"2026-07-02T09:00:00Z","loop":"A","from":"PLAN",\
                "to":"CODE","entered":"2026-07-01T09:00:00Z"}
                """;
        String wrong = advanced.replace("07-02", "07-01").replace("CODE", "TEST");
        String next = """
                {"type":"advanced","id":"3","source":"t","at":"2026-07-03T09:00:00Z","loop":"A","from":"CODE",\
                "to":"BUILD","entered":"2026-07-02T09:00:00Z"}
                """;
        for (String log : List.of(started + wrong + advanced + next, started + advanced + wrong + next)) {
            Files.writeString(directory.resolve("log.ndjson"), log);
            Tool tool = Tool.run(directory, "check", "--events", "log.ndjson");
            assertThat(tool.exitCode()).isEqualTo(1);
            assertThat(tool.out())
                    .contains("Machine: 1 of 1 loops", "Watcher: 1 deviation in 1 loop", "conflicting event");
        }
    }

    @Test
    void without_an_end_the_time_ends_with_what_was_known() throws IOException {
        Tool tool = Tool.run(HERE, "report", "--events", SAMPLE, "--as-of", "2026-08-20");
        assertThat(tool.out()).contains(" to 2026-08-19 · ", " · as of 2026-08-20 00:00");
    }

    @Test
    void a_commit_that_two_sources_report_is_counted_once(@TempDir Path directory) throws IOException {
        String commit = """
                {"type":"recorded","id":"1","source":"git","at":"2026-07-01T09:00:00Z",\
                "artifact":{"kind":"commit","id":"a","at":"2026-07-01T09:00:00Z","authoredAt":"2026-07-01T09:00:00Z"}}
                """;
        Files.writeString(directory.resolve("log.ndjson"), commit + commit.replace("git", "ci"));
        assertThat(Tool.run(directory, "report", "--events", "log.ndjson").out())
                .contains("events: 2 · commits: 1");
    }

    @Test
    void the_report_can_go_to_a_file(@TempDir Path directory) throws IOException {
        Path sample = HERE.toAbsolutePath().resolve(SAMPLE);
        Tool tool = Tool.run(directory, "report", "--events", sample.toString(), "--out", "report.txt");
        assertThat(tool).isEqualTo(new Tool(0, "", ""));
        assertThat(Files.readString(directory.resolve("report.txt"))).contains("Change lead time");
    }

    @Test
    void events_and_time_can_be_chosen() throws IOException {
        Tool tool = Tool.withInput(
                Files.readString(Path.of(SAMPLE)),
                HERE,
                "report",
                "--events",
                "-",
                "--from",
                "2026-08-01",
                "--to",
                "2026-09-01",
                "--as-of",
                "2026-08-20T12:00:00+02:00",
                "--zone",
                "Europe/Berlin",
                "--window",
                "none");
        assertThat(tool.exitCode()).isZero();
        assertThat(tool.out())
                .contains(
                        "standard input", "2026-08-01 to 2026-08-31 · 31 days · Europe/Berlin · as of 2026-08-20 12:00")
                .doesNotContain("by week");
        // 4, 11 and 18 August, in the 19.5 days from 1 August, midnight, to 20 August, noon: 21 / 19.5
        assertThat(tool.out()).contains("1.08/week");
    }

    @Test
    void releases_are_deployments_only_if_the_user_says_so() {
        String log = """
                {"type":"recorded","id":"1","source":"t","at":"2026-07-01T09:00:00Z","artifact":{"kind":"commit","id":"a",\
                "at":"2026-07-01T09:00:00Z","authoredAt":"2026-07-01T09:00:00Z"}}
                {"type":"recorded","id":"2","source":"t","at":"2026-07-01T11:00:00Z","artifact":{"kind":"release","id":"1",\
                "at":"2026-07-01T11:00:00Z","version":"1.0.0","derivedFrom":["commit:a"]}}
                """;
        assertThat(Tool.withInput(log, HERE, "report", "--events", "-").out())
                .contains("no changes deployed to production", "or say --release-is-deployment");
        assertThat(Tool.withInput(log, HERE, "report", "--events", "-", "--release-is-deployment")
                        .out())
                .containsPattern("Change lead time +2 h")
                .containsPattern("Deployment frequency +1/day")
                .contains("every release is taken for a production deployment");
    }

    @Test
    void a_line_that_is_not_known_is_named_and_a_finding() {
        Tool check = Tool.withInput(
                "{\"type\":\"Started\",\"id\":\"1\",\"source\":\"t\",\"at\":\"2026-07-01T09:00:00Z\"}\n",
                HERE,
                "check",
                "--events",
                "-");
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.err()).startsWith("loop: standard input, line 1: 'Started' is not known to this release");
    }

    @Test
    void help_is_given_for_the_asking() {
        assertThat(Tool.run(HERE)).satisfies(tool -> assertThat(tool.out()).contains("report", "check", "Examples:"));
        Tool help = Tool.run(HERE, "report", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("--git", "--events", "--format", "--out", "--from", "--to", "--as-of", "--zone", "--window");
    }

    static void sameAsGolden(String name, String text) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}

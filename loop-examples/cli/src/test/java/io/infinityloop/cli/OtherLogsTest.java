package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The logs of other tools, as the command reads them. */
class OtherLogsTest {
    private static final String DEPLOYMENTS = """
            {"deployment":"d0","service":"shop","environment":"eu-prod-1","at":"2026-07-01T09:00:00Z","commits":["1111111"]}
            {"deployment":"d1","service":"shop","environment":"eu-prod-1","at":"2026-07-02T09:00:00Z","commits":["2222222"]}
            {"incident":"i1","service":"shop","startedAt":"2026-07-02T10:00:00Z","resolvedAt":"2026-07-02T11:30:00Z","causedBy":"d1"}
            """;

    @TempDir
    private Path directory;

    @Test
    void a_plain_log_is_measured() throws IOException {
        Files.writeString(directory.resolve("log.json"), DEPLOYMENTS);

        Tool report = Tool.run(directory, "report", "--events", "log.json");

        assertThat(report.exitCode()).isZero();
        assertThat(report.out())
                .contains("events: 3 · deployments: 2")
                .containsPattern("Deployment frequency +1/day")
                .containsPattern("Change failure rate +50 %")
                .containsPattern("Time to restore service +1\\.5 h")
                .contains("environment eu-prod-1: PRODUCTION is a guess by its name (2 records)");
        assertThat(report.err()).isEmpty();
    }

    @Test
    void what_was_not_understood_is_named_and_kept_as_it_came() throws IOException {
        String broken = "{\"deployment\":\"d2\",\"at\":\"soon\"}";
        String stranger = "{\"hello\": \"world\"}";
        Files.writeString(directory.resolve("log.json"), DEPLOYMENTS + broken + "\n" + stranger + "\n");

        Tool report = Tool.run(directory, "report", "--events", "log.json", "--rejects", "rejects.json");

        assertThat(report.exitCode()).isEqualTo(2);
        assertThat(report.err()).startsWith("loop: log.json, line 4, field /at: 'soon' is no instant");
        assertThat(report.out()).contains("1 record of types that no format knows: ? (1)");
        assertThat(directory.resolve("rejects.json")).hasContent(broken + "\n" + stranger);
    }

    @Test
    void the_format_can_be_chosen() throws IOException {
        Files.writeString(directory.resolve("log.json"), DEPLOYMENTS);

        assertThat(Tool.run(directory, "report", "--events", "log.json", "--source", "plain")
                        .exitCode())
                .isZero();
        assertThat(Tool.run(directory, "report", "--events", "log.json", "--source", "gitlab")
                        .err())
                .contains("3 records of types that no format knows");
        assertThat(Tool.run(directory, "report", "--events", "log.json", "--source", "gitlub")
                        .err())
                .contains("--source 'gitlub' is not known: expected one of native, cdevents,");
    }

    @Test
    void test_reports_are_a_source_of_their_own() throws IOException {
        Path reports = Files.createDirectories(directory.resolve("target/surefire-reports"));
        Path report = Files.writeString(
                reports.resolve("TEST-shop.xml"),
                "<testsuite name=\"shop\" tests=\"4\" failures=\"1\" errors=\"0\" skipped=\"0\"><testcase name=\"a\"/>"
                        + "<testcase name=\"b\"/><testcase name=\"c\"/><testcase name=\"d\"><failure/></testcase>"
                        + "</testsuite>");
        Files.writeString(reports.resolve("other.xml"), "<settings/>");
        Files.setLastModifiedTime(report, FileTime.from(Instant.parse("2026-07-01T09:00:00Z")));

        Tool tool = Tool.run(directory, "report", "--junit", "target/surefire-reports");

        assertThat(tool.exitCode()).isZero();
        assertThat(tool.out()).contains("target/surefire-reports", "2026-07-01 to 2026-07-01", "events: 1");
        assertThat(tool.out()).containsPattern("Test pass rate +75 %");
        assertThat(Tool.run(directory, "report", "--junit", "gone").err()).contains("--junit gone is no directory");
    }

    @Test
    void any_log_can_be_checked() throws IOException {
        Files.writeString(directory.resolve("log.json"), DEPLOYMENTS);

        assertThat(Tool.run(directory, "check", "--events", "log.json").exitCode())
                .isZero();
    }
}

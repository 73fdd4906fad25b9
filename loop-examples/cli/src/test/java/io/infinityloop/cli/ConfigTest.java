package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.cli.git.Apart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every key of {@code .loop.yml} changes a report, and the report says so. */
class ConfigTest {
    private static final String FREQUENCY = "Deployment frequency";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeLogs() throws IOException {
        write(
                "log.ndjson",
                deployment("d1", "live", "UNKNOWN", "{\"repository\":\"mono\",\"environment\":\"live\"}")
                        + deployment("d2", "eu-1", "UNKNOWN", "{\"service\":\"till\",\"environment\":\"eu-1\"}")
                        + deployment("d3", "prod", "PRODUCTION", "{\"service\":\"till\",\"environment\":\"prod\"}"));
    }

    private static String deployment(String id, String commit, String environment, String labels) {
        return """
                {"type":"recorded","id":"c-%1$s","source":"ci","at":"2026-07-06T15:00:00Z","labels":%4$s,\
                "artifact":{"kind":"commit","id":"%2$s","at":"2026-07-06T15:00:00Z",\
                "authoredAt":"2026-07-06T15:00:00Z"}}
                {"type":"recorded","id":"%1$s","source":"ci","at":"2026-07-07T15:20:00Z","labels":%4$s,\
                "artifact":{"kind":"deployment","id":"%1$s","at":"2026-07-07T15:00:00Z","environment":"%3$s",\
                "status":"SUCCEEDED","finishedAt":"2026-07-07T15:00:00Z","derivedFrom":["commit:%2$s"]}}
                """.formatted(id, commit, environment, labels);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private void rules(String... lines) throws IOException {
        write(".loop.yml", String.join("\n", lines) + "\n");
    }

    private String report(String... more) {
        return report("log.ndjson", more);
    }

    private String report(String file, String[] more) {
        String[] args = new String[more.length + 3];
        args[0] = "report";
        args[1] = "--events";
        args[2] = file;
        System.arraycopy(more, 0, args, 3, more.length);
        Tool tool = Tool.run(directory, args);
        assertThat(tool.err()).isEmpty();
        assertThat(tool.exitCode()).isZero();
        return tool.out();
    }

    /** The rows of a metric and its segments, as far as they count something. */
    private static String rows(String out, String metric) {
        StringBuilder rows = new StringBuilder();
        boolean within = false;
        for (String line : out.lines().toList()) {
            within = line.startsWith("   " + metric) || (within && line.startsWith("     "));
            if (within && !line.startsWith(" ".repeat(10))) {
                rows.append(line.strip().replaceAll(" +", " ")).append('\n');
            }
        }
        return rows.toString();
    }

    @Nested
    class A_file {
        @Test
        void is_found_where_the_tool_runs_and_named_in_the_report() throws IOException {
            assertThat(report()).doesNotContain(".loop.yml");
            rules("zone: Europe/Berlin", "teams: {till: stores}");
            assertThat(report()).contains("the rules of .loop.yml count: zone, teams");
        }

        @Test
        void is_found_at_the_top_of_the_repository_and_no_higher() throws IOException, GitAPIException {
            Path inner = Files.createDirectories(directory.resolve("repo/src/main"));
            Files.copy(directory.resolve("log.ndjson"), inner.resolve("log.ndjson"));
            rules("zone: Asia/Tokyo");
            Apart.init(directory.resolve("repo")).close();
            assertThat(Tool.run(inner, "report", "--events", "log.ndjson").out())
                    .contains(" · UTC · ");
            write("repo/.loop.yml", "zone: Europe/Berlin\n");
            assertThat(Tool.run(inner, "report", "--events", "log.ndjson").out())
                    .contains(" · Europe/Berlin · ", "the rules of ../../.loop.yml count: zone");
            write("repo/src/main/.loop.yml", "zone: Asia/Tokyo\n");
            assertThat(Tool.run(inner, "report", "--events", "log.ndjson").out())
                    .contains(" · Asia/Tokyo · ");
        }

        @Test
        void is_none_of_a_directory_above_without_a_repository() throws IOException {
            Path inner = Files.createDirectories(directory.resolve("inner"));
            Files.copy(directory.resolve("log.ndjson"), inner.resolve("log.ndjson"));
            rules("zone: Asia/Tokyo");
            assertThat(Tool.run(inner, "report", "--events", "log.ndjson").out())
                    .contains(" · UTC · ");
        }

        @Test
        void may_be_named() throws IOException {
            rules("zone: Asia/Tokyo");
            write("ours.yml", "zone: Europe/Berlin\n");
            assertThat(report("--config", "ours.yml"))
                    .contains(" · Europe/Berlin · ", "the rules of ours.yml count: zone");
        }

        @Test
        void that_cannot_be_used_is_told_of_and_nothing_is_measured() throws IOException {
            rules("enviroments: {}", "zone: Mars");
            for (String command : new String[] {"report", "check"}) {
                Tool tool = Tool.run(directory, command, "--events", "log.ndjson");
                assertThat(tool.exitCode()).isEqualTo(2);
                assertThat(tool.out()).isEmpty();
                assertThat(tool.err().lines())
                        .satisfiesExactly(
                                first -> assertThat(first)
                                        .isEqualTo("loop: .loop.yml, line 1: 'enviroments' is not known: did you mean"
                                                + " environments?"),
                                second -> assertThat(second).startsWith("loop: .loop.yml, line 2, zone: 'Mars'"));
            }
        }

        @Test
        void that_is_named_is_there_and_no_directory() {
            assertThat(Tool.run(directory, "report", "--config", "gone.yml").err())
                    .isEqualTo("loop: --config gone.yml does not exist\n");
            assertThat(Tool.run(directory, "report", "--config", ".").err())
                    .isEqualTo("loop: --config . is a directory; give a file\n");
        }
    }

    @Test
    void environments_say_what_the_names_mean_in_any_log() throws IOException {
        assertThat(rows(report(), FREQUENCY)).startsWith("Deployment frequency 0.5/day only one");
        rules("environments:", "  LIVE: production", "  /eu-\\d/: production", "  prod: test");
        assertThat(rows(report(), FREQUENCY)).startsWith("Deployment frequency 1/day n=2");
        assertThat(report()).contains("the rules of .loop.yml count: environments");
    }

    @Test
    void environments_of_other_tools_are_no_guess_any_more() throws IOException {
        write("plain.json", """
                {"deployment":"a","finishedAt":"2026-07-07T15:00:00Z","environment":"live","outcome":"success"}
                """);
        assertThat(report("plain.json", new String[0])).contains("is a guess by its name");
        rules("environments: {live: production}");
        assertThat(report("plain.json", new String[0])).contains("1/day").doesNotContain("is a guess");
    }

    @Test
    void services_of_a_repository_each_have_its_facts() throws IOException {
        rules("services: {mono: [api, web]}", "environments: {live: production}", "group-by: service");
        assertThat(rows(report(), FREQUENCY))
                .contains("Deployment frequency 1.5/day n=3", "service=api", "service=web");
        rules("services: {mono: shop}", "environments: {live: production}", "group-by: service");
        assertThat(rows(report(), FREQUENCY)).contains("Deployment frequency 1/day n=2", "service=shop");
    }

    @Test
    void services_of_a_source_count_where_no_repository_is_named() throws IOException {
        write("log.ndjson", deployment("d1", "a", "PRODUCTION", "{}"));
        rules("services: {ci: [api, web]}", "group-by: service");
        assertThat(rows(report(), FREQUENCY)).contains("n=2", "service=api", "service=web");
    }

    @Test
    void services_of_other_tools_are_read_from_the_map() throws IOException {
        write("hook.json", """
                {"object_kind":"deployment","status":"success","status_changed_at":"2026-07-07 15:00:00 +0000",\
                "deployment_id":15,"environment":"production","environment_tier":"production",\
                "project":{"path_with_namespace":"acme/shop"}}
                """);
        String[] byService = {"--group-by", "service"};
        assertThat(rows(report("hook.json", byService), FREQUENCY)).contains("service=acme/shop");
        rules("services: {acme/shop: till}");
        assertThat(rows(report("hook.json", byService), FREQUENCY))
                .contains("service=till")
                .doesNotContain("acme");
        rules("services: {acme/shop: [a, b]}");
        assertThat(rows(report("hook.json", byService), FREQUENCY)).contains("n=2", "service=a ", "service=b ");
    }

    @Test
    void teams_have_the_numbers_of_their_services() throws IOException {
        assertThat(rows(report("--group-by", "team"), FREQUENCY)).contains("team=(unknown)");
        rules("teams: {till: stores}", "group-by: team");
        assertThat(rows(report(), FREQUENCY)).contains("team=stores 0.5/day");
        assertThat(rows(report(), "Change lead time")).contains("team=stores 24 h");
    }

    @Test
    void targets_are_what_the_report_judges_by() throws IOException {
        rules("targets:", "  dora.change-lead-time: < 1 h", "  DF: at least 1 / week", "  CFR: none");
        assertThat(report())
                .contains("target < 1 h missed", "target >= 1/week met")
                .contains("targets of .loop.yml: dora.change-lead-time < 1 h,", "dora.change-failure-rate none");
        assertThat(report("--format", "json")).contains("\"source\" : \".loop.yml\"");
        rules("targets:", "  dora.change-lead-time:", "    all: < 1 h", "    service=till: < 2 days");
        assertThat(report("--group-by", "service")).contains("target < 1 h missed", "target < 2 d met");
    }

    @Test
    void incidents_are_what_bears_their_labels() throws IOException {
        write("jira.json", """
                {"timestamp":1783436400000,"webhookEvent":"jira:issue_created","issue":{"key":"SHOP-4","fields":{\
                "summary":"Checkout is down","issuetype":{"name":"Bug"},"labels":["outage"],\
                "created":"2026-07-07T15:00:00.000+0000","updated":"2026-07-07T15:00:00.000+0000",\
                "status":{"statusCategory":{"key":"new"}}}}}
                """);
        assertThat(report("jira.json", new String[0])).doesNotContain("incident:SHOP-4");
        rules("incidents: [outage]");
        assertThat(report("jira.json", new String[] {"--format", "json"})).contains("SHOP-4");
    }

    @Test
    void time_and_segments_are_divided_by_default_as_is_said_and_the_command_line_counts_more() throws IOException {
        rules("zone: Europe/Berlin", "window: week", "group-by: [service]");
        assertThat(report("--from", "2026-06-01")).contains(" · Europe/Berlin · ", "by week", "service=till");
        assertThat(report("--from", "2026-06-01", "--zone", "Asia/Tokyo", "--window", "month", "--group-by", "team"))
                .contains(" · Asia/Tokyo · ", "by month", "team=(unknown)")
                .doesNotContain("service=till", "by week");
    }

    @Test
    void a_definition_counts_unless_the_command_line_has_another() throws IOException {
        rules("definition: devlake", "targets: {DF: at least 1 / week}");
        assertThat(report()).contains("@devlake are computed by the rules of", "target >= 1/week");
        assertThat(report("--definition", "metrik")).contains("@metrik").doesNotContain("@devlake");
        assertThat(report("--definition", "dora")).doesNotContain("@devlake");
    }

    @Test
    void a_comparison_and_a_check_count_what_matters_to_them() throws IOException {
        rules("environments: {prod: test}", "window: week");
        Tool comparison = Tool.run(directory, "compare", "DF", "--definition", "dora", "--events", "log.ndjson");
        assertThat(comparison.out())
                .contains("no successful production", "the rules of .loop.yml count: environments")
                .doesNotContain("window");
        assertThat(Tool.run(directory, "check", "--events", "log.ndjson").out())
                .contains("the rules of .loop.yml count: environments")
                .doesNotContain("window");
    }

    @Nested
    class A_repository {
        private void commit(Git git, int day, String file, String tag) throws IOException, GitAPIException {
            Path path = directory.resolve(file);
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, tag);
            PersonIdent person = new PersonIdent(
                    "a", "a@example.org", Instant.parse("2026-07-0" + day + "T12:00:00Z"), ZoneOffset.UTC);
            git.add().addFilepattern(file).call();
            git.commit()
                    .setAuthor(person)
                    .setCommitter(person)
                    .setSign(false)
                    .setMessage(tag)
                    .call();
            git.tag().setName(tag).setAnnotated(false).call();
        }

        private void repository() throws IOException, GitAPIException {
            Files.delete(directory.resolve("log.ndjson"));
            try (Git git = Apart.init(directory)) {
                git.getRepository()
                        .getConfig()
                        .setString("remote", "origin", "url", "https://example.org/acme/mono.git");
                git.getRepository().getConfig().save();
                commit(git, 1, "services/api/a", "build-1");
                commit(git, 2, "services/web/b", "build-2");
                commit(git, 3, "services/api/c", "api/v1.0.0");
                commit(git, 4, "services/web/d", "web/v1.0.0");
                commit(git, 5, "services/api/e", "api/v1.1.0");
                commit(git, 6, "services/web/f", "web/v1.0.1");
            }
        }

        private String measured(String... lines) throws IOException {
            rules(lines);
            Tool tool = Tool.run(directory, "report", "--release-is-deployment");
            assertThat(tool.err()).isEmpty();
            return tool.out();
        }

        @Test
        void is_read_as_the_patterns_say() throws IOException, GitAPIException {
            repository();
            assertThat(measured("window: none")).contains("releases: 4");
            assertThat(measured("tag-pattern: build-.*")).contains("releases: 2");
            assertThat(measured("fix-pattern: v1\\.0\\.1")).contains("Deployment rework rate");
            assertThat(rows(measured("window: none"), "Changes per release")).contains("2");
            assertThat(rows(
                            measured("component-paths:", "  api: services/api", "  web: [services/web]"),
                            "Changes per release"))
                    .isNotEqualTo(rows(measured("window: none"), "Changes per release"));
        }

        @Test
        void has_the_services_that_are_said_and_a_component_of_such_a_name_is_it() throws IOException, GitAPIException {
            repository();
            assertThat(rows(measured("group-by: service"), FREQUENCY)).contains("service=mono");
            assertThat(rows(measured("group-by: service", "services: {mono: shop}"), FREQUENCY))
                    .contains("service=shop")
                    .doesNotContain("mono");
            assertThat(rows(measured("group-by: service", "services: {mono: [api, web]}"), FREQUENCY))
                    .contains("service=api", "service=web")
                    .doesNotContain("mono");
        }
    }
}

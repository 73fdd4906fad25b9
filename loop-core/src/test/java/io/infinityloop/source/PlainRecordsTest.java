package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each thing that can be said plainly, and each way to say it wrongly. */
class PlainRecordsTest {
    private static final String TEN = "2026-07-01T10:00:00Z";
    private static final String ELEVEN = "2026-07-01T11:00:00Z";

    private static Read read(String text) {
        return Read.of(text.replace('\'', '"'));
    }

    static Stream<Arguments> told() {
        return Stream.of(
                arguments(
                        "{'deployment':'d1','environment':'production','startedAt':'" + TEN + "','finishedAt':'"
                                + ELEVEN + "','outcome':'failure','commit':'a1'}",
                        "DEPLOY deployment d1 | FAILED PRODUCTION | " + TEN + " to " + ELEVEN + " | commit:a1"),
                arguments(
                        "{'kind':'deployment','id':'d1','environment':'staging','at':'" + TEN
                                + "','commits':'a1, b2;c3'}",
                        "DEPLOY deployment d1 | SUCCEEDED STAGING | " + TEN + " | commit:a1 commit:b2 commit:c3"),
                arguments(
                        "{'deployment':'d1','tier':'production','environment':'eu','started_at':'" + TEN
                                + "','outcome':'running','releases':['r1']}",
                        "DEPLOY deployment d1 | IN_PROGRESS PRODUCTION | " + TEN + " | release:r1"),
                arguments(
                        "{'incident':7,'startedAt':'" + TEN + "','resolvedAt':'" + ELEVEN
                                + "','severity':'major','causedBy':'d1;d2'}",
                        "OPERATE incident 7 | MAJOR | " + TEN + " to " + ELEVEN + " | deployment:d1 deployment:d2"),
                arguments(
                        "{'kind':'incident','id':'7','detected_at':'" + TEN + "','caused_by':['d1']}",
                        "OPERATE incident 7 | " + TEN + " | deployment:d1"),
                arguments("{'change':'a1','at':'" + TEN + "'}", "CODE commit a1 | " + TEN),
                arguments(
                        "{'kind':'commit','id':'b2','authoredAt':'" + TEN + "','committedAt':'" + ELEVEN
                                + "','parents':'a1'}",
                        "CODE commit b2 | after a1 | " + ELEVEN),
                arguments(
                        "{'pullRequest':'12','openedAt':'" + TEN + "','mergedAt':'" + ELEVEN + "','commits':['a1']}",
                        "CODE pull-request 12 | MERGED | " + TEN + " to " + ELEVEN + " | commit:a1"),
                arguments(
                        "{'kind':'pull_request','id':'12','opened_at':'" + TEN + "','closed_at':'" + ELEVEN + "'}",
                        "CODE pull-request 12 | REJECTED | " + TEN + " to " + ELEVEN),
                arguments("{'pullRequest':'12','at':'" + TEN + "'}", "CODE pull-request 12 | OPEN | " + TEN),
                arguments(
                        "{'build':'b1','name':'nightly','startedAt':'" + TEN + "','finishedAt':'" + ELEVEN
                                + "','outcome':'success'}",
                        "BUILD build b1 | PASSED nightly | " + TEN + " to " + ELEVEN),
                arguments("{'build':'b1','startedAt':'" + TEN + "'}", "BUILD build b1 | UNKNOWN build | " + TEN),
                arguments(
                        "{'test':'t1','startedAt':'" + TEN + "','finishedAt':'" + ELEVEN + "','tests':5,'failures':1}",
                        "TEST test-run t1 | FAILED tests | " + TEN + " to " + ELEVEN),
                arguments("{'test':'t1','at':'" + TEN + "','tests':5}", "TEST test-run t1 | PASSED tests | " + TEN),
                arguments(
                        "{'release':'r1','version':'1.2.0','releasedAt':'" + TEN + "','commits':['a1']}",
                        "RELEASE release r1 | 1.2.0 | " + TEN + " | commit:a1"),
                arguments(
                        "{'id':'dl1','startedDate':'" + TEN + "','finishedDate':'" + ELEVEN
                                + "','result':'FAILURE','environment':'PRODUCTION','deploymentCommits':[{'repoUrl':"
                                + "'https://git.example/acme/shop.git','commitSha':'a1'},{'repoUrl':'x','commitSha':'b2'}]}",
                        "DEPLOY deployment dl1 | FAILED PRODUCTION | " + TEN + " to " + ELEVEN
                                + " | commit:a1 commit:b2"),
                arguments(
                        "{'id':'dl1','startedDate':'" + TEN + "','finishedDate':'" + ELEVEN
                                + "','result':'ABORT','environment':'TESTING','deploymentCommits':[{'commitSha':'a1'}]}",
                        "DEPLOY deployment dl1 | CANCELLED TEST | " + TEN + " to " + ELEVEN + " | commit:a1"),
                arguments(
                        "{'issueKey':'I-1','type':'INCIDENT','title':'x','createdDate':'" + TEN + "','resolutionDate':'"
                                + ELEVEN + "'}",
                        "OPERATE incident I-1 | " + TEN + " to " + ELEVEN));
    }

    @ParameterizedTest
    @MethodSource("told")
    void a_line_tells(String line, String expected) {
        assertThat(Told.of(read(line))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'deployment':'d1'} | | no instant at all",
                "{'deployment':'','at':'2026-07-01T10:00:00Z'} | /deployment or /id | expected the id of the deployment",
                "{'kind':'incident','at':'2026-07-01T10:00:00Z'} | /incident or /id | expected the id of the incident",
                "{'deployment':'d1','at':'soon'} | /at | 'soon' is no instant",
                "{'deployment':'d1','started_at':'soon'} | /started_at | 'soon' is no instant",
                "{'deployment':'d1','at':'2026-07-01T10:00:00Z','outcome':'sucess'} | /outcome | expected success",
                "{'deployment':'d1','at':'2026-07-01T10:00:00Z','result':'meh'} | /result | 'meh' is not known",
                "{'deployment':'d1','at':'2026-07-01T10:00:00Z','purpose':'fun'} | /purpose | rollback",
                "{'incident':'7','at':'2026-07-01T10:00:00Z','severity':'huge'} | /severity | expected critical",
                "{'incident':'7','at':'2026-07-01T10:00:00Z','resolved_at':'2026-07-01T09:00:00Z'} | /resolved_at"
                        + " | before the beginning",
                "{'test':'t1','at':'2026-07-01T10:00:00Z','tests':'many'} | /tests | 'many' is no count",
                "{'test':'t1','at':'2026-07-01T10:00:00Z','tests':1,'failed':2} | /tests | fewer than failed",
                "{'deployment':'d1','finshedAt':'2026-07-01T10:00:00Z'} | /finshedAt | expected finishedAt",
                "{'deployment':'d1','Started At':'2026-07-01T10:00:00Z'} | /Started At | expected startedAt",
                "{'deployment':'d1','at':'2026-07-01T10:00:00Z','evnironment':'x'} | /evnironment | expected environment",
                "{'id':'1','startedDate':'?','deploymentCommits':[{'commitSha':'a'}]} | /startedDate | no instant"
            })
    void what_is_wrong_is_named(String line, String field, String problem) {
        Leftover leftover = read(line).leftovers().get(0);

        assertThat(leftover.cause()).isEqualTo(Leftover.Cause.REJECTED);
        assertThat(leftover.field()).isEqualTo(field == null ? "" : field);
        assertThat(leftover.problem()).contains(problem);
    }

    @Test
    void what_is_said_of_one_thing_in_two_lines_is_put_together() {
        Read read = read("{'incident':'7','title':'down','service':'shop','startedAt':'" + TEN + "'}\n"
                + "{'incident':'7','resolvedAt':'" + ELEVEN + "'}");

        Incident whole = read.artifacts(Incident.class).get(1);
        assertThat(whole.title()).isEqualTo("down");
        assertThat(whole.at()).isEqualTo(Instant.parse(TEN));
        assertThat(whole.resolvedAt()).isEqualTo(Instant.parse(ELEVEN));
        assertThat(read.events().get(1).labels().get(Labels.SERVICE)).contains("shop");
    }

    @Test
    void names_that_mean_nothing_are_passed_over() {
        assertThat(read("{'deployment':'d1','at':'" + TEN + "','comment':'x','ticket':{'a':1}}")
                        .events())
                .hasSize(1);
    }

    @Test
    void the_repository_of_a_webhook_for_devlake_is_its_path() {
        String hook =
                "{'id':'dl1','finishedDate':'" + TEN + "','deploymentCommits':[{'repoUrl':'%s','commitSha':'a1'}]}";

        for (String url : new String[] {"https://git.example/acme/shop.git", "git@git.example:acme/shop.git"}) {
            assertThat(read(hook.formatted(url)).events().get(0).labels().get(Labels.REPOSITORY))
                    .contains("acme/shop");
        }
    }

    @Test
    void an_environment_that_nobody_named_is_unknown() {
        assertThat(read("{'deployment':'d1','at':'" + TEN + "'}").artifacts(Deployment.class))
                .extracting(Deployment::environment)
                .containsExactly(Environment.UNKNOWN);
    }
}

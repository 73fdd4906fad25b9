package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Incident;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JiraTest {
    private static final long CREATED = 1_550_286_112_971L;

    private static String hook(String event, long millis, String type, String category, String more, String changelog) {
        return ("{'timestamp':" + millis + ",'webhookEvent':'" + event + "','issue':{'key':'SHOP-4','fields':{"
                        + "'project':{'key':'SHOP'},'summary':'Checkout is down','issuetype':{'name':'" + type
                        + "'},'created':'2019-02-15T19:01:52.971-0800','updated':'2019-02-15T20:00:00.000-0800',"
                        + "'status':{'name':'Whatever','statusCategory':{'key':'" + category + "'}}" + more + "}}"
                        + changelog + "}")
                .replace('\'', '"');
    }

    private static String updated(String type, String category, String more) {
        return hook("jira:issue_updated", CREATED + 7_200_000, type, category, more, "");
    }

    static Stream<Arguments> told() {
        String item = "PLAN plan-item SHOP-4 | ";
        String incident = "OPERATE incident SHOP-4 | ";
        String at = "2019-02-16T03:01:52.971Z";
        return Stream.of(
                arguments(hook("jira:issue_created", CREATED, "Story", "new", "", ""), item + "OPEN FEATURE | " + at),
                arguments(updated("Bug", "indeterminate", ""), item + "OPEN FIX | " + at),
                arguments(updated("Bug", "done", ""), item + "CLOSED FIX | " + at),
                arguments(updated("Task", "undefined", ""), item + "UNKNOWN UNKNOWN | " + at),
                arguments(updated("Task", "new", ",'labels':['tech-debt','x']"), item + "OPEN TECHNICAL | " + at),
                arguments(updated("Incident", "new", ",'priority':{'name':'Highest'}"), incident + "CRITICAL | " + at),
                arguments(
                        updated(
                                "Incident",
                                "done",
                                ",'priority':{'name':'Medium'},'resolutiondate':'2019-02-15T20:01:52.971-0800'"),
                        incident + "MINOR | " + at + " to 2019-02-16T04:01:52.971Z"),
                arguments(
                        updated("Incident", "done", ",'statuscategorychangedate':'2019-02-15T19:31:52.971-0800'"),
                        incident + at + " to 2019-02-16T03:31:52.971Z"),
                arguments(
                        hook(
                                "jira:issue_updated",
                                CREATED + 7_200_000,
                                "incident",
                                "done",
                                "",
                                ",'changelog':{'id':'9','items':[{'field':'status','toString':'Fixed'}]}"),
                        incident + at + " to 2019-02-16T05:01:52.971Z"),
                arguments(updated("Incident", "done", ""), incident + at),
                arguments(
                        updated("Incident", "new", ",'resolutiondate':'2019-02-15T20:01:52.971-0800'"), incident + at),
                arguments(
                        hook("jira:issue_updated", CREATED, "Bug", "new", "", ",'issue_event_type_name':'issue_moved'"),
                        item + "OPEN FIX | " + at));
    }

    @ParameterizedTest
    @MethodSource("told")
    void a_hook_tells(String hook, String expected) {
        assertThat(Told.of(Read.of(hook))).containsExactly(expected);
    }

    @Test
    void the_event_is_of_its_moment_and_of_its_project() {
        var event = Read.of(updated("Bug", "new", "")).only();

        assertThat(event.at()).isEqualTo(Instant.ofEpochMilli(CREATED + 7_200_000));
        assertThat(event.source()).isEqualTo("jira:SHOP");
        assertThat(event.labels().get(Labels.SERVICE)).isEmpty();
    }

    @Test
    void what_an_incident_is_and_where_the_service_stands_can_be_said() {
        Jira jira = Jira.standard().withIncidents("outage", "sev1").withService("/issue/fields/components/0/name");
        Read read = Read.of(
                updated("Bug", "new", ",'labels':['SEV1'],'components':[{'name':'till'}]") + "\n"
                        + updated("Outage", "new", "") + "\n" + updated("Incident", "new", ""),
                SourceReader.builder().format(jira));

        assertThat(Told.of(read))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactly("OPERATE", "OPERATE", "PLAN");
        assertThat(read.events().get(0).labels().get(Labels.SERVICE)).contains("till");
    }

    @Test
    void an_incident_that_is_opened_again_is_not_over() {
        Read read = Read.of(String.join(
                "\n",
                updated("Incident", "done", ",'resolutiondate':'2019-02-15T20:01:52.971-0800'"),
                hook("jira:issue_updated", CREATED + 8_000_000, "Incident", "new", ",'resolutiondate':null", ""),
                hook("jira:issue_updated", CREATED + 9_000_000, "Incident", "new", ",'labels':['x']", "")));

        assertThat(read.artifacts(Incident.class))
                .extracting(Incident::resolvedAt)
                .containsExactly(Instant.parse("2019-02-16T04:01:52.971Z"), null, null);
    }

    @Test
    void comments_are_passed_over() {
        Read read = Read.of(hook("comment_created", CREATED, "Story", "new", "", ""));

        assertThat(read.reading().ignored()).containsOnlyKeys("jira:comment_created");
    }

    @Test
    void nobody_is_named() {
        String hook = updated("Bug", "new", ",'assignee':{'displayName':'Lovelace'},'creator':{'name':'lovelace'}");

        assertThat(Read.of(hook).only().toString()).doesNotContainIgnoringCase("lovelace");
    }
}

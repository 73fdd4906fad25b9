package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PullRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GitLabTest {
    private static final String SHA = "279484c09fbe69ededfced8c1bb6e6d24616b468";
    private static final String PROJECT =
            "'project':{'name':'Shop','path_with_namespace':'acme/shop','default_branch':'main'}";

    private static String hook(String kind, String rest) {
        return ("{'object_kind':'" + kind + "'," + PROJECT + "," + rest + "}").replace('\'', '"');
    }

    private static String attributes(String kind, String attributes, String... rest) {
        String more = rest.length == 0 ? "" : "," + rest[0];
        return hook(kind, "'object_attributes':{" + attributes + "}" + more);
    }

    private static String request(String action, String state, String updated, String... more) {
        return attributes(
                "merge_request",
                "'iid':1,'title':'Pay by card','author_id':51,'created_at':'2026-07-01 10:00:00 UTC','updated_at':'"
                        + updated + "','state':'" + state + "','action':'" + action + "','source_branch':'card',"
                        + "'last_commit':{'id':'da15608'}" + String.join("", more),
                "'user':{'id':6}");
    }

    private static String deployment(String status, String at, String... more) {
        return hook(
                "deployment",
                "'status':'" + status + "','status_changed_at':'" + at + "','deployment_id':15,'deployable_id':796,"
                        + "'environment':'eu','environment_tier':'production','short_sha':'279484c0',"
                        + "'commit_url':'http://git.example/acme/shop/-/commit/" + SHA + "'" + String.join("", more));
    }

    private static String item(String kind, String type, String action, String state, String updated, String... more) {
        return attributes(
                kind,
                "'iid':23,'title':'Checkout is down','type':'" + type + "','created_at':'2026-07-01T10:00:00Z',"
                        + "'updated_at':'" + updated + "','state':'" + state + "','action':'" + action + "'"
                        + String.join("", more));
    }

    private static String pipeline(String status, String more) {
        return attributes(
                "pipeline",
                "'id':31,'ref':'main','sha':'bcbb5ec','status':'" + status + "','created_at':'2016-08-12 15:23:28 UTC',"
                        + "'duration':63," + more,
                "'builds':[{'id':380,'stage':'deploy','name':'production','status':'skipped'},"
                        + "{'id':377,'stage':'test','name':'unit','status':'success',"
                        + "'created_at':'2016-08-12 15:23:28 UTC','started_at':'2016-08-12 15:26:12 UTC',"
                        + "'finished_at':'2016-08-12 15:26:29 UTC'}]");
    }

    private static String job(String stage, String status, String more) {
        return hook(
                "build",
                "'ref':'main','sha':'2293ada','build_id':1977,'build_name':'unit','build_stage':'" + stage
                        + "','build_status':'" + status + "','pipeline_id':2366,'commit':{'id':2366},"
                        + "'build_created_at':'2021-02-23T02:41:37.886Z'," + more);
    }

    static Stream<Arguments> told() {
        return Stream.of(requests(), deployments(), runs(), items(), tags()).flatMap(all -> all);
    }

    private static Stream<Arguments> requests() {
        String opened = "CODE pull-request acme/shop!1 | ";
        return Stream.of(
                arguments(
                        request("open", "opened", "2026-07-01 10:00:00 UTC"),
                        opened + "OPEN | 2026-07-01T10:00:00Z | commit:da15608"),
                arguments(
                        request("merge", "merged", "2026-07-02 10:00:00 UTC", ",'merge_commit_sha':'c0ffee1'"),
                        opened + "MERGED | 2026-07-01T10:00:00Z to 2026-07-02T10:00:00Z | commit:c0ffee1"
                                + " commit:da15608"),
                arguments(
                        request("open", "opened", "2026-07-01 10:00:00 UTC", ",'merge_commit_sha':'c0ffee1'"),
                        opened + "OPEN | 2026-07-01T10:00:00Z | commit:da15608"),
                arguments(
                        request("close", "closed", "2026-07-02T10:00:00Z"),
                        opened + "REJECTED | 2026-07-01T10:00:00Z to 2026-07-02T10:00:00Z | commit:da15608"),
                arguments(
                        request("update", "merged", "2026-07-03T10:00:00Z"),
                        opened + "MERGED | 2026-07-01T10:00:00Z | commit:da15608"),
                arguments(
                        request("approved", "opened", "2026-07-01T11:00:00Z"),
                        opened + "OPEN APPROVED by reviewer | 2026-07-01T10:00:00Z | commit:da15608"),
                arguments(
                        request("approval", "opened", "2026-07-01T11:00:00Z").replace("\"id\":6", "\"id\":51"),
                        opened + "OPEN APPROVED by author | 2026-07-01T10:00:00Z | commit:da15608"),
                arguments(
                        request("unapproved", "opened", "2026-07-01T11:00:00Z"),
                        opened + "OPEN COMMENTED by reviewer | 2026-07-01T10:00:00Z | commit:da15608"));
    }

    private static Stream<Arguments> deployments() {
        String begun = "DEPLOY deployment acme/shop/deployments/15 | ";
        return Stream.of(
                arguments(
                        deployment("running", "2021-04-28 21:50:00 +0200"),
                        begun + "IN_PROGRESS PRODUCTION | 2021-04-28T19:50:00Z | commit:" + SHA),
                arguments(
                        deployment("success", "2021-04-28 21:50:00 +0200"),
                        begun + "SUCCEEDED PRODUCTION | 2021-04-28T19:50:00Z | commit:" + SHA),
                arguments(
                        deployment("failed", "2021-04-28 21:50:00 -0100"),
                        begun + "FAILED PRODUCTION | 2021-04-28T22:50:00Z | commit:" + SHA),
                arguments(
                        deployment("canceled", "2021-04-28 21:50:00 +0000"),
                        begun + "CANCELLED PRODUCTION | 2021-04-28T21:50:00Z | commit:" + SHA),
                arguments(
                        deployment("success", "2021-04-28 21:50:00 UTC")
                                .replace("\"production\"", "\"staging\"")
                                .replace("\"deployment_id\":15,", ""),
                        "DEPLOY deployment acme/shop/jobs/796 | SUCCEEDED STAGING | 2021-04-28T21:50:00Z | commit:"
                                + SHA),
                arguments(
                        deployment("success", "2021-04-28 21:50:00 UTC").replace("commit_url", "other_url"),
                        begun + "SUCCEEDED PRODUCTION | 2021-04-28T21:50:00Z | commit:279484c0"));
    }

    private static Stream<Arguments> runs() {
        String unit = "TEST test-run acme/shop/jobs/377 | PASSED unit | 2016-08-12T15:26:12Z to 2016-08-12T15:26:29Z"
                + " | commit:bcbb5ec build:acme/shop/pipelines/31";
        String job = " acme/shop/jobs/1977 | ";
        String of = " | commit:2293ada build:acme/shop/pipelines/2366";
        return Stream.of(
                arguments(
                        pipeline("success", "'finished_at':'2016-08-12 15:26:29 UTC'"),
                        "BUILD build acme/shop/pipelines/31 | PASSED pipeline | 2016-08-12T15:23:28Z to"
                                + " 2016-08-12T15:26:29Z | commit:bcbb5ec\n" + unit),
                arguments(
                        pipeline("failed", "'queued_duration':12,'finished_at':'2016-08-12 15:26:29 UTC'"),
                        "BUILD build acme/shop/pipelines/31 | FAILED pipeline | 2016-08-12T15:23:40Z to"
                                + " 2016-08-12T15:26:29Z | commit:bcbb5ec\n" + unit),
                arguments(
                        pipeline("manual", "'finished_at':null"),
                        "BUILD build acme/shop/pipelines/31 | RUNNING pipeline | 2016-08-12T15:23:28Z | commit:bcbb5ec\n"
                                + unit),
                arguments(
                        pipeline("running", "'finished_at':null").replace("\"builds\":[", "\"builds\":[],\"x\":["),
                        "BUILD build acme/shop/pipelines/31 | RUNNING pipeline | 2016-08-12T15:23:28Z"
                                + " | commit:bcbb5ec"),
                arguments(
                        job(
                                "test",
                                "success",
                                "'build_started_at':'2021-02-23 02:42:00 UTC',"
                                        + "'build_finished_at':'2021-02-23 02:44:00 UTC'"),
                        "TEST test-run" + job + "PASSED unit | 2021-02-23T02:42:00Z to 2021-02-23T02:44:00Z" + of),
                arguments(
                        job(
                                "compile",
                                "failed",
                                "'build_started_at':'2021-02-23 02:42:00 UTC',"
                                        + "'build_finished_at':'2021-02-23 02:44:00 UTC'"),
                        "BUILD build" + job + "FAILED unit | 2021-02-23T02:42:00Z to 2021-02-23T02:44:00Z" + of),
                arguments(
                        job("deploy", "created", "'environment':{'name':'eu'}"),
                        "BUILD build" + job + "RUNNING unit | 2021-02-23T02:41:37.886Z" + of));
    }

    private static Stream<Arguments> items() {
        return Stream.of(
                arguments(
                        item("issue", "Issue", "open", "opened", "2026-07-01T10:00:00Z", ",'labels':[{'title':'bug'}]"),
                        "PLAN plan-item acme/shop#23 | OPEN FIX | 2026-07-01T10:00:00Z"),
                arguments(
                        item("work_item", "Task", "close", "closed", "2026-07-02T10:00:00Z"),
                        "PLAN plan-item acme/shop#23 | CLOSED UNKNOWN | 2026-07-01T10:00:00Z"),
                arguments(
                        item("issue", "Incident", "open", "opened", "2026-07-01T10:00:00Z", ",'severity':'high'"),
                        "OPERATE incident acme/shop#23 | MAJOR | 2026-07-01T10:00:00Z"),
                arguments(
                        item(
                                "work_item",
                                "Incident",
                                "close",
                                "closed",
                                "2026-07-01T12:00:05Z",
                                ",'severity':'critical','closed_at':'2026-07-01T12:00:00Z'"),
                        "OPERATE incident acme/shop#23 | CRITICAL | 2026-07-01T10:00:00Z to 2026-07-01T12:00:00Z"),
                arguments(
                        item(
                                "work_item",
                                "Incident",
                                "close",
                                "closed",
                                "2026-07-01T12:00:05Z",
                                ",'severity':'unknown'"),
                        "OPERATE incident acme/shop#23 | 2026-07-01T10:00:00Z to 2026-07-01T12:00:05Z"));
    }

    private static Stream<Arguments> tags() {
        return Stream.of(
                arguments(
                        hook(
                                "release",
                                "'action':'create','tag':'v1.0.0','released_at':'2021-02-25 21:23:34 UTC',"
                                        + "'commit':{'id':'2626dbd','timestamp':'2021-02-25T21:21:58+00:00'}"),
                        "RELEASE release acme/shop@v1.0.0 | v1.0.0 | 2021-02-25T21:23:34Z | commit:2626dbd"),
                arguments(
                        hook("release", "'action':'delete','tag':'v1.0.0','released_at':'2021-02-25 21:23:34 UTC'"),
                        ""),
                arguments(
                        hook(
                                "push",
                                "'ref':'refs/heads/main','before':'0000','after':'b2','commits':["
                                        + "{'id':'b1','title':'One','timestamp':'2011-12-12T14:27:31+02:00'},"
                                        + "{'id':'b2','title':'Two','timestamp':'2012-01-03T23:36:29+02:00'}]"),
                        "CODE commit b1 | 2011-12-12T12:27:31Z\nCODE commit b2 | after b1 | 2012-01-03T21:36:29Z"),
                arguments(hook("tag_push", "'ref':'refs/tags/v1.0.0','checkout_sha':null"), ""));
    }

    @ParameterizedTest
    @MethodSource("told")
    void a_hook_tells(String hook, String expected) {
        assertThat(String.join("\n", Told.of(Read.of(hook)))).isEqualTo(expected);
    }

    @Test
    void a_deployment_is_what_its_first_and_its_last_hook_say_in_either_order() {
        List<String> hooks = new ArrayList<>(List.of(
                deployment("running", "2021-04-28 21:50:00 +0200"),
                deployment("success", "2021-04-28 21:55:00 +0200")));
        Read inOrder = Read.of(String.join("\n", hooks));
        Collections.reverse(hooks);
        Read late = Read.of(String.join("\n", hooks));

        for (Read read : List.of(inOrder, late)) {
            Deployment whole = read.artifacts(Deployment.class).get(1);
            assertThat(whole.at()).isEqualTo(Instant.parse("2021-04-28T19:50:00Z"));
            assertThat(whole.finishedAt()).isEqualTo(Instant.parse("2021-04-28T19:55:00Z"));
            assertThat(whole.status()).hasToString("SUCCEEDED");
        }
    }

    @Test
    void a_merge_request_keeps_when_it_was_merged_and_who_said_what_when_it_is_edited_later() {
        Read read = Read.of(String.join(
                "\n",
                request("open", "opened", "2026-07-01T10:00:00Z"),
                request("approved", "opened", "2026-07-01T11:00:00Z"),
                request("merge", "merged", "2026-07-01T12:00:00Z", ",'merge_commit_sha':'c0ffee1'"),
                request("update", "merged", "2026-07-05T10:00:00Z", ",'merge_commit_sha':'c0ffee1'")));

        PullRequest last = read.artifacts(PullRequest.class).get(3);
        assertThat(last.closedAt()).isEqualTo(Instant.parse("2026-07-01T12:00:00Z"));
        assertThat(last.reviews()).hasSize(1);
        assertThat(read.events()).extracting(event -> event.key()).doesNotHaveDuplicates();
    }

    @Test
    void an_incident_that_is_opened_again_is_not_over() {
        Read read = Read.of(String.join(
                "\n",
                item("issue", "Incident", "close", "closed", "2026-07-01T12:00:00Z"),
                item("issue", "Incident", "reopen", "opened", "2026-07-01T13:00:00Z"),
                item("issue", "Incident", "close", "closed", "2026-07-01T15:00:00Z")));

        assertThat(read.artifacts(Incident.class))
                .extracting(Incident::resolvedAt)
                .containsExactly(Instant.parse("2026-07-01T12:00:00Z"), null, Instant.parse("2026-07-01T15:00:00Z"));
    }

    @Test
    void a_label_makes_an_incident_if_that_is_said() {
        String labelled = item("issue", "Issue", "open", "opened", "2026-07-01T12:00:00Z")
                .replaceFirst("\\{", "{\"labels\":[{\"title\":\"Outage\"}],");
        assertThat(Read.of(labelled).artifacts(Incident.class)).isEmpty();
        Read read = Read.of(labelled, SourceReader.builder().format(new GitLab().withIncidents("outage")));
        assertThat(read.artifacts(Incident.class)).extracting(Incident::id).containsExactly("acme/shop#23");
    }

    @Test
    void a_push_onto_the_default_branch_says_what_its_commits_follow() {
        String commits = "'commits':[{'id':'b1','title':'One','timestamp':'2026-07-01T10:00:00Z'},"
                + "{'id':'b2','title':'Two','timestamp':'2026-07-01T11:00:00Z'},"
                + "{'id':'b3','title':'Merge branch \\u0027card\\u0027 into \\u0027main\\u0027',"
                + "'timestamp':'2026-07-01T12:00:00Z'}],'total_commits_count':5,'before':'a1'";

        assertThat(Told.of(Read.of(hook("push", "'ref':'refs/heads/main'," + commits))))
                .containsExactly(
                        "CODE commit b1 | after a1 | 2026-07-01T10:00:00Z",
                        "CODE commit b2 | after b1 | 2026-07-01T11:00:00Z",
                        "CODE commit b3 | after a1 b1 b2 | 2026-07-01T12:00:00Z");
        assertThat(Told.of(Read.of(hook("push", "'ref':'refs/heads/card'," + commits))))
                .allMatch(line -> !line.contains("after"));
    }

    @Test
    void commits_that_a_push_only_counts_are_counted_as_untold() {
        String push = hook(
                "push",
                "'ref':'refs/heads/main','commits':[{'id':'b1','timestamp':'2026-07-01T10:00:00Z'}],"
                        + "'total_commits_count':23");

        assertThat(Read.of(push).reading().untold()).containsExactly(Map.entry("gitlab: commits of pushes", 22L));
    }

    @Test
    void when_a_tag_was_pushed_only_the_receiver_can_say() {
        String push = hook(
                "tag_push",
                "'ref':'refs/tags/v1.0.0','checkout_sha':'82b3d5a',"
                        + "'commits':[{'id':'82b3d5a','timestamp':'2012-01-03T23:36:29+02:00'}]");
        Instant received = Instant.parse("2026-07-01T10:00:00Z");

        assertThat(Read.of(push).leftovers().get(0).problem())
                .contains("no instant")
                .contains("undated(");
        assertThat(Told.of(Read.of(push, SourceReader.builder().undated(received))))
                .containsExactly("RELEASE release acme/shop@v1.0.0 | v1.0.0 | 2026-07-01T10:00:00Z | commit:82b3d5a");
    }

    @Test
    void labels_name_repository_branch_environment_and_the_time_in_the_queue() {
        Labels job = Read.of(job("test", "success", "'build_started_at':'2021-02-23 02:42:00 UTC'"))
                .only()
                .labels();
        Labels deployed =
                Read.of(deployment("success", "2021-04-28 21:50:00 UTC")).only().labels();

        assertThat(job.get(Labels.REPOSITORY)).contains("acme/shop");
        assertThat(job.get(Labels.BRANCH)).contains("main");
        assertThat(job.get(Labels.QUEUED)).contains("2021-02-23T02:41:37.886Z");
        assertThat(deployed.get(Labels.ENVIRONMENT)).contains("eu");
        assertThat(deployed.get(Labels.SERVICE)).contains("acme/shop");
    }

    @Test
    void nobody_is_named() {
        String hook = request("merge", "merged", "2026-07-01T12:00:00Z")
                .replace(
                        "{\"id\":6}",
                        "{\"id\":6,\"name\":\"Lovelace\",\"username\":\"lovelace\",\"email\":\"lovelace@x.example\"}");

        assertThat(Read.of(hook).only().toString()).doesNotContainIgnoringCase("lovelace");
    }

    @Test
    void comments_say_nothing_about_the_loop_and_new_hooks_are_unknown() {
        Read read = Read.of(hook("note", "'x':1") + "\n" + hook("telepathy", "'x':1"));

        assertThat(read.reading().ignored()).containsOnlyKeys("gitlab:note");
        assertThat(read.reading().unknown()).containsOnlyKeys("gitlab:telepathy");
    }
}

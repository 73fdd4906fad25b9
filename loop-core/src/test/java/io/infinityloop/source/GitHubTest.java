package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.Review;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GitHubTest {
    private static final String A = "a".repeat(40);
    private static final String B = "b".repeat(40);
    private static final String M = "e".repeat(40);
    private static final String DAY = "2026-07-01T";

    private static String record(String fields) {
        return Read.line(fields + ",'repository':{'id':7,'full_name':'acme/shop','pushed_at':1782896700},"
                + "'sender':{'id':1,'login':'octo'}");
    }

    private static String push(String ref, String more, String... commits) {
        return record("'ref':'" + ref + "','before':'" + "0".repeat(39) + "1','after':'x'" + more + ",'commits':["
                + String.join(",", commits) + "]");
    }

    private static String commit(String id, String message) {
        return "{'id':'" + id + "','message':'" + message + "','timestamp':'2026-07-01T10:30:00+02:00',"
                + "'author':{'name':'Ann','email':'ann@acme.example'}}";
    }

    private static String pullRequest(String action, String updated, String more) {
        return record("'action':'" + action + "'," + pull(updated, more));
    }

    private static String pull(String updated, String more) {
        return "'pull_request':{'number':12,'title':'Pay by card','body':'Fixes #3, and closes #4','created_at':'10:00',"
                + "'updated_at':'" + updated + "','user':{'id':5,'login':'ann','type':'User'},'state':'open',"
                + "'merged_at':null,'merge_commit_sha':'" + M + "','head':{'sha':'" + A + "','ref':'cards'}" + more
                + "}";
    }

    private static String review(int id, String at, String state, int by) {
        return record("'action':'" + (state.equals("dismissed") ? state : "submitted") + "','review':{'id':" + id
                + ",'state':'" + state + "','submitted_at':'" + at + "','user':{'id':" + by + ",'login':'bo'}},"
                + pull(at, ""));
    }

    private static String run(String action, String status, String conclusion, int attempt, String updated) {
        return record("'action':'" + action + "','workflow':{'name':'CI'},'workflow_run':{'id':30,'run_attempt':"
                + attempt
                + ",'head_sha':'" + A + "','head_branch':'main','status':'" + status + "','conclusion':" + conclusion
                + ",'event':'push','created_at':'09:00','run_started_at':'09:0" + attempt + "','updated_at':'" + updated
                + "'}");
    }

    private static String deployment(String environment, String more) {
        return "'deployment':{'id':9,'sha':'" + A + "','ref':'main','task':'deploy','environment':'" + environment
                + "','created_at':'11:00','updated_at':'11:30','creator':{'id':5,'login':'ann','type':'User'}" + more
                + "}";
    }

    private static String status(int id, String state, String at, String more) {
        return record("'action':'created','deployment_status':{'id':" + id + ",'state':'" + state
                + "','environment':'production','created_at':'" + at + "'}," + deployment("production", more));
    }

    private static String job(String more) {
        return record("'action':'completed','workflow_job':{'id':4,'run_id':30,'name':'ship','status':'completed',"
                + "'conclusion':'failure','created_at':'11:00','started_at':'11:02','completed_at':'11:09'}" + more);
    }

    private static String release(String action, String more) {
        return record("'action':'" + action + "','release':{'id':2,'tag_name':'v1.4.0','name':'Cards',"
                + "'target_commitish':'main','draft':false,'created_at':'08:00','published_at':'12:00'" + more + "}");
    }

    private static String issue(String action, String updated, String labels, String more) {
        return record("'action':'" + action + "','issue':{'number':3,'title':'Checkout is slow','state':'open',"
                + "'created_at':'13:00','updated_at':'" + updated + "','closed_at':null,'labels':[" + labels + "]"
                + more
                + "}");
    }

    private static String label(String name) {
        return "{'id':1,'name':'" + name + "'}";
    }

    static Stream<Arguments> records() {
        String deployed = "deployment:acme/shop/deployments/9";
        String closed = ",'state':'closed','closed_at':'14:00'";
        return Stream.of(
                arguments(
                        "a push",
                        push("refs/heads/main", "", commit(A, "Add cards\\n\\nLong text")),
                        "CODE commit:" + A + " 'Add cards' after [" + "0".repeat(39) + "1] 01T08:30- @01T09:05"),
                arguments(
                        "a push of a new branch",
                        push("refs/heads/x", ",'created':true", commit(A, "Fix #3: fixes #4")),
                        "CODE commit:" + A + " 'Fix #3: fixes #4' after [] 01T08:30- @01T09:05"
                                + " < plan-item:acme/shop#3 plan-item:acme/shop#4"),
                arguments(
                        "a forced push",
                        push("refs/heads/x", ",'forced':true", commit(A, "Again")),
                        "CODE commit:" + A + " 'Again' after [] 01T08:30- @01T09:05"),
                arguments("a branch deleted", push("refs/heads/x", ",'deleted':true,'head_commit':null"), ""),
                arguments(
                        "a tag pushed",
                        push("refs/tags/v1.4.0", ",'head_commit':{'id':'" + A + "'}"),
                        "RELEASE release:acme/shop@v1.4.0 v1.4.0 01T09:05- @01T09:05 < commit:" + A),
                arguments("a tag that is no version", push("refs/tags/nightly", ""), ""),
                arguments("a tag deleted", push("refs/tags/v1.4.0", ",'deleted':true,'head_commit':null"), ""),
                arguments(
                        "a tag created",
                        record("'ref':'shop-1.4','ref_type':'tag','master_branch':'main'"),
                        "RELEASE release:acme/shop@shop-1.4 shop-1.4 01T09:05- @01T09:05"),
                arguments("a branch created", record("'ref':'2.0','ref_type':'branch','master_branch':'main'"), ""),
                arguments(
                        "a pull request opened",
                        pullRequest("opened", "10:00", ""),
                        "CODE pull-request:acme/shop#12 OPEN 01T10:00- @01T10:00 < commit:" + A
                                + " plan-item:acme/shop#3 plan-item:acme/shop#4"),
                arguments(
                        "a pull request merged",
                        pullRequest("closed", "11:01", ",'state':'closed','closed_at':'11:00','merged_at':'11:00'"),
                        "CODE pull-request:acme/shop#12 MERGED 01T10:00-01T11:00 @01T11:01 < commit:" + A + " commit:"
                                + M + " plan-item:acme/shop#3 plan-item:acme/shop#4"),
                arguments(
                        "a pull request closed without a merge, though there is a hash of one",
                        pullRequest("closed", "11:00", ",'state':'closed','closed_at':'11:00'"),
                        "CODE pull-request:acme/shop#12 REJECTED 01T10:00-01T11:00 @01T11:00 < commit:" + A
                                + " plan-item:acme/shop#3 plan-item:acme/shop#4"),
                arguments(
                        "a run requested",
                        run("requested", "queued", "null", 1, "09:01"),
                        "BUILD build:acme/shop/runs/30/1 CI RUNNING 01T09:01- @01T09:01 < commit:" + A),
                arguments(
                        "a run completed",
                        run("completed", "completed", "'success'", 1, "09:10"),
                        "BUILD build:acme/shop/runs/30/1 CI PASSED 01T09:01-01T09:10 @01T09:10 < commit:" + A),
                arguments(
                        "a run that failed the second time",
                        run("completed", "completed", "'failure'", 2, "09:20"),
                        "BUILD build:acme/shop/runs/30/2 CI FAILED 01T09:02-01T09:20 @01T09:20 < commit:" + A),
                arguments(
                        "a deployment",
                        record("'action':'created'," + deployment("production", ",'production_environment':true")),
                        "DEPLOY " + deployed + " PRODUCTION IN_PROGRESS 01T11:00- @01T11:00 < commit:" + A),
                arguments(
                        "a deployment on its way",
                        status(1, "in_progress", "11:01", ",'production_environment':true"),
                        "DEPLOY " + deployed + " PRODUCTION IN_PROGRESS 01T11:00- @01T11:01 < commit:" + A),
                arguments(
                        "a deployment that waits",
                        status(1, "waiting", "11:01", ",'production_environment':true"),
                        "DEPLOY " + deployed + " PRODUCTION IN_PROGRESS 01T11:00- @01T11:01 < commit:" + A),
                arguments(
                        "a deployment through",
                        status(2, "success", "11:05", ",'production_environment':true"),
                        "DEPLOY " + deployed + " PRODUCTION SUCCEEDED 01T11:00-01T11:05 @01T11:05 < commit:" + A),
                arguments(
                        "a deployment that failed",
                        status(2, "failure", "11:05", ",'production_environment':true"),
                        "DEPLOY " + deployed + " PRODUCTION FAILED 01T11:00-01T11:05 @01T11:05 < commit:" + A),
                arguments(
                        "a deployment with an error",
                        status(2, "error", "11:05", ",'production_environment':true"),
                        "DEPLOY " + deployed + " PRODUCTION FAILED 01T11:00-01T11:05 @01T11:05 < commit:" + A),
                arguments("a deployment that another one followed", status(3, "inactive", "19:00", ""), ""),
                arguments(
                        "a job that deploys",
                        job("," + deployment("production", ",'production_environment':true")),
                        "DEPLOY " + deployed + " PRODUCTION FAILED 01T11:00-01T11:09 @01T11:09 < commit:" + A),
                arguments("a job that does not", job(""), ""),
                arguments(
                        "a release published",
                        release("published", ""),
                        "RELEASE release:acme/shop@v1.4.0 v1.4.0 01T12:00- @01T12:00"),
                arguments("a release as a draft", release("created", ",'published_at':null,'draft':true"), ""),
                arguments("a release deleted", release("deleted", ""), ""),
                arguments(
                        "an issue opened",
                        issue("opened", "13:00", label("bug"), ""),
                        "PLAN plan-item:acme/shop#3 FIX OPEN 01T13:00- @01T13:00"),
                arguments(
                        "an issue closed",
                        issue("closed", "14:00", "", closed),
                        "PLAN plan-item:acme/shop#3 UNKNOWN CLOSED 01T13:00- @01T14:00"),
                arguments(
                        "an issue deleted",
                        issue("deleted", "14:00", "", ""),
                        "PLAN plan-item:acme/shop#3 UNKNOWN CLOSED 01T13:00- @01T14:00"),
                arguments(
                        "an incident opened",
                        issue("opened", "13:00", label("Incident") + "," + label("sev: sev1"), ""),
                        "OPERATE incident:acme/shop#3 CRITICAL 01T13:00- @01T13:00"),
                arguments(
                        "an incident closed",
                        issue("closed", "14:00", label("incident"), closed + ",'body':'Root cause: " + A + "'"),
                        "OPERATE incident:acme/shop#3 null 01T13:00-01T14:00 @01T14:00 < commit:" + A),
                arguments(
                        "an incident reopened, which still says when it was closed",
                        issue("reopened", "15:00", label("incident"), ",'closed_at':'14:00'"),
                        "OPERATE incident:acme/shop#3 null 01T13:00- @01T15:00"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void a_record_tells(String name, String record, String told) {
        Read read = Read.of(record);
        assertThat(read.reading().rejections()).isEmpty();
        assertThat(read.reading().formats()).containsOnlyKeys("github");
        assertThat(Brief.of(read)).isEqualTo(told.isEmpty() ? List.of() : List.of(told));
    }

    @Test
    void labels_say_where_it_belongs_and_no_person_is_named() {
        Read read = Read.of(push("refs/heads/feature/cards", "", commit(A, "Add cards"))
                + review(1, "10:30", "approved", 6)
                + status(2, "success", "11:05", ""));

        assertThat(read.events()).extracting(event -> event.metadata().source()).containsOnly("github:acme/shop");
        assertThat(read.events().get(0).labels().get(Labels.BRANCH)).contains("feature/cards");
        assertThat(read.events().get(0).labels().get(Labels.REPOSITORY)).contains("acme/shop");
        assertThat(read.events().get(0).labels().get(Labels.SERVICE)).contains("acme/shop");
        assertThat(read.events().get(2).labels().get(Labels.ENVIRONMENT)).contains("production");
        assertThat(read.events().toString()).doesNotContainIgnoringCase("ann").doesNotContain("octo", "bo,");
    }

    @Test
    void the_commits_of_a_push_follow_one_another_and_a_merge_has_two_parents() {
        List<Commit> commits = Read.of(push(
                        "refs/heads/main",
                        "",
                        commit(A, "One"),
                        commit(B, "Two"),
                        commit(M, "Merge pull request #12 from acme/cards")))
                .artifacts(Commit.class);

        assertThat(commits.get(1).parents()).containsExactly(A);
        assertThat(commits.get(2).parents()).containsExactlyInAnyOrder(B, "0".repeat(39) + "1");
        assertThat(commits.get(2).isMerge()).isTrue();
    }

    @Test
    void reviews_gather_and_one_that_is_dismissed_is_none() {
        String first = review(1, "10:10", "approved", 6);
        String all = first
                + review(2, "10:20", "changes_requested", 8)
                + review(3, "10:30", "commented", 5)
                + first
                + review(1, "10:10", "dismissed", 6)
                + pullRequest("closed", "11:00", ",'state':'closed','closed_at':'11:00','merged_at':'11:00'");

        List<PullRequest> snapshots = Read.of(all).artifacts(PullRequest.class);

        assertThat(snapshots).hasSize(5);
        PullRequest merged = snapshots.get(4);
        assertThat(merged.status()).isEqualTo(PullRequest.Status.MERGED);
        assertThat(merged.reviews())
                .extracting(Review::verdict)
                .containsExactly(Review.Verdict.CHANGES_REQUESTED, Review.Verdict.COMMENTED);
        assertThat(merged.reviews()).extracting(Review::isByAuthor).containsExactly(false, true);
    }

    @Test
    void a_pull_request_that_is_opened_again_has_no_end() {
        List<PullRequest> snapshots = Read.of(pullRequest("closed", "11:00", ",'state':'closed','closed_at':'11:00'")
                        + pullRequest("reopened", "12:00", ""))
                .artifacts(PullRequest.class);

        assertThat(snapshots.get(1).status()).isEqualTo(PullRequest.Status.OPEN);
        assertThat(snapshots.get(1).closedAt()).isNull();
    }

    @Test
    void a_release_that_is_created_published_and_released_is_told_once_and_its_tag_gives_the_commit() {
        Read read = Read.of(release("created", "")
                + release("published", "")
                + release("released", "")
                + push("refs/tags/v1.4.0", ",'head_commit':{'id':'" + A + "'}"));

        List<Release> releases = read.artifacts(Release.class);
        assertThat(read.events().stream().map(LoopEvent::key).distinct()).hasSize(2);
        Release last = releases.get(releases.size() - 1);
        assertThat(last.tag()).isEqualTo("v1.4.0");
        assertThat(last.derivedFrom()).extracting(Object::toString).containsExactly("commit:" + A);
        assertThat(last.at()).isEqualTo(DAY + "12:00:00Z");
    }

    @Test
    void an_issue_that_becomes_an_incident_leaves_the_plan_and_one_that_is_none_ends() {
        String label = label("incident");
        Read read = Read.of(issue("opened", "13:00", "", "")
                + issue("labeled", "13:10", label, "")
                        .replace(",\"repository\"", ",\"label\":{\"name\":\"incident\"},\"repository\"")
                + issue("unlabeled", "13:40", "", "")
                        .replace(",\"repository\"", ",\"label\":{\"name\":\"incident\"},\"repository\""));

        assertThat(Brief.of(read))
                .containsExactly(
                        "PLAN plan-item:acme/shop#3 UNKNOWN OPEN 01T13:00- @01T13:00",
                        "PLAN plan-item:acme/shop#3 UNKNOWN CLOSED 01T13:00- @01T13:10",
                        "OPERATE incident:acme/shop#3 null 01T13:00- @01T13:10",
                        "PLAN plan-item:acme/shop#3 UNKNOWN OPEN 01T13:00- @01T13:40",
                        "OPERATE incident:acme/shop#3 null 01T13:00-01T13:40 @01T13:40");
    }

    @Test
    void which_labels_make_an_incident_can_be_chosen() {
        SourceReader.Builder outages =
                SourceReader.builder().format(GitHub.standard().withIncidents("outage", "sev1"));

        assertThat(Read.of(issue("opened", "13:00", label("outage"), ""), outages)
                        .only()
                        .artifact())
                .isInstanceOf(Incident.class);
        assertThat(Read.of(issue("opened", "13:00", label("incident"), ""), outages)
                        .only()
                        .artifact())
                .isInstanceOf(PlanItem.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GitHub.standard().withIncidents())
                .withMessageContaining("at least one");
    }

    @Test
    void what_a_bot_or_an_app_does_is_automated() {
        assertThat(trigger(status(2, "success", "11:05", ",'performed_via_github_app':{'id':3}")))
                .isEqualTo(Trigger.AUTOMATED);
        assertThat(trigger(status(2, "success", "11:05", ""))).isEqualTo(Trigger.UNKNOWN);
        assertThat(trigger(pullRequest("opened", "10:00", ",'user':{'id':5,'type':'Bot'}")))
                .isEqualTo(Trigger.AUTOMATED);
        assertThat(trigger(run("completed", "completed", "'success'", 1, "09:10")))
                .isEqualTo(Trigger.AUTOMATED);
        assertThat(trigger(run("completed", "completed", "'success'", 1, "09:10")
                        .replace("\"push\"", "\"workflow_dispatch\"")))
                .isEqualTo(Trigger.MANUAL);
    }

    private static Trigger trigger(String record) {
        return Read.of(record).only().metadata().trigger();
    }

    @Test
    void a_task_says_what_a_deployment_is_for_and_a_tag_which_version_it_brings() {
        Deployment deployment = (Deployment) Read.of(status(2, "success", "11:05", ",'task':'rollback','ref':'v1.3.9'"))
                .only()
                .artifact();

        assertThat(deployment.plan().purpose()).isEqualTo(DeploymentPurpose.ROLLBACK);
        assertThat(deployment.plan().version()).isEqualTo("v1.3.9");
        assertThat(deployment.derivedFrom())
                .extracting(Object::toString)
                .containsExactly("commit:" + A, "release:acme/shop@v1.3.9");
    }

    @Test
    void the_later_status_counts_whichever_comes_first() {
        String pending = status(1, "pending", "11:00", "");
        String success = status(2, "success", "11:05", "");

        for (String order : List.of(pending + success, success + pending + success)) {
            Read read = Read.of(order);
            Recorded last = (Recorded) read.events().get(read.events().size() - 1);
            assertThat(last.artifact().toString()).contains("status=SUCCEEDED", "finishedAt=" + DAY + "11:05:00Z");
        }
    }

    @Test
    void what_ends_in_the_second_in_which_it_began_has_ended() {
        Recorded requested =
                Read.of(run("requested", "queued", "null", 1, "09:01")).only();
        Recorded completed =
                Read.of(run("completed", "completed", "'skipped'", 1, "09:01")).only();

        assertThat(completed.metadata().at()).isEqualTo(requested.metadata().at());
        assertThat(completed.metadata().id()).isGreaterThan(requested.metadata().id());
    }

    @Test
    void other_types_are_passed_over_by_their_shape() {
        Read read = Read.of(record("'action':'created','check_run':{'id':1,'head_sha':'" + A + "'}")
                + record("'action':'created','issue':{'number':3},'comment':{'id':1}")
                + record("'action':'created','pull_request':{'number':3,'head':{}},'comment':{'id':1}")
                + record("'sha':'" + A + "','state':'success','context':'ci'")
                + record("'ref':'x','ref_type':'branch','pusher_type':'user'")
                + record("'action':'requested','deployment_callback_url':'u'," + deployment("production", ""))
                + record("'action':'renamed','changes':{}"));

        assertThat(read.events()).isEmpty();
        assertThat(read.reading().ignored())
                .containsOnlyKeys(
                        "github:check_run",
                        "github:issue_comment",
                        "github:pull_request_review_comment",
                        "github:status",
                        "github:delete",
                        "github:deployment_protection_rule",
                        "github:repository");
    }
}

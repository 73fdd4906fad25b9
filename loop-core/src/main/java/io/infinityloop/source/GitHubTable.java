package io.infinityloop.source;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;

/** What stands where in the webhooks of GitHub. */
final class GitHubTable {
    private static final String REPOSITORY = "{^/repository/full_name}";
    private static final String LABELS = "/issue/labels/*/name";

    private GitHubTable() {}

    static Table of(String... incidentLabels) {
        Table.Builder table = Table.of("github", "https://docs.github.com/webhooks, payloads of octokit/webhooks 7")
                .source("github:" + REPOSITORY)
                .field(Field.REPOSITORY, "^/repository/full_name");
        push(table);
        pullRequest(table);
        build(table);
        deployment(table);
        release(table);
        issue(table, PlanItem.KIND).unless(LABELS, incidentLabels);
        outOfPlan(table, incidentLabels);
        issue(table, Incident.KIND).only(LABELS, incidentLabels);
        noIncident(table, incidentLabels);
        return table.ignore(GitHubShape.IGNORED.toArray(String[]::new)).build();
    }

    private static void push(Table.Builder table) {
        table.type(Commit.KIND, "push")
                .only("{^/ref after refs/heads/}")
                .each("/commits")
                .event("push/{^/ref}/{^/after}")
                .field(Field.ID, "/id")
                .field(Field.TITLE, "/message")
                .field(Field.AT, "/timestamp")
                .field(Field.AUTHORED, "/timestamp")
                .field(Field.HAPPENED, "^/repository/pushed_at")
                .field(Field.BRANCH, "{^/ref after refs/heads/}");
    }

    private static void pullRequest(Table.Builder table) {
        table.type(PullRequest.KIND, "pull_request", "pull_request_review")
                .fragment()
                .event(
                        "review/{/review/id}/{/action}",
                        "pull-request/" + REPOSITORY + "#{/pull_request/number}/{/action}/{/pull_request/updated_at}")
                .field(Field.ID, REPOSITORY + "#{/pull_request/number}")
                .field(Field.TITLE, "/pull_request/title")
                .field(Field.AT, "/pull_request/created_at")
                .field(Field.HAPPENED, "/pull_request/updated_at")
                .field(Field.FINISHED, "/pull_request/merged_at", "/pull_request/closed_at")
                .field(Field.OUTCOME, "/pull_request/state")
                .field(Field.OUTCOME, "merged")
                .when("/pull_request/merged_at")
                .field(Field.COMMITS, "/pull_request/head/sha")
                .field(Field.COMMITS, "/pull_request/merge_commit_sha")
                .when("/pull_request/merged_at")
                .field(Field.BRANCH, "/pull_request/head/ref")
                .field(Field.ADDED, "/pull_request/additions")
                .field(Field.DELETED, "/pull_request/deletions")
                .field(Field.TRIGGER, "automated")
                .when("/pull_request/user/type", "Bot");
    }

    private static void build(Table.Builder table) {
        String run = REPOSITORY + "/runs/{/workflow_run/id}/{/workflow_run/run_attempt}";
        table.type(Build.KIND, "workflow_run")
                .event("build/" + run + "/{/action}")
                .field(Field.ID, run, REPOSITORY + "/runs/{/workflow_run/id}/1")
                .field(Field.SUBJECT, "/workflow/name", "/workflow_run/name", "/workflow_run/path")
                .field(Field.AT, "/workflow_run/run_started_at", "/workflow_run/created_at")
                .field(Field.HAPPENED, "/workflow_run/updated_at")
                .field(Field.FINISHED, "/workflow_run/updated_at")
                .when("/workflow_run/status", "completed")
                .field(Field.OUTCOME, "/workflow_run/conclusion", "/workflow_run/status")
                .field(Field.COMMITS, "/workflow_run/head_sha")
                .field(Field.BRANCH, "/workflow_run/head_branch")
                .field(Field.TRIGGER, "automated")
                .when("/workflow_run/event")
                .field(Field.TRIGGER, "manual")
                .when("/workflow_run/event", "workflow_dispatch");
    }

    private static void deployment(Table.Builder table) {
        common(table, "deployment")
                .event("deployment/{/deployment/id}")
                .field(Field.HAPPENED, "/deployment/created_at")
                .field(Field.OUTCOME, "pending");
        common(table, "deployment_status")
                .unless("/deployment_status/state", "inactive")
                .event("deployment-status/{/deployment_status/id}")
                .field(Field.ENVIRONMENT, "/deployment_status/environment")
                .field(Field.HAPPENED, "/deployment_status/created_at")
                .field(Field.OUTCOME, "/deployment_status/state")
                .field(Field.FINISHED, "/deployment_status/created_at")
                .when("/deployment_status/state", "success", "failure", "error");
        common(table, "workflow_job")
                .only("/deployment/id")
                .event("job/{/workflow_job/id}/{/action}")
                .field(
                        Field.HAPPENED,
                        "/workflow_job/completed_at",
                        "/workflow_job/started_at",
                        "/workflow_job/created_at")
                .field(Field.OUTCOME, "/workflow_job/conclusion", "/workflow_job/status")
                .field(Field.FINISHED, "/workflow_job/completed_at")
                .when("/workflow_job/conclusion");
    }

    private static Table.Builder common(Table.Builder table, String type) {
        return table.type(Deployment.KIND, type)
                .fragment()
                .field(Field.ID, REPOSITORY + "/deployments/{/deployment/id}")
                .field(Field.AT, "/deployment/created_at")
                .field(Field.COMMITS, "/deployment/sha")
                .field(Field.ENVIRONMENT, "/deployment/environment")
                .field(Field.TIER, "development")
                .when("/deployment/transient_environment", "true")
                .field(Field.TIER, "production")
                .when("/deployment/production_environment", "true")
                .field(Field.PURPOSE, "/deployment/task")
                .when("/deployment/task", "rollback", "hotfix")
                .field(Field.TRIGGER, "automated")
                .when("/deployment/performed_via_github_app/id")
                .field(Field.TRIGGER, "automated")
                .when("/deployment/creator/type", "Bot");
    }

    private static void release(Table.Builder table) {
        table.type(Release.KIND, "release")
                .only("/release/published_at")
                .unless("/action", "deleted", "unpublished")
                .unless("/release/draft", "true")
                .fragment()
                .field(Field.ID, REPOSITORY + "@{/release/tag_name}")
                .field(Field.TITLE, "/release/name")
                .field(Field.AT, "/release/published_at")
                .field(Field.TAG, "/release/tag_name")
                .field(Field.VERSION, "/release/tag_name")
                .type(Release.KIND, "push")
                .only("{/ref after refs/tags/}")
                .unless("/deleted", "true")
                .fragment()
                .event("push/{/ref}/{/after}")
                .field(Field.ID, REPOSITORY + "@{/ref after refs/tags/}")
                .field(Field.HAPPENED, "/repository/pushed_at")
                .field(Field.TAG, "{/ref after refs/tags/}")
                .field(Field.COMMITS, "/head_commit/id")
                .type(Release.KIND, "create")
                .only("/ref_type", "tag")
                .fragment()
                .event("create/{/ref}")
                .field(Field.ID, REPOSITORY + "@{/ref}")
                .field(Field.HAPPENED, "/repository/pushed_at")
                .field(Field.TAG, "/ref");
    }

    private static Table.Builder issue(Table.Builder table, ArtifactKind kind) {
        return table.type(kind, "issues")
                .event(
                        kind + "/" + REPOSITORY + "#{/issue/number}/{/action}/{/label/name}/{/issue/updated_at}",
                        kind + "/" + REPOSITORY + "#{/issue/number}/{/action}/{/issue/updated_at}")
                .field(Field.ID, REPOSITORY + "#{/issue/number}")
                .field(Field.TITLE, "/issue/title")
                .field(Field.AT, "/issue/created_at")
                .field(Field.HAPPENED, "/issue/updated_at")
                .field(Field.WORDS, LABELS)
                .field(Field.WORDS, "/issue/type/name")
                .field(Field.OUTCOME, "/issue/state")
                .field(Field.OUTCOME, "closed")
                .when("/action", "deleted", "transferred")
                .field(Field.FINISHED, "/issue/closed_at")
                .when("/issue/state", "closed")
                .field(Field.TRIGGER, "automated")
                .when("/issue/user/type", "Bot");
    }

    /** An issue that becomes an incident is no plan item any more. */
    private static void outOfPlan(Table.Builder table, String... incidentLabels) {
        issue(table, PlanItem.KIND)
                .only("/action", "labeled")
                .only("/label/name", incidentLabels)
                .field(Field.OUTCOME, "closed");
    }

    /** An issue that turns out to be no incident was one as long as everybody took it for one. */
    private static void noIncident(Table.Builder table, String... incidentLabels) {
        issue(table, Incident.KIND)
                .only("/action", "unlabeled")
                .only("/label/name", incidentLabels)
                .unless(LABELS, incidentLabels)
                .field(Field.OUTCOME, "closed")
                .field(Field.FINISHED, "/issue/closed_at", "/issue/updated_at");
    }
}

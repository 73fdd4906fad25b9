package io.infinityloop.source;

import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * GitLab's webhooks, known by their {@code object_kind}.
 *
 * <ul>
 *   <li>A pipeline is the build, and its jobs of the stage {@code test} are test runs. A job hook of another stage is a
 *       build of its own, called after the job: who has both hooks sees these runs twice.
 *   <li>What was deployed the deployment hooks tell, never the jobs. Their first tells the beginning and the last the
 *       end.
 *   <li>When a merge request was merged only the hook of that moment tells, and each approval only its own.
 *   <li>When a tag was pushed no hook tells: see {@link SourceReader.Builder#undated}.
 *   <li>A push tells the newest twenty commits and counts the rest; these count as {@linkplain Reading#untold untold}.
 *       Parents are not told. On the default branch the first commit follows what was there before, and each other one
 *       the one before it; but a last one whose title says that it merges joins them all.
 * </ul>
 */
final class GitLab implements Format {
    private static final String PATH = "{^/project/path_with_namespace}";
    private static final String OLD_PATH = "{^/project_name}";
    private static final List<String> LABELS = List.of("/object_attributes/labels/*/title", "/labels/*/title");

    private static final Table TABLE = table(
            Table.of("gitlab", "GitLab, Webhook events (docs.gitlab.com/user/project/integrations/webhook_events), 18")
                    .source("gitlab:" + PATH, "gitlab:" + OLD_PATH, "gitlab")
                    .word("waiting_for_callback", "running")
                    .note("An issue or work item of the type Incident is an incident.")
                    .note("Approvals of a merge request are reviews; one that is taken back is a comment.")
                    .note("A pipeline began when it was created and had waited for its queued_duration.")
                    .note(
                            "Commits pushed onto the default branch follow what was there before, and each other; a last one whose"
                                    + " title begins with Merge joins them all.")
                    .ignore("note", "wiki_page", "feature_flag", "emoji", "milestone", "access_token", "vulnerability")
                    .field(Field.REPOSITORY, "^/project/path_with_namespace", "^/project_name"));

    private final NavigableSet<String> incidents;

    /** Incidents are the items of the type {@code Incident}. */
    GitLab() {
        this(new TreeSet<>());
    }

    private GitLab(NavigableSet<String> incidents) {
        this.incidents = incidents;
    }

    /** {@return this, for which an item with one of these labels, or of one of these types, is an incident, too} */
    @Override
    public GitLab withIncidents(String... words) {
        NavigableSet<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(Arrays.asList(words));
        return new GitLab(all);
    }

    @Override
    public Table table() {
        return TABLE;
    }

    @Override
    public Optional<String> type(Payload record) {
        Optional<String> kind = record.text("/object_kind");
        boolean isItem =
                kind.isPresent() && (kind.get().equals("issue") || kind.get().equals("work_item"));
        return isItem && isIncident(record) ? Optional.of("incident") : kind;
    }

    private boolean isIncident(Payload record) {
        Optional<String> type = record.text("/object_attributes/type");
        return type.filter("Incident"::equalsIgnoreCase).isPresent()
                || Stream.of(type.stream(), LABELS.stream().flatMap(labels -> record.texts(labels).stream()))
                        .flatMap(words -> words)
                        .anyMatch(incidents::contains);
    }

    @Override
    public void read(String type, Payload record, Consumer<? super Draft> drafts) throws RejectedRecordException {
        List<Draft> read = TABLE.read(type, record);
        switch (type) {
            case "push" -> GitLabPush.follow(record, read);
            case "merge_request" -> {
                for (Draft draft : read) {
                    review(record, draft);
                }
            }
            case "pipeline" -> read.forEach(draft -> queue(record, draft));
            default -> {}
        }
        read.forEach(drafts);
    }

    @Override
    public Map<String, Long> untold(String type, Payload record) {
        return type.equals("push") ? GitLabPush.untold(record) : Map.of();
    }

    /** Who approved is not looked at, but for whether it was the author. That one was taken back is no verdict. */
    private static void review(Payload record, Draft draft) throws RejectedRecordException {
        Optional<Instant> at = draft.instant(Field.HAPPENED);
        String action = record.text("/object_attributes/action").orElse("");
        String verdict = switch (action) {
            case "approved", "approval" -> "APPROVED";
            case "unapproved", "unapproval" -> "COMMENTED";
            default -> "";
        };
        if (at.isPresent() && !verdict.isEmpty()) {
            Optional<String> user = record.text("/user/id");
            boolean isAuthor = user.isPresent() && user.equals(record.text("/object_attributes/author_id"));
            draft.put(Field.REVIEWS, at.get() + " " + verdict + (isAuthor ? " author" : " other"));
        }
    }

    /** GitLab tells when a pipeline was created and how long it then waited. */
    private static void queue(Payload record, Draft draft) {
        Optional<Instant> created = draft.instant(Field.AT);
        String waited = record.text("/object_attributes/queued_duration").orElse("");
        if (draft.kind().equals(Build.KIND) && created.isPresent() && waited.matches("\\d{1,9}")) {
            Instant started = created.get().plus(Duration.ofSeconds(Long.parseLong(waited)));
            if (draft.instant(Field.FINISHED).filter(started::isAfter).isEmpty()) {
                draft.put(Field.QUEUED, created.get()).put(Field.AT, started);
            }
        }
    }

    private static Table table(Table.Builder table) {
        changes(table);
        pipelines(table);
        deployments(table);
        items(table);
        return table.build();
    }

    private static void changes(Table.Builder table) {
        table.type(Commit.KIND, "push")
                .each("/commits")
                .fragment()
                .event("commit/{/id}/{^/ref}")
                .field(Field.ID, "/id")
                .field(Field.TITLE, "/title")
                .field(Field.AT, "/timestamp")
                .field(Field.BRANCH, "^/ref after refs/heads/")
                .type(PullRequest.KIND, "merge_request")
                .fragment()
                .event("pull-request/" + PATH + "!{/object_attributes/iid}/{/object_attributes/action}"
                        + "/{/object_attributes/updated_at}")
                .field(Field.ID, PATH + "!{/object_attributes/iid}")
                .field(Field.TITLE, "/object_attributes/title")
                .field(Field.AT, "/object_attributes/created_at")
                .field(Field.HAPPENED, "/object_attributes/updated_at")
                .field(Field.OUTCOME, "/object_attributes/state")
                .field(Field.FINISHED, "/object_attributes/updated_at")
                .when("/object_attributes/action", "merge", "close")
                .field(Field.BRANCH, "/object_attributes/source_branch")
                .field(Field.COMMITS, "/object_attributes/last_commit/id")
                .field(Field.COMMITS, "/object_attributes/merge_commit_sha")
                .when("/object_attributes/state", "merged");
    }

    private static void pipelines(Table.Builder table) {
        table.type(Build.KIND, "pipeline")
                .event("build/" + PATH + "/pipelines/{/object_attributes/id}/{/object_attributes/status}"
                        + "/{/object_attributes/finished_at}")
                .field(Field.ID, PATH + "/pipelines/{/object_attributes/id}")
                .field(Field.SUBJECT, "pipeline")
                .field(Field.AT, "/object_attributes/created_at")
                .field(Field.FINISHED, "/object_attributes/finished_at")
                .field(Field.OUTCOME, "/object_attributes/status")
                .field(Field.COMMITS, "/object_attributes/sha")
                .field(Field.PULL_REQUESTS, PATH + "!{/merge_request/iid}")
                .field(Field.BRANCH, "/merge_request/source_branch", "/object_attributes/ref")
                .field(Field.TRIGGER, "automated")
                .when("/object_attributes/source", "push", "schedule", "merge_request_event", "pipeline", "trigger")
                .field(Field.TRIGGER, "manual")
                .when("/object_attributes/source", "web", "webide", "chat")
                .type(TestRun.KIND, "pipeline")
                .each("/builds")
                .only("/stage", "test")
                .field(Field.ID, PATH + "/jobs/{/id}")
                .field(Field.SUBJECT, "/name")
                .field(Field.QUEUED, "/created_at")
                .field(Field.AT, "/started_at", "/created_at")
                .field(Field.FINISHED, "/finished_at")
                .field(Field.OUTCOME, "/status")
                .field(Field.COMMITS, "^/object_attributes/sha")
                .field(Field.BUILDS, PATH + "/pipelines/{^/object_attributes/id}")
                .field(Field.BRANCH, "^/merge_request/source_branch", "^/object_attributes/ref");
        job(table.type(TestRun.KIND, "build").only("/build_stage", "test"));
        job(table.type(Build.KIND, "build").unless("/build_stage", "test"))
                .field(Field.ENVIRONMENT, "/environment/name")
                .field(Field.TIER, "/environment/deployment_tier");
    }

    private static Table.Builder job(Table.Builder table) {
        return table.field(Field.ID, PATH + "/jobs/{/build_id}", OLD_PATH + "/jobs/{/build_id}")
                .event("job/" + PATH + "/{/build_id}/{/build_status}")
                .field(Field.SUBJECT, "/build_name")
                .field(Field.QUEUED, "/build_created_at")
                .field(Field.AT, "/build_started_at", "/build_created_at")
                .field(Field.FINISHED, "/build_finished_at")
                .field(Field.OUTCOME, "/build_status")
                .field(Field.COMMITS, "/sha")
                .field(Field.BUILDS, PATH + "/pipelines/{/pipeline_id}")
                .field(Field.BRANCH, "/ref");
    }

    private static void deployments(Table.Builder table) {
        table.type(Deployment.KIND, "deployment")
                .fragment()
                .event("deployment/" + PATH + "/{/deployment_id}/{/status}/{/status_changed_at}")
                .field(Field.ID, PATH + "/deployments/{/deployment_id}", PATH + "/jobs/{/deployable_id}")
                .field(Field.QUEUED, "/status_changed_at")
                .when("/status", "created")
                .field(Field.AT, "/status_changed_at")
                .when("/status", "running")
                .field(Field.FINISHED, "/status_changed_at")
                .when("/status", "success", "failed", "canceled", "skipped")
                .field(Field.HAPPENED, "/status_changed_at")
                .field(Field.OUTCOME, "/status")
                .field(Field.ENVIRONMENT, "/environment")
                .field(Field.TIER, "/environment_tier")
                .field(Field.COMMITS, "/commit_url after /commit/", "/short_sha")
                .type(Release.KIND, "release")
                .only("/action", "create", "update")
                .event("release/" + PATH + "@{/tag}/{/action}/{/released_at}")
                .field(Field.ID, PATH + "@{/tag}")
                .field(Field.VERSION, "/tag")
                .field(Field.TAG, "/tag")
                .field(Field.AT, "/released_at")
                .field(Field.COMMITS, "/commit/id")
                .type(Release.KIND, "tag_push")
                .only("/checkout_sha")
                .field(Field.ID, PATH + "@{/ref after refs/tags/}")
                .field(Field.VERSION, "/ref after refs/tags/")
                .field(Field.TAG, "/ref after refs/tags/")
                .field(Field.COMMITS, "/checkout_sha");
    }

    private static void items(Table.Builder table) {
        item(table.type(PlanItem.KIND, "issue", "work_item"))
                .field(Field.WORDS, LABELS.toArray(String[]::new))
                .field(Field.WORDS, "/object_attributes/type");
        item(table.type(Incident.KIND, "incident").fragment())
                .field(Field.SEVERITY, "/object_attributes/severity")
                .field(Field.FINISHED, "/object_attributes/updated_at")
                .when("/object_attributes/action", "close")
                .field(Field.FINISHED, "/object_attributes/closed_at")
                .when("/object_attributes/state", "closed");
    }

    private static Table.Builder item(Table.Builder table) {
        return table.event("item/" + PATH + "#{/object_attributes/iid}/{/object_attributes/action}"
                        + "/{/object_attributes/updated_at}")
                .field(Field.ID, PATH + "#{/object_attributes/iid}")
                .field(Field.TITLE, "/object_attributes/title")
                .field(Field.AT, "/object_attributes/created_at")
                .field(Field.HAPPENED, "/object_attributes/updated_at")
                .field(Field.OUTCOME, "/object_attributes/state");
    }
}

package io.infinityloop.source;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;

/**
 * What stands where in a CDEvent. Types are without {@code dev.cdevents.} and version.
 *
 * <p>A {@code build} never has an outcome, in no version; a task and a pipeline have. All three are builds here, and
 * one may have the number of another: the ids of builds begin with {@code build/}, those of pipelines with
 * {@code pipelinerun/}. That a branch is deleted is the end of it. People ({@code creator}, {@code assignees},
 * {@code user}, {@code responder} …) are not read, and neither is the description of a change, which may name some.
 */
final class CdEventsTable {
    private static final String AT = "/context/timestamp";
    private static final String ID = "/subject/id";
    private static final String CONTENT = "/subject/content";
    private static final String CASE = "testcaserun/{" + ID + "}";
    private static final String[] CASE_NAME = {CONTENT + "/testCase/name", CONTENT + "/testCase/id"};
    private static final String ENVIRONMENT = CONTENT + "/environment/id";
    private static final String ARTIFACT = CONTENT + "/artifactId";

    static final Table TABLE = tests(runs(changes(services(artifacts(plans(begin()))))))
            .ignore("artifact.signed", "artifact.downloaded", "artifact.deleted", "testoutput.published")
            .ignore("repository.created", "repository.modified", "repository.deleted")
            .ignore("environment.created", "environment.modified", "environment.deleted")
            .ignore("service.published", "service.removed")
            .ignore("approval.updated")
            .ignore("link.start", "link.path", "link.end", "link.relation")
            .build();

    private CdEventsTable() {}

    private static Table.Builder begin() {
        return Table.of("cdevents", "https://cdevents.dev/docs, versions 0.2 to 0.5.1 and the draft of 0.6")
                .source("cdevents:{/subject/source}", "cdevents:{/context/source}", "cdevents")
                .word("cancel", "cancelled")
                .field(Field.HAPPENED, AT)
                .field(Field.CHAIN, "/context/chainId")
                .field(Field.REPOSITORY, CONTENT + "/repository/id")
                .field(Field.ENVIRONMENT, ENVIRONMENT);
    }

    /** Begins the rows of types that each tell a part of a life. */
    private static Table.Builder part(Table.Builder table, ArtifactKind kind, String id, String... types) {
        return table.type(kind, types).fragment().field(Field.ID, id);
    }

    private static Table.Builder plans(Table.Builder table) {
        part(table, PlanItem.KIND, ID, "ticket.created").field(Field.AT, AT).field(Field.OUTCOME, "open");
        ticket(table);
        ticket(part(table, PlanItem.KIND, ID, "ticket.updated"));
        part(table, PlanItem.KIND, ID, "ticket.closed")
                .field(Field.FINISHED, AT)
                .field(Field.OUTCOME, "closed");
        return ticket(table);
    }

    private static Table.Builder ticket(Table.Builder table) {
        return table.field(Field.TITLE, CONTENT + "/summary")
                .field(Field.WORDS, CONTENT + "/ticketType")
                .field(Field.WORDS, CONTENT + "/labels/*");
    }

    private static Table.Builder changes(Table.Builder table) {
        part(table, Branch.KIND, ID, "branch.created").field(Field.AT, AT);
        part(table, Branch.KIND, ID, "branch.deleted").field(Field.FINISHED, AT);
        part(table, PullRequest.KIND, ID, "change.created").field(Field.AT, AT).field(Field.OUTCOME, "open");
        part(table, PullRequest.KIND, ID, "change.reviewed", "change.updated");
        part(table, PullRequest.KIND, ID, "change.merged")
                .field(Field.FINISHED, AT)
                .field(Field.OUTCOME, "merged");
        return part(table, PullRequest.KIND, ID, "change.abandoned")
                .field(Field.FINISHED, AT)
                .field(Field.OUTCOME, "abandoned");
    }

    /** Texts that are no pointers are told as they are: of what ended and does not say how the outcome is unknown. */
    private static Table.Builder runs(Table.Builder table) {
        String build = "build/{" + ID + "}";
        String pipeline = "pipelinerun/{" + ID + "}";
        String name = CONTENT + "/pipelineName";
        String task = CONTENT + "/taskName";
        String outcome = CONTENT + "/outcome";
        String whole = "pipelinerun/{" + CONTENT + "/pipelineRun/id}";
        queued(part(table, Build.KIND, build, "build.queued"));
        started(part(table, Build.KIND, build, "build.started"));
        part(table, Build.KIND, build, "build.finished")
                .field(Field.FINISHED, AT)
                .field(Field.OUTCOME, "unknown");
        queued(part(table, Build.KIND, pipeline, "pipelinerun.queued")).field(Field.SUBJECT, name);
        started(part(table, Build.KIND, pipeline, "pipelinerun.started")).field(Field.SUBJECT, name);
        finished(part(table, Build.KIND, pipeline, "pipelinerun.finished"), outcome)
                .field(Field.SUBJECT, name);
        queued(part(table, Build.KIND, ID, "taskrun.queued")).field(Field.SUBJECT, task);
        started(part(table, Build.KIND, ID, "taskrun.started"))
                .field(Field.SUBJECT, task)
                .field(Field.BUILDS, whole);
        return finished(part(table, Build.KIND, ID, "taskrun.finished"), outcome)
                .field(Field.SUBJECT, task)
                .field(Field.BUILDS, whole);
    }

    private static Table.Builder queued(Table.Builder table) {
        return table.field(Field.QUEUED, AT).field(Field.OUTCOME, "queued");
    }

    private static Table.Builder started(Table.Builder table) {
        return table.field(Field.AT, AT)
                .field(Field.OUTCOME, "running")
                .field(Field.TRIGGER, "manual")
                .when(CONTENT + "/trigger/type", "manual")
                .field(Field.TRIGGER, "automated")
                .when(CONTENT + "/trigger/type", "pipeline", "event", "schedule");
    }

    private static Table.Builder finished(Table.Builder table, String outcome) {
        return table.field(Field.FINISHED, AT).field(Field.OUTCOME, outcome, "unknown");
    }

    private static Table.Builder tests(Table.Builder table) {
        test(table, "testsuiterun.", ID, CONTENT + "/testSuite/name", CONTENT + "/testSuite/id");
        test(table, "testcaserun.", CASE, CASE_NAME);
        return part(table, TestRun.KIND, CASE, "testcaserun.skipped")
                .field(Field.SUBJECT, CASE_NAME)
                .field(Field.FINISHED, AT)
                .field(Field.OUTCOME, "skipped");
    }

    private static void test(Table.Builder table, String type, String id, String... name) {
        queued(part(table, TestRun.KIND, id, type + "queued")).field(Field.SUBJECT, name);
        started(part(table, TestRun.KIND, id, type + "started")).field(Field.SUBJECT, name);
        finished(part(table, TestRun.KIND, id, type + "finished"), CONTENT + "/outcome")
                .field(Field.SUBJECT, name);
    }

    private static Table.Builder artifacts(Table.Builder table) {
        part(table, BuildArtifact.KIND, ID, "artifact.packaged").field(Field.AT, AT);
        table.type(Release.KIND, "artifact.published").field(Field.ID, ID).field(Field.ARTIFACTS, ID);
        part(table, Approval.KIND, ID, "approval.created").field(Field.AT, AT);
        return part(table, Approval.KIND, ID, "approval.closed")
                .field(Field.FINISHED, AT)
                .field(Field.OUTCOME, CONTENT + "/status", CONTENT + "/decision");
    }

    /** The artifact of an incident that is resolved may be the one that put it right. */
    private static Table.Builder services(Table.Builder table) {
        deployed(table.type(Deployment.KIND, "service.deployed", "service.upgraded"));
        deployed(table.type(Deployment.KIND, "service.rolledback")).field(Field.PURPOSE, "rollback");
        part(table, Incident.KIND, ID, "incident.detected", "incident.reported")
                .field(Field.TITLE, CONTENT + "/description")
                .field(Field.SERVICE, CONTENT + "/service/id")
                .field(Field.ARTIFACTS, ARTIFACT)
                .field(Field.AT, AT);
        return part(table, Incident.KIND, ID, "incident.resolved")
                .field(Field.SERVICE, CONTENT + "/service/id")
                .field(Field.FINISHED, AT);
    }

    private static Table.Builder deployed(Table.Builder table) {
        String run = "{" + ID + "}@{" + ENVIRONMENT + "}/{" + AT + "}";
        return table.field(Field.ID, run + "/{" + ARTIFACT + "}", run, "{" + ID + "}/{" + AT + "}")
                .field(Field.SERVICE, ID)
                .field(Field.ARTIFACTS, ARTIFACT)
                .field(Field.OUTCOME, "success");
    }
}

package io.infinityloop.source;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.Locale;

/** CDEvents in a line, and in a line what was read of them. */
final class CdEventText {
    private CdEventText() {}

    /** A CDEvent of the newest version; its id is its type, and single quotes stand for double ones. */
    static String of(String type, String at, String id, String content) {
        return """
                {"context":{"specversion":"0.5.1","id":"%s","source":"/ci","type":"dev.cdevents.%s.0.3.0",\
                "timestamp":"%s"},"subject":{"id":"%s","content":%s}}
                """.formatted(type, type, instant(at), id, content.replace('\'', '"'));
    }

    /** An instant of 1 July 2026, told by its time of the day; more is taken as it is. */
    static String instant(String at) {
        return at.length() > 5 ? at : "2026-07-01T" + at + ":00Z";
    }

    /** Kind, id, how it stands, when it began and when it ended, what it is made of, and its labels. */
    static String read(LoopEvent event) {
        Artifact artifact = ((Recorded) event).artifact();
        return "%s %s %s %s..%s %s %s"
                .formatted(
                        artifact.kind(),
                        artifact.id(),
                        status(artifact).toLowerCase(Locale.ROOT),
                        artifact.at(),
                        end(artifact),
                        artifact.derivedFrom(),
                        event.labels())
                .replace("2026-07-01T", "")
                .replace(":00Z", "")
                .replace(" []", "")
                .replace(" {}", "")
                .replace("null", "");
    }

    private static String status(Artifact artifact) {
        return artifact instanceof PullRequest change
                ? change.status().name()
                : artifact instanceof PlanItem item
                        ? item.place().status() + "/" + item.place().work()
                        : artifact instanceof Approval approval
                                ? approval.answer().name()
                                : artifact instanceof Deployment deployment
                                        ? deployment.plan().purpose() + "/" + deployment.status()
                                        : outcome(artifact);
    }

    private static String outcome(Artifact artifact) {
        return artifact instanceof Build build
                ? build.subject() + "/" + build.outcome()
                : artifact instanceof TestRun run ? run.subject() + "/" + run.outcome() : Outcome.UNKNOWN.name();
    }

    private static String end(Artifact artifact) {
        return String.valueOf(
                artifact instanceof PullRequest change
                        ? change.closedAt()
                        : artifact instanceof Build build
                                ? build.finishedAt()
                                : artifact instanceof TestRun run
                                        ? run.finishedAt()
                                        : artifact instanceof Incident incident
                                                ? incident.resolvedAt()
                                                : artifact instanceof Branch branch
                                                        ? branch.mergedAt()
                                                        : artifact instanceof Approval approval
                                                                ? approval.answeredAt()
                                                                : null);
    }
}

package io.infinityloop.source;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event in one line: stage, what it is of, how it is, from when to when, when it happened, what it comes from. */
final class Brief {
    private Brief() {}

    static List<String> of(Read read) {
        return read.events().stream().map(Brief::of).toList();
    }

    private static String of(LoopEvent event) {
        Artifact artifact = ((Recorded) event).artifact();
        String from = artifact.derivedFrom().stream().map(Object::toString).collect(Collectors.joining(" "));
        return artifact.stage() + " " + artifact.ref() + " " + how(artifact) + " " + at(artifact.at()) + "-"
                + at(end(artifact)) + " @" + at(event.metadata().at()) + (from.isEmpty() ? "" : " < " + from);
    }

    private static String how(Artifact artifact) {
        if (artifact instanceof Deployment deployment) {
            return deployment.environment() + " " + deployment.status();
        }
        if (artifact instanceof Build build) {
            return build.subject() + " " + build.outcome();
        }
        if (artifact instanceof PullRequest request) {
            return request.status().toString();
        }
        if (artifact instanceof PlanItem item) {
            return item.place().work() + " " + item.place().status();
        }
        if (artifact instanceof Incident incident) {
            return String.valueOf(incident.response().severity());
        }
        if (artifact instanceof Commit commit) {
            return "'" + commit.subject() + "' after " + commit.parents();
        }
        return artifact instanceof Release release ? release.version() : "?";
    }

    private static @Nullable Instant end(Artifact artifact) {
        if (artifact instanceof Deployment deployment) {
            return deployment.finishedAt();
        }
        if (artifact instanceof Build build) {
            return build.finishedAt();
        }
        if (artifact instanceof PullRequest request) {
            return request.closedAt();
        }
        return artifact instanceof Incident incident ? incident.resolvedAt() : null;
    }

    /** Day and minute. */
    private static String at(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString().substring(8, 16);
    }
}

package io.infinityloop.source;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An event in one line: stage, kind, id, what became of it, from when to when, and what it names. */
final class Told {
    private Told() {}

    static List<String> of(Read read) {
        return read.events().stream().map(Told::line).toList();
    }

    static String line(LoopEvent event) {
        Artifact artifact = ((Recorded) event).artifact();
        return Stream.of(
                        artifact.kind().stage() + " " + artifact.kind() + " " + artifact.id(),
                        state(artifact),
                        artifact.at() + end(artifact),
                        artifact.derivedFrom().stream().map(Object::toString).collect(Collectors.joining(" ")))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    private static String state(Artifact artifact) {
        if (artifact instanceof Deployment deployment) {
            return deployment.status() + " " + deployment.environment();
        }
        if (artifact instanceof PullRequest pull) {
            return pull.status() + reviews(pull);
        }
        if (artifact instanceof Build build) {
            return build.outcome() + " " + build.subject();
        }
        if (artifact instanceof TestRun run) {
            return run.outcome() + " " + run.subject();
        }
        if (artifact instanceof PlanItem item) {
            return item.place().status() + " " + item.place().work();
        }
        if (artifact instanceof Incident incident) {
            return incident.response().severity() == null
                    ? ""
                    : "" + incident.response().severity();
        }
        return artifact instanceof Release release ? release.version() : parents((Commit) artifact);
    }

    private static String parents(Commit commit) {
        return commit.parents().isEmpty() ? "" : "after " + String.join(" ", commit.parents());
    }

    private static String reviews(PullRequest pull) {
        return pull.reviews().stream()
                .map(review -> " " + review.verdict() + " by " + review.role())
                .collect(Collectors.joining());
    }

    private static String end(Artifact artifact) {
        Instant end = endOf(artifact);
        return end == null ? "" : " to " + end;
    }

    private static @Nullable Instant endOf(Artifact artifact) {
        if (artifact instanceof Deployment deployment) {
            return deployment.finishedAt();
        }
        if (artifact instanceof PullRequest pull) {
            return pull.closedAt();
        }
        if (artifact instanceof Build build) {
            return build.finishedAt();
        }
        if (artifact instanceof TestRun run) {
            return run.finishedAt();
        }
        return artifact instanceof Incident incident ? incident.resolvedAt() : null;
    }
}

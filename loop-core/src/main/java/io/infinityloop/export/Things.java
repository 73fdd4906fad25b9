package io.infinityloop.export;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Tells of changes, artifacts, deployments and incidents in CDEvents. */
final class Things {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private Things() {}

    /**
     * Of a change that is over and does not say when, the event says when; its beginning is not known then. One of
     * which nothing else is known was heard of.
     */
    static void change(PullRequest change, Telling telling) {
        Instant closed = change.closedAt();
        boolean isOver = change.status() == PullRequest.Status.MERGED || change.status() == PullRequest.Status.REJECTED;
        if (change.status() == PullRequest.Status.OPEN || closed != null) {
            telling.tell(CdEvent.of("change.created", change.at(), change.id()));
        }
        change.reviews().forEach(review -> telling.tell(CdEvent.of("change.reviewed", review.at(), change.id())));
        telling.lessIf(!change.title().isEmpty(), "its title");
        telling.lessIf(!change.reviews().isEmpty(), "what reviews say");
        telling.lessIf(!change.derivedFrom().isEmpty(), "what it is made of");
        if (isOver) {
            String type = change.status() == PullRequest.Status.MERGED ? "change.merged" : "change.abandoned";
            telling.tell(
                    CdEvent.of(type, closed != null ? closed : telling.event().at(), change.id()));
        } else if (telling.told().isEmpty()) {
            telling.tell(CdEvent.of("change.updated", telling.event().at(), change.id()));
        }
        String repository = telling.label(Labels.REPOSITORY);
        telling.told().forEach(event -> event.naming("repository", repository));
    }

    /** A change may be named by the hash of its commit. */
    static void commit(Commit commit, Telling telling) {
        if (HASH.matcher(commit.id()).matches()) {
            telling.tell(CdEvent.of("change.merged", commit.at(), commit.id())
                    .naming("repository", telling.label(Labels.REPOSITORY)));
            telling.lessIf(!commit.authoredAt().equals(commit.at()), "when it was written");
            telling.lessIf(!commit.parents().isEmpty(), "its parents");
        } else {
            telling.untold("its id is no hash in full");
        }
    }

    static void branch(Branch branch, Telling telling) {
        telling.tell(CdEvent.of("branch.created", branch.at(), branch.id())
                .naming("repository", telling.label(Labels.REPOSITORY)));
        telling.lessIf(branch.mergedAt() != null, "when it was merged");
    }

    /** One for each change that it was made of. */
    static void artifact(BuildArtifact artifact, Telling telling) {
        List<String> commits = telling.named(Commit.KIND);
        commits.forEach(commit -> packaged(artifact, commit, telling));
        telling.named(PullRequest.KIND)
                .forEach(change -> telling.tell(packaged(artifact).naming("change", change)));
        if (telling.told().isEmpty() && HASH.matcher(artifact.sourceRevision()).matches()) {
            packaged(artifact, artifact.sourceRevision(), telling);
        }
        telling.untold("it names no change, and one is required");
    }

    private static CdEvent packaged(BuildArtifact artifact) {
        return CdEvent.of("artifact.packaged", artifact.at(), artifact.id());
    }

    /** A commit that is known by its change is named by source and id. */
    private static void packaged(BuildArtifact artifact, String commit, Telling telling) {
        int mark = commit.lastIndexOf('#');
        telling.tell(
                mark > 0 && mark < commit.length() - 1
                        ? packaged(artifact).naming("change", commit.substring(mark + 1), commit.substring(0, mark))
                        : packaged(artifact).naming("change", commit));
    }

    static void release(Release release, Telling telling) {
        List<String> artifacts = telling.named(BuildArtifact.KIND);
        artifacts.forEach(id -> telling.tell(CdEvent.of("artifact.published", release.at(), id)));
        if (artifacts.isEmpty() && release.id().startsWith("pkg:")) {
            telling.tell(CdEvent.of("artifact.published", release.at(), release.id()));
        }
        telling.untold("it names no artifact, and what is published is one");
    }

    static void deployment(Deployment deployment, Telling telling) {
        String environment = telling.environment(
                deployment.environment() == Environment.UNKNOWN
                        ? ""
                        : deployment.environment().name());
        String service = telling.label(Labels.SERVICE);
        String artifact = deployed(deployment, service, telling);
        if (deployment.status() != DeploymentStatus.SUCCEEDED) {
            telling.untold("there is no word for one that is " + deployment.status());
        } else if (service.isEmpty() || environment.isEmpty() || artifact.isEmpty()) {
            telling.untold((service.isEmpty() ? "no service" : environment.isEmpty() ? "no environment" : "no artifact")
                    + " is told, and one is required");
        } else {
            boolean isBack = deployment.plan().purpose() == DeploymentPurpose.ROLLBACK;
            Instant finished = deployment.finishedAt();
            Instant at = finished != null ? finished : telling.event().at();
            telling.tell(CdEvent.of(isBack ? "service.rolledback" : "service.deployed", at, service)
                    .naming("environment", environment)
                    .with("artifactId", artifact));
            telling.lessIf(finished != null && !finished.equals(deployment.at()), "when it began");
        }
    }

    /** What names nothing but its commit or version is a generic package of that version. */
    private static String deployed(Deployment deployment, String service, Telling telling) {
        String artifact = telling.artifact();
        if (!artifact.isEmpty()) {
            return artifact;
        }
        List<String> commits = telling.named(Commit.KIND);
        String version =
                commits.size() == 1 ? commits.get(0) : deployment.plan().version();
        telling.lessIf(commits.size() > 1, "its commits");
        return version.isEmpty() ? "" : "pkg:generic/" + encoded(service) + "@" + encoded(version);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static void incident(Incident incident, Telling telling) {
        String environment = telling.environment("");
        Instant resolved = incident.resolvedAt();
        String artifact = telling.artifact();
        if (incident.response().practice()) {
            telling.untold("it was staged to practise, and would be taken for a real one");
        } else if (environment.isEmpty()) {
            telling.untold("no environment is told, and one is required");
        } else {
            telling.tell(CdEvent.of("incident.detected", incident.at(), incident.id())
                    .with("description", incident.title())
                    .naming("environment", environment)
                    .naming("service", telling.label(Labels.SERVICE))
                    .with("artifactId", artifact));
            if (resolved != null) {
                telling.tell(CdEvent.of("incident.resolved", resolved, incident.id())
                        .naming("environment", environment)
                        .naming("service", telling.label(Labels.SERVICE)));
            }
            telling.lessIf(!incident.customerImpact(), "that no customer noticed");
            telling.lessIf(!incident.causes().isEmpty(), "the deployments that caused it");
        }
    }
}

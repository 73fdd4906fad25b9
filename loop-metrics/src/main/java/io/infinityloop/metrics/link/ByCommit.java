package io.infinityloop.metrics.link;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PullRequest;
import java.util.ArrayList;
import java.util.List;

/** The deployments that were the first to bring the commits into production that an incident names. */
record ByCommit() implements LinkStrategy {
    @Override
    public String name() {
        return "commit";
    }

    @Override
    public Link link(Snapshot<Incident> incident, Production production) {
        List<Snapshot<Deployment>> causes = new ArrayList<>();
        Link missing = Link.none();
        for (ArtifactRef ref : incident.artifact().derivedFrom()) {
            if (ref.isOf(Commit.KIND) || ref.isOf(PullRequest.KIND)) {
                List<Snapshot<Deployment>> found = production.ofItsService(
                        incident,
                        firstWith(ref, incident.event().source(), production).stream()
                                .filter(deployment -> !deployment
                                        .deliveredAt()
                                        .isAfter(incident.artifact().at()))
                                .toList());
                if (found.isEmpty()) {
                    missing = missing.missing(
                            ref.kind() + " not in production before the incident",
                            incident.artifact().ref() + " names " + ref);
                }
                causes.addAll(found);
            }
        }
        return new Link(causes, missing.missing());
    }

    private static List<Snapshot<Deployment>> firstWith(ArtifactRef ref, String source, Production production) {
        if (ref.isOf(Commit.KIND)) {
            return production.firstWith(ref.id());
        }
        return production.find(ref, source).stream()
                .flatMap(pull -> pull.artifact().derivedFrom().stream())
                .filter(part -> part.isOf(Commit.KIND))
                .flatMap(commit -> production.firstWith(commit.id()).stream())
                .distinct()
                .toList();
    }
}

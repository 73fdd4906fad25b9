package io.infinityloop.metrics.link;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Release;
import java.util.ArrayList;
import java.util.List;

/** The deployments of the release, the build or the build artifact that an incident names. */
record ByArtifact() implements LinkStrategy {
    @Override
    public String name() {
        return "artifact";
    }

    @Override
    public Link link(Snapshot<Incident> incident, Production production) {
        List<Snapshot<Deployment>> causes = new ArrayList<>();
        Link missing = Link.none();
        for (ArtifactRef ref : incident.artifact().derivedFrom()) {
            if (ref.isOf(Release.KIND) || ref.isOf(Build.KIND) || ref.isOf(BuildArtifact.KIND)) {
                List<Snapshot<Deployment>> found = production.ofItsService(
                        incident,
                        production.latestOf(
                                ref,
                                incident.event().source(),
                                incident.artifact().at()));
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
}

package io.infinityloop.metrics.link;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import java.util.ArrayList;
import java.util.List;

/** The deployments that an incident names. */
record ById() implements LinkStrategy {
    @Override
    public String name() {
        return "id";
    }

    @Override
    public Link link(Snapshot<Incident> incident, Production production) {
        List<ArtifactRef> named = incident.artifact().causes();
        if (named.isEmpty()) {
            return Link.none();
        }
        List<Snapshot<Deployment>> causes = new ArrayList<>();
        Link missing = Link.none();
        for (ArtifactRef ref : named) {
            List<Snapshot<Deployment>> found =
                    production.named(ref, incident.event().source());
            List<Snapshot<Deployment>> there =
                    found.stream().filter(production::isIntoProduction).toList();
            if (there.isEmpty()) {
                missing = missing.missing(
                        found.isEmpty() ? "deployment not recorded" : "deployment not into production",
                        incident.artifact().ref() + " names " + ref);
            }
            causes.addAll(there);
        }
        return new Link(causes, missing.missing());
    }
}

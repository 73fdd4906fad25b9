package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import java.util.List;

/**
 * An incident with the deployments that a {@link LinkStrategy} found.
 *
 * @param incident the incident
 * @param causes the deployments that caused it; empty for an exercise, and where none is known
 * @param linkedBy the name of the strategy; empty if there is no cause
 * @since 0.1
 */
public record LinkedIncident(Snapshot<Incident> incident, List<Snapshot<Deployment>> causes, String linkedBy) {
    /** Creates it. */
    public LinkedIncident {
        requireNonNull(incident, "incident");
        causes = List.copyOf(causes);
        requireNonNull(linkedBy, "linkedBy");
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.EventKey;
import java.util.List;

/**
 * An incident, with the deployments that caused it.
 *
 * @param incident the latest snapshot of the incident
 * @param causes the production deployments that caused it, as far as that is known
 * @param labels short facts to split numbers by
 * @param evidence the events of the incident and of the deployments
 * @since 0.1
 */
public record IncidentCase(Incident incident, List<Cause> causes, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates a case. */
    public IncidentCase {
        requireNonNull(incident, "incident");
        causes = List.copyOf(causes);
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /**
     * A deployment that caused an incident.
     *
     * @param deployment its id
     * @param linkedBy the name of the strategy that put the two together: {@code id}, {@code commit}, {@code artifact},
     *     {@code time}, or one of your own
     * @since 0.1
     */
    public record Cause(String deployment, String linkedBy) {
        /** Creates a cause. */
        public Cause {
            requireNonNull(deployment, "deployment");
            requireNonNull(linkedBy, "linkedBy");
        }
    }

    /** {@return whether a deployment caused it} */
    public boolean isCausedByDeployment() {
        return !causes.isEmpty();
    }
}

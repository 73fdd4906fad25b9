package io.infinityloop.metrics.link;

import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import java.util.List;

/** Each deployment that caused an incident failed. */
record IncidentEvidence() implements FailureEvidence {
    @Override
    public void find(Production production, List<LinkedIncident> incidents, Signs signs) {
        for (LinkedIncident linked : incidents) {
            Incident incident = linked.incident().artifact();
            for (Snapshot<Deployment> cause : linked.causes()) {
                signs.failed(
                        cause,
                        new Failure(
                                Failure.Sign.INCIDENT,
                                incident.ref().toString(),
                                incident.at(),
                                incident.resolvedAt(),
                                incident.customerImpact(),
                                incident.response().severity(),
                                linked.linkedBy(),
                                linked.incident().evidence()));
            }
        }
    }
}

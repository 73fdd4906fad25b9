package io.infinityloop.metrics.link;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deployments that later ones repaired. */
record RemediationEvidence() implements FailureEvidence {
    @Override
    public void find(Production production, List<LinkedIncident> incidents, Signs signs) {
        Map<EventKey, LinkedIncident> byEvent = new HashMap<>();
        incidents.forEach(linked -> byEvent.put(linked.incident().evidence(), linked));
        for (List<Snapshot<Deployment>> history : production.histories()) {
            Snapshot<Deployment> before = null;
            for (Snapshot<Deployment> next : history) {
                if (next.artifact().status() == DeploymentStatus.SUCCEEDED) {
                    new Repair(next, before, production, byEvent, signs).find();
                }
                before = next;
            }
        }
    }

    /** What one deployment repairs. */
    private record Repair(
            Snapshot<Deployment> by,
            @Nullable Snapshot<Deployment> before,
            Production production,
            Map<EventKey, LinkedIncident> incidents,
            Signs signs) {
        private void find() {
            boolean isSaid = namesIncidents();
            DeploymentPurpose purpose = by.artifact().plan().purpose();
            if (purpose == DeploymentPurpose.HOTFIX || purpose == DeploymentPurpose.UNKNOWN) {
                for (Snapshot<Deployment> named : production.namedBy(by)) {
                    isSaid = true;
                    repaired(named, Histories.ranFrom(named), false, "id");
                    signs.remedy(by, named.artifact().ref().toString());
                }
            }
            if (purpose == DeploymentPurpose.HOTFIX && !isSaid) {
                guess();
            }
        }

        private boolean namesIncidents() {
            boolean isSaid = false;
            for (ArtifactRef ref : by.artifact().derivedFrom()) {
                if (ref.isOf(Incident.KIND)) {
                    isSaid = true;
                    for (Snapshot<?> found : production.find(ref, by.event().source())) {
                        LinkedIncident linked = incidents.get(found.evidence());
                        if (linked != null
                                && !linked.incident().artifact().response().practice()) {
                            signs.remedy(by, ref.toString());
                            repair(linked);
                        }
                    }
                }
            }
            return isSaid;
        }

        private void repair(LinkedIncident linked) {
            Incident incident = linked.incident().artifact();
            for (Snapshot<Deployment> cause : linked.causes()) {
                if (!cause.evidence().equals(by.evidence()) && !by.deliveredAt().isBefore(incident.at())) {
                    repaired(cause, incident.at(), incident.customerImpact(), linked.linkedBy());
                }
            }
        }

        /** A hotfix that does not say of what is one of what ran before it. */
        private void guess() {
            String reference = by.artifact().ref().toString();
            if (before == null) {
                signs.unjoined("hotfix with no deployment before it", reference);
                return;
            }
            Duration since = Duration.between(before.deliveredAt(), by.deliveredAt());
            if (since.compareTo(production.horizon()) > 0) {
                signs.unjoined(
                        "hotfix later than the horizon",
                        reference + " after " + before.artifact().ref());
                return;
            }
            repaired(before, Histories.ranFrom(before), false, "time");
            signs.remedy(by, before.artifact().ref().toString());
        }

        private void repaired(Snapshot<Deployment> bad, Instant from, boolean customerImpact, String linkedBy) {
            signs.failed(
                    bad,
                    new Failure(
                            Failure.Sign.REMEDIATION,
                            by.artifact().ref().toString(),
                            from,
                            by.deliveredAt(),
                            customerImpact,
                            linkedBy,
                            by.evidence()));
        }
    }
}

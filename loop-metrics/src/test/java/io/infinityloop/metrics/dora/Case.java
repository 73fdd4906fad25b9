package io.infinityloop.metrics.dora;

import static io.infinityloop.metrics.Log.at;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.DeploymentPlan;
import io.infinityloop.artifact.DeploymentPurpose;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.IncidentResponse;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Deployed;
import io.infinityloop.metrics.link.Failure;
import io.infinityloop.metrics.link.IncidentCase;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deployments and incidents as the linker hands them over. Hours are those of the examples; a minute is 1 / 60.0. */
final class Case {
    private Case() {}

    static Deployed deployed(String id, double hour, Failure... failures) {
        return deployed(id, hour, DeploymentStatus.SUCCEEDED, DeploymentPurpose.DELIVERY, failures);
    }

    static Deployed deployed(
            String id, double hour, DeploymentStatus status, DeploymentPurpose purpose, Failure... failures) {
        return new Deployed(
                id,
                Environment.PRODUCTION,
                status,
                at(hour),
                at(hour),
                DeploymentPlan.UNKNOWN.withPurpose(purpose),
                Trigger.UNKNOWN,
                List.of(),
                1,
                List.of(failures),
                List.of(),
                Labels.none(),
                List.of(new EventKey("test", id)));
    }

    /** A deployment that names what it puts right. */
    static Deployed remedy(String id, double hour, String... remedies) {
        Deployed one = deployed(id, hour, DeploymentStatus.SUCCEEDED, DeploymentPurpose.UNKNOWN);
        return new Deployed(
                one.id(),
                one.environment(),
                one.status(),
                one.startedAt(),
                one.finishedAt(),
                one.plan(),
                one.trigger(),
                one.verifications(),
                one.changes(),
                one.failures(),
                List.of(remedies),
                one.labels(),
                one.evidence());
    }

    static Failure incident(String id, double from, @Nullable Instant restored) {
        return failure(Failure.Sign.INCIDENT, "incident/" + id, from, restored, true);
    }

    static Failure quiet(String id, double from, @Nullable Instant restored) {
        return failure(Failure.Sign.INCIDENT, "incident/" + id, from, restored, false);
    }

    static Failure rollback(String id, double from, @Nullable Instant restored) {
        return failure(Failure.Sign.ROLLBACK, "deployment/" + id, from, restored, false);
    }

    private static Failure failure(
            Failure.Sign sign, String ref, double from, @Nullable Instant restored, boolean impact) {
        return new Failure(sign, ref, at(from), restored, impact, "id", new EventKey("test", ref));
    }

    static IncidentCase incidentCase(String id, double from, @Nullable Instant resolved, String... causes) {
        return incidentCase(id, from, resolved, IncidentResponse.UNKNOWN, causes);
    }

    static IncidentCase incidentCase(
            String id, double from, @Nullable Instant resolved, IncidentResponse response, String... causes) {
        return new IncidentCase(
                new Incident(ArtifactMetadata.of(id, at(from)), "", true, resolved, response),
                Arrays.stream(causes)
                        .map(cause -> new IncidentCase.Cause(cause, "id"))
                        .toList(),
                Labels.none(),
                List.of(new EventKey("test", id)));
    }
}

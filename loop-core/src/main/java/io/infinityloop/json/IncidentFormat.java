package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Incident;
import java.io.IOException;
import java.time.Instant;

final class IncidentFormat implements ArtifactFormat<Incident> {
    @Override
    public ArtifactKind kind() {
        return Incident.KIND;
    }

    @Override
    public Class<Incident> type() {
        return Incident.class;
    }

    @Override
    public Incident read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String title = fields.prose("title");
        boolean customerImpact = fields.flag("customerImpact");
        Instant resolvedAt = fields.instantOrNull("resolvedAt");
        return fields.checked("resolvedAt", () -> new Incident(metadata, title, customerImpact, resolvedAt));
    }

    @Override
    public void write(Incident incident, FieldWriter out) throws IOException {
        out.prose("title", incident.title());
        out.flag("customerImpact", incident.customerImpact());
        out.instant("resolvedAt", incident.resolvedAt());
    }
}

package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.DeploymentStatus;
import io.infinityloop.artifact.Environment;
import java.io.IOException;
import java.time.Instant;

final class DeploymentFormat implements ArtifactFormat<Deployment> {
    @Override
    public ArtifactKind kind() {
        return Deployment.KIND;
    }

    @Override
    public Class<Deployment> type() {
        return Deployment.class;
    }

    @Override
    public Deployment read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        Environment environment = fields.word("environment", Environment.class);
        DeploymentStatus status = fields.word("status", DeploymentStatus.class);
        Instant finishedAt = fields.instantOrNull("finishedAt");
        return fields.checked("finishedAt", () -> new Deployment(metadata, environment, status, finishedAt));
    }

    @Override
    public void write(Deployment deployment, FieldWriter out) throws IOException {
        out.word("environment", deployment.environment());
        out.word("status", deployment.status());
        out.instant("finishedAt", deployment.finishedAt());
    }
}

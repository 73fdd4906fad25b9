package io.infinityloop.json;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Build;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;

final class BuildFormat implements ArtifactFormat<Build> {
    @Override
    public ArtifactKind kind() {
        return Build.KIND;
    }

    @Override
    public Class<Build> type() {
        return Build.class;
    }

    @Override
    public Build read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String subject = fields.id("subject");
        Outcome outcome = fields.word("outcome", Outcome.class);
        Instant finishedAt = fields.instantOrNull("finishedAt");
        return fields.checked("finishedAt", () -> new Build(metadata, subject, outcome, finishedAt));
    }

    @Override
    public void write(Build build, FieldWriter out) throws IOException {
        out.text("subject", build.subject());
        out.word("outcome", build.outcome());
        out.instant("finishedAt", build.finishedAt());
    }
}

package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Insight;
import java.io.IOException;

final class InsightFormat implements ArtifactFormat<Insight> {
    @Override
    public ArtifactKind kind() {
        return Insight.KIND;
    }

    @Override
    public Class<Insight> type() {
        return Insight.class;
    }

    @Override
    public Insight read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        return new Insight(metadata, fields.words("observation"), fields.prose("proposedAction"));
    }

    @Override
    public void write(Insight insight, FieldWriter out) throws IOException {
        out.text("observation", insight.observation());
        out.prose("proposedAction", insight.proposedAction());
    }
}

package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;

final class ScalingActionFormat implements ArtifactFormat<ScalingAction> {
    @Override
    public ArtifactKind kind() {
        return ScalingAction.KIND;
    }

    @Override
    public Class<ScalingAction> type() {
        return ScalingAction.class;
    }

    @Override
    public ScalingAction read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        return new ScalingAction(
                metadata, fields.id("resource"), fields.count("from"), fields.count("to"), fields.prose("reason"));
    }

    @Override
    public void write(ScalingAction scaling, FieldWriter out) throws IOException {
        out.text("resource", scaling.resource());
        out.number("from", scaling.from());
        out.number("to", scaling.to());
        out.prose("reason", scaling.reason());
    }
}

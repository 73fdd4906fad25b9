package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.PlanItem;
import java.io.IOException;
import java.util.function.Function;

final class PlanItemFormat implements ArtifactFormat<PlanItem> {
    @Override
    public ArtifactKind kind() {
        return PlanItem.KIND;
    }

    @Override
    public Class<PlanItem> type() {
        return PlanItem.class;
    }

    @Override
    public PlanItem read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        return new PlanItem(metadata, fields.prose("title"), fields.list("acceptanceCriteria", Function.identity()));
    }

    @Override
    public void write(PlanItem item, FieldWriter out) throws IOException {
        out.prose("title", item.title());
        out.list("acceptanceCriteria", item.acceptanceCriteria());
    }
}

package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.internal.Texts;
import java.io.IOException;

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
        return new PlanItem(
                metadata,
                fields.prose("title"),
                fields.list("acceptanceCriteria", text -> Texts.prose("acceptance criterion", text)));
    }

    @Override
    public void write(PlanItem item, FieldWriter out) throws IOException {
        out.prose("title", item.title());
        out.list("acceptanceCriteria", item.acceptanceCriteria());
    }
}

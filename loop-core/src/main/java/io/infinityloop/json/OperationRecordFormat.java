package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.OperationRecord;
import java.io.IOException;

final class OperationRecordFormat implements ArtifactFormat<OperationRecord> {
    @Override
    public ArtifactKind kind() {
        return OperationRecord.KIND;
    }

    @Override
    public Class<OperationRecord> type() {
        return OperationRecord.class;
    }

    @Override
    public OperationRecord read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        return new OperationRecord(metadata, fields.prose("summary"));
    }

    @Override
    public void write(OperationRecord operation, FieldWriter out) throws IOException {
        out.prose("summary", operation.summary());
    }
}

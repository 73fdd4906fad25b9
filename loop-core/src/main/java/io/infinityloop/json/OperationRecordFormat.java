package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.artifact.OperationRecord.Activity;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;

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
        String summary = fields.prose("summary");
        Instant from = fields.instantOrNull("from");
        Activity activity = fields.word("activity", Activity.class, Activity.UNKNOWN);
        String suspect = from != null && metadata.at().isBefore(from) ? "from" : "activity";
        return fields.checked(suspect, () -> new OperationRecord(metadata, summary, from, activity));
    }

    @Override
    public void write(OperationRecord operation, FieldWriter out) throws IOException {
        out.prose("summary", operation.summary());
        out.instant("from", operation.from());
        out.word("activity", operation.activity(), Activity.UNKNOWN);
    }
}

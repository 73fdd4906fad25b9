package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Branch;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;

final class BranchFormat implements ArtifactFormat<Branch> {
    @Override
    public ArtifactKind kind() {
        return Branch.KIND;
    }

    @Override
    public Class<Branch> type() {
        return Branch.class;
    }

    @Override
    public Branch read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String name = fields.id("name");
        Instant mergedAt = fields.instantOrNull("mergedAt");
        return fields.checked("mergedAt", () -> new Branch(metadata, name, mergedAt));
    }

    @Override
    public void write(Branch branch, FieldWriter out) throws IOException {
        out.text("name", branch.name());
        out.instant("mergedAt", branch.mergedAt());
    }
}

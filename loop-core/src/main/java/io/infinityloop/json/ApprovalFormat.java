package io.infinityloop.json;

import io.infinityloop.artifact.Approval;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.time.Instant;

final class ApprovalFormat implements ArtifactFormat<Approval> {
    @Override
    public ArtifactKind kind() {
        return Approval.KIND;
    }

    @Override
    public Class<Approval> type() {
        return Approval.class;
    }

    @Override
    public Approval read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String role = fields.value("role", text -> Texts.bounded("role", text, 100));
        Approval.Answer answer = fields.word("answer", Approval.Answer.class);
        Instant answeredAt = fields.instantOrNull("answeredAt");
        return fields.checked("answeredAt", () -> new Approval(metadata, role, answer, answeredAt));
    }

    @Override
    public void write(Approval approval, FieldWriter out) throws IOException {
        out.text("role", approval.role());
        out.word("answer", approval.answer());
        out.instant("answeredAt", approval.answeredAt());
    }
}

package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Commit;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;

final class CommitFormat implements ArtifactFormat<Commit> {
    @Override
    public ArtifactKind kind() {
        return Commit.KIND;
    }

    @Override
    public Class<Commit> type() {
        return Commit.class;
    }

    @Override
    public Commit read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        return new Commit(
                metadata,
                fields.instant("authoredAt"),
                fields.prose("subject"),
                fields.list("parents", text -> Texts.id("parent", text)),
                fields.list("reverts", text -> Texts.id("reverted commit", text)),
                ChangeDetailsFormat.read(fields));
    }

    @Override
    public void write(Commit commit, FieldWriter out) throws IOException {
        out.instant("authoredAt", commit.authoredAt());
        out.prose("subject", commit.subject());
        out.list("parents", commit.parents());
        out.list("reverts", commit.reverts());
        ChangeDetailsFormat.write(commit.details(), out);
    }
}

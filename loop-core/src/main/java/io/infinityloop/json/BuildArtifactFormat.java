package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Packaging;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;

final class BuildArtifactFormat implements ArtifactFormat<BuildArtifact> {
    @Override
    public ArtifactKind kind() {
        return BuildArtifact.KIND;
    }

    @Override
    public Class<BuildArtifact> type() {
        return BuildArtifact.class;
    }

    @Override
    public BuildArtifact read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        return new BuildArtifact(
                metadata,
                fields.word("packaging", Packaging.class),
                fields.id("name"),
                fields.id("version"),
                fields.id("digest"),
                fields.id("sourceRevision"),
                fields.idOrEmpty("inputs"));
    }

    @Override
    public void write(BuildArtifact built, FieldWriter out) throws IOException {
        out.word("packaging", built.packaging());
        out.text("name", built.name());
        out.text("version", built.version());
        out.text("digest", built.digest());
        out.text("sourceRevision", built.sourceRevision());
        out.prose("inputs", built.inputs());
    }
}

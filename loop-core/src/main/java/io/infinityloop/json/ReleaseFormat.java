package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Release;
import java.io.IOException;

final class ReleaseFormat implements ArtifactFormat<Release> {
    @Override
    public ArtifactKind kind() {
        return Release.KIND;
    }

    @Override
    public Class<Release> type() {
        return Release.class;
    }

    @Override
    public Release read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        String version = fields.id("version");
        String tag = fields.prose("tag");
        return fields.checked("tag", () -> new Release(metadata, version, tag));
    }

    @Override
    public void write(Release release, FieldWriter out) throws IOException {
        out.text("version", release.version());
        out.prose("tag", release.tag());
    }
}

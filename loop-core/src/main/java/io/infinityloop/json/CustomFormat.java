package io.infinityloop.json;

import io.infinityloop.Stage;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.CustomArtifact;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.util.SortedMap;

/**
 * How artifacts of kinds that tools bring along are written. They say so, with {@code custom}: a kind that is merely
 * not known may be one of a later release.
 */
final class CustomFormat {
    private CustomFormat() {}

    static boolean isMarked(Fields artifact) throws FieldException {
        return artifact.has("custom") && artifact.flag("custom");
    }

    static CustomArtifact read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        Stage stage = fields.word("stage", Stage.class);
        ArtifactKind kind = fields.value("kind", name -> new ArtifactKind(name, stage));
        SortedMap<String, String> own = fields.texts("fields");
        return fields.checked("kind", () -> new CustomArtifact(metadata, kind, own));
    }

    static void write(CustomArtifact artifact, FieldWriter out) throws IOException {
        out.flag("custom", true);
        out.word("stage", artifact.stage());
        out.texts("fields", artifact.fields());
    }
}

package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Document;
import io.infinityloop.artifact.DocumentKind;
import io.infinityloop.artifact.Migration;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.ReleaseStatus;
import io.infinityloop.artifact.RiskAcceptance;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.FieldException;
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
        String tag = fields.idOrEmpty("tag");
        ReleaseStatus status = fields.word("status", ReleaseStatus.class, ReleaseStatus.UNKNOWN);
        Preparation preparation = new Preparation(
                fields.prose("notes"),
                fields.list("digests", text -> Texts.id("digest", text)),
                fields.idOrEmpty("configuration"),
                RecoveryFormat.read(fields),
                fields.objects("risks", ReleaseFormat::risk),
                fields.objects("documents", ReleaseFormat::document),
                fields.objects("migrations", ReleaseFormat::migration));
        return fields.checked("status", () -> new Release(metadata, version, tag, status, shared(preparation)));
    }

    private static Preparation shared(Preparation preparation) {
        return preparation.equals(Preparation.NONE) ? Preparation.NONE : preparation;
    }

    private static RiskAcceptance risk(Fields fields) throws FieldException {
        return new RiskAcceptance(fields.value("role", text -> Texts.bounded("role", text, 100)), fields.words("risk"));
    }

    private static Document document(Fields fields) throws FieldException {
        return new Document(fields.word("kind", DocumentKind.class), fields.id("location"));
    }

    private static Migration migration(Fields fields) throws FieldException {
        return new Migration(fields.id("name"), fields.flag("automated"), fields.flag("tested"));
    }

    @Override
    public void write(Release release, FieldWriter out) throws IOException {
        Preparation preparation = release.preparation();
        out.text("version", release.version());
        out.prose("tag", release.tag());
        out.word("status", release.status(), ReleaseStatus.UNKNOWN);
        out.prose("notes", preparation.notes());
        out.list("digests", preparation.digests());
        out.prose("configuration", preparation.configuration());
        RecoveryFormat.write(preparation.recovery(), out);
        out.objects("risks", preparation.risks(), accepted -> {
            out.text("role", accepted.role());
            out.text("risk", accepted.risk());
        });
        out.objects("documents", preparation.documents(), document -> {
            out.word("kind", document.kind());
            out.text("location", document.location());
        });
        out.objects("migrations", preparation.migrations(), migration -> {
            out.text("name", migration.name());
            out.flag("automated", migration.automated());
            out.flag("tested", migration.tested());
        });
    }
}

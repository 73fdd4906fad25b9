package io.infinityloop.json;

import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Exposure;
import io.infinityloop.artifact.Share;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.math.BigDecimal;

final class ExposureFormat implements ArtifactFormat<Exposure> {
    @Override
    public ArtifactKind kind() {
        return Exposure.KIND;
    }

    @Override
    public Class<Exposure> type() {
        return Exposure.class;
    }

    @Override
    public Exposure read(ArtifactMetadata metadata, Fields fields) throws FieldException {
        return new Exposure(metadata, fields.id("flag"), share(fields));
    }

    /** {@return the share in the field {@code percent}} */
    static Share share(Fields fields) throws FieldException {
        BigDecimal percent = fields.decimal("percent");
        return fields.checked("percent", () -> new Share(percent));
    }

    @Override
    public void write(Exposure exposure, FieldWriter out) throws IOException {
        out.text("flag", exposure.flag());
        out.decimal("percent", exposure.share().percent());
    }
}

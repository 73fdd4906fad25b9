package io.infinityloop.json;

import io.infinityloop.artifact.Recovery;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The field {@code recovery}, which releases and deployments have. */
final class RecoveryFormat {
    private static final String FIELD = "recovery";

    private RecoveryFormat() {}

    static @Nullable Recovery read(Fields fields) throws FieldException {
        if (!fields.has(FIELD)) {
            return null;
        }
        Fields own = fields.object(FIELD);
        Recovery.Path path = own.word("path", Recovery.Path.class);
        String version = own.idOrEmpty("version");
        return own.checked("version", () -> new Recovery(path, version));
    }

    static void write(@Nullable Recovery recovery, FieldWriter out) throws IOException {
        if (recovery != null) {
            out.open(FIELD);
            out.word("path", recovery.path());
            out.prose("version", recovery.version());
            out.close();
        }
    }
}

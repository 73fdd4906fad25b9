package io.infinityloop.json;

import io.infinityloop.event.DefinitionRef;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;

/** The rules of a loop, by name: {@code {"id": "delivery", "version": 1, "fingerprint": "…"}}. */
final class DefinitionRefFormat {
    private DefinitionRefFormat() {}

    static DefinitionRef read(String name, Fields fields) throws FieldException {
        return of(fields.object(name));
    }

    static DefinitionRef of(Fields own) throws FieldException {
        String id = own.id("id");
        int version = (int) Math.min(Integer.MAX_VALUE, own.count("version"));
        if (version < 1) {
            throw own.problem("version", version + " is out of range: expected 1 or more");
        }
        String fingerprint = own.id("fingerprint");
        return own.checked("fingerprint", () -> new DefinitionRef(id, version, fingerprint));
    }

    static void write(String name, DefinitionRef definition, FieldWriter out) throws IOException {
        out.open(name);
        out.text("id", definition.id());
        out.number("version", definition.version());
        out.text("fingerprint", definition.fingerprint());
        out.close();
    }
}

package io.infinityloop.source;

import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.JsonText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts a stream of JSON into records. */
final class JsonRecords implements Records {
    private final BufferedReader reader;
    private long line;

    JsonRecords(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Cut next() throws IOException {
        String text = reader.readLine();
        line++;
        if (text == null) {
            return null;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        try {
            return new Cut.Whole(
                    new Payload(new Payload.Place(line, line, raw, Map.of()), JsonText.parse(raw, 0, raw.length)));
        } catch (FieldException broken) {
            return new Cut.Broken(
                    new Leftover(Leftover.Cause.REJECTED, line, line, "", broken.field(), broken.problem(), raw));
        }
    }
}

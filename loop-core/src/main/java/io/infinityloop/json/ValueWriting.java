package io.infinityloop.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.infinityloop.Labels;
import java.io.IOException;
import java.io.Serial;

/**
 * Writes the values of one type in the form that they have in events.
 *
 * @param <T> the type
 */
final class ValueWriting<T> extends StdSerializer<T> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Form<T> form;

    ValueWriting(Class<T> type, Form<T> form) {
        super(type);
        this.form = form;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        form.write(json, value);
    }

    @Override
    public boolean isEmpty(SerializerProvider provider, T value) {
        return value instanceof Labels labels && labels.isEmpty();
    }

    /** How a value is written. */
    interface Form<T> {
        void write(JsonGenerator json, T value) throws IOException;
    }
}

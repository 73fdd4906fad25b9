package io.infinityloop.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.infinityloop.internal.json.FieldException;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of one type with the same rules and messages as the fields of events.
 *
 * @param <T> the type
 */
final class ValueReading<T> extends StdDeserializer<T> {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The value stands alone: the path of what is wrong begins with nothing. */
    private static final String FIELD = "";

    private final transient Form<T> form;
    private final transient @Nullable T missing;

    /**
     * Creates the reading.
     *
     * @param type what is read
     * @param missing what a missing field stands for, null if for nothing
     * @param form how it is read
     */
    ValueReading(Class<?> type, @Nullable T missing, Form<T> form) {
        super(type);
        this.form = form;
        this.missing = missing;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode value = context.readTree(parser);
        try {
            return form.read(Fields.of(JsonNodeFactory.instance.objectNode().set(FIELD, value)), FIELD);
        } catch (FieldException refused) {
            throw new JsonMappingException(parser, refused.problem(), refused);
        }
    }

    @Override
    public @Nullable T getNullValue(DeserializationContext context) {
        return missing;
    }

    /** How a value is read from the field that holds it. */
    interface Form<T> {
        T read(Fields fields, String name) throws FieldException;
    }
}

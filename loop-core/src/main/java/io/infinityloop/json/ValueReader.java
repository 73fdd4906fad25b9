package io.infinityloop.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.JsonText;
import io.infinityloop.internal.json.Limits;
import java.util.List;

/**
 * Reads values of the model from the text that {@link ValueWriter} gives.
 *
 * <p>What is read is told by the caller and never by the text: no input can have a class made that was not asked for.
 * Fields that are not known are passed over. Safe for use by many threads.
 *
 * @since 0.1
 */
public final class ValueReader {
    private ValueReader() {}

    /**
     * Returns the value that a text holds.
     *
     * @param <T> the type of the value
     * @param text the JSON of one value; a line of a log is for {@link EventReader}
     * @param type what is expected: a record, an enum, or a sealed interface whose records all fit
     * @return the value
     * @throws IllegalArgumentException if the text is no such value, or of a later version of the format; the message
     *     begins with the path of the field
     */
    public static <T> T read(String text, Class<T> type) {
        requireNonNull(type, "type");
        try {
            JsonNode value = value(requireNonNull(text, "text"), type);
            return ValueMapper.JSON.treeToValue(value, type);
        } catch (FieldException refused) {
            throw new IllegalArgumentException(
                    refused.field().isEmpty() ? refused.problem() : refused.field() + ": " + refused.problem());
        } catch (JsonProcessingException refused) {
            throw ValueMapper.refusal("value", refused);
        }
    }

    private static JsonNode value(String text, Class<?> type) throws FieldException {
        if (text.length() > Limits.LINE_BYTES) {
            throw new FieldException("", "the text has more than " + Limits.LINE_BYTES + " characters");
        }
        Fields fields = Fields.of(JsonText.parse(text));
        EventLine.requireKnown(fields);
        String given = fields.id("type");
        List<String> names = TypeNames.written(type);
        if (!names.contains(given)) {
            throw fields.problem(
                    "type",
                    "'" + Excerpt.of(given) + "' was given: expected " + (names.size() == 1 ? "" : "one of ")
                            + String.join(", ", names));
        }
        return fields.required("value", "a value");
    }
}

package io.infinityloop.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Parses the JSON records of one stream within the {@link Limits}, and says in our words what is wrong with them. It
 * remembers names, up to some thousands, and is to be forgotten with its stream. Safe for use by many threads.
 */
public final class RecordText {
    /** The tree tells of fields that are there twice, which costs less than the parser's way. */
    private static final ObjectReader READER = JsonText.reader(
                    JsonText.factory().build())
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .with(new ShortDecimals());

    private final JsonFactory factory = JsonText.factory()
            .enable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .build();

    /**
     * Returns the value that some bytes in UTF-8 consist of.
     *
     * @return the value; a missing node if there is nothing but white space
     * @throws FieldException if they are anything else; its field is a JSON pointer
     */
    public JsonNode parse(byte[] bytes, int from, int length) throws FieldException {
        int invalid = Utf8.firstInvalid(bytes, from, length);
        if (invalid >= 0) {
            throw new FieldException("", "byte " + (invalid - from + 1) + " of the record is not UTF-8");
        }
        try (JsonParser parser = factory.createParser(bytes, from, length)) {
            JsonNode node = JsonText.value(READER, parser, JsonFault.RECORD);
            return node != null ? node : MissingNode.getInstance();
        } catch (IOException unreadable) {
            throw new FieldException("", "not well-formed JSON: " + unreadable.getMessage());
        }
    }

    /** Takes decimals that the format can hold only; the parser has counted their digits, but not what 1e999 means. */
    private static final class ShortDecimals extends JsonNodeFactory {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public ValueNode numberNode(@Nullable BigDecimal value) {
            if (value == null) {
                return nullNode();
            }
            if (!Limits.accept(value)) {
                throw new NumberFormatException("exponent");
            }
            return DecimalNode.valueOf(value);
        }
    }
}

package io.infinityloop.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON within the {@link Limits}, and says in our words what is wrong with it: the JSON of one line, of which
 * the fields are told by their paths, or that of a record, which may have many lines, with pointers.
 */
public final class JsonText {
    private static final ObjectReader LINE = reader(
            factory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

    private JsonText() {}

    /** Names are neither interned nor kept: a hostile log must not fill a table that outlives it. */
    static JsonFactoryBuilder factory() {
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(Limits.DEPTH)
                        .maxNumberLength(Limits.DIGITS)
                        .maxStringLength(Limits.TEXT_CHARACTERS)
                        .maxNameLength(Limits.NAME_CHARACTERS)
                        .maxTokenCount(Limits.TOKENS)
                        .build())
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
    }

    static ObjectReader reader(JsonFactory factory) {
        return new ObjectMapper(factory)
                .reader()
                // A double would round what was written, and 1.50 is to stay apart from 1.5 as it is in the model.
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /**
     * Returns the object that a line consists of.
     *
     * @throws FieldException if the line is anything else
     */
    public static ObjectNode parse(String line) throws FieldException {
        try (JsonParser parser = LINE.getFactory().createParser(line)) {
            JsonNode node = value(LINE, parser, JsonFault.LINE);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new FieldException(
                    "", name(node) + " was given: expected a JSON object such as {\"v\":1,\"type\":…}");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Returns the value that some bytes in UTF-8 consist of; for many, use one {@link RecordText}.
     *
     * @return the value; a missing node if there is nothing but white space
     * @throws FieldException if they are anything else; its field is a JSON pointer
     */
    public static JsonNode parse(byte[] bytes, int from, int length) throws FieldException {
        return new RecordText().parse(bytes, from, length);
    }

    /** {@return what sort of JSON value it is, with its article} */
    public static String name(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> value.asText();
            case NULL -> "null";
            case MISSING -> "nothing";
        };
    }

    static @Nullable JsonNode value(ObjectReader reader, JsonParser parser, JsonFault fault)
            throws IOException, FieldException {
        try {
            JsonNode node = reader.readTree(parser);
            if (parser.nextToken() != null) {
                throw fault.more();
            }
            return node;
        } catch (StreamConstraintsException limit) {
            throw fault.beyond(limit.getOriginalMessage(), parser.getParsingContext());
        } catch (JsonProcessingException broken) {
            throw fault.broken(broken, parser.getParsingContext());
        } catch (NumberFormatException exponent) {
            throw fault.exponent(parser.getParsingContext());
        }
    }
}

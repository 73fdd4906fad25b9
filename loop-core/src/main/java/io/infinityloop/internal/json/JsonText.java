package io.infinityloop.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Parses the JSON of one line within the {@link Limits}, and says in our words what is wrong with it. */
public final class JsonText {
    /** Names are neither interned nor kept: a hostile log must not fill a table that outlives it. */
    private static final ObjectReader READER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(Limits.DEPTH)
                            .maxNumberLength(Limits.DIGITS)
                            .maxStringLength(Limits.TEXT_CHARACTERS)
                            .maxNameLength(Limits.NAME_CHARACTERS)
                            .maxTokenCount(Limits.TOKENS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .reader()
            // A double would round what was written, and 1.50 is to stay apart from 1.5 as it is in the model.
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private JsonText() {}

    /**
     * Returns the object that a line consists of.
     *
     * @throws FieldException if the line is anything else
     */
    public static ObjectNode parse(String line) throws FieldException {
        try (JsonParser parser = READER.getFactory().createParser(line)) {
            JsonNode node = value(parser);
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
     * Returns the value that some bytes in UTF-8 consist of.
     *
     * @throws FieldException if they are anything else
     */
    public static JsonNode parse(byte[] bytes, int from, int length) throws FieldException {
        try (JsonParser parser = READER.getFactory().createParser(bytes, from, length)) {
            JsonNode node = value(parser);
            return node != null ? node : MissingNode.getInstance();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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

    private static @Nullable JsonNode value(JsonParser parser) throws IOException, FieldException {
        try {
            JsonNode node = READER.readTree(parser);
            if (parser.nextToken() != null) {
                throw new FieldException("", "more text follows the JSON object: expected one object a line");
            }
            return node;
        } catch (StreamConstraintsException limit) {
            throw beyond(limit.getOriginalMessage(), parser.getParsingContext());
        } catch (JsonProcessingException broken) {
            throw broken(broken, parser.getParsingContext());
        } catch (NumberFormatException exponent) {
            throw new FieldException(
                    path(parser.getParsingContext()), "the exponent of the number is too large to be one");
        }
    }

    private static FieldException beyond(String message, JsonStreamContext place) {
        if (message.contains("nesting depth")) {
            return new FieldException(
                    "", "objects and lists are nested too deep: at most " + Limits.DEPTH + " levels are accepted");
        }
        if (message.startsWith("Token count")) {
            return new FieldException("", "more than " + Limits.TOKENS + " names and values in one line");
        }
        if (message.startsWith("Name")) {
            return new FieldException("", "a field name has more than " + Limits.NAME_CHARACTERS + " characters");
        }
        return new FieldException(
                path(place),
                message.startsWith("Number")
                        ? "the number is too long: at most " + Limits.DIGITS + " digits are accepted"
                        : "the text is too long: at most " + Limits.TEXT_CHARACTERS + " characters are accepted");
    }

    private static FieldException broken(JsonProcessingException broken, JsonStreamContext place) {
        String message = broken.getOriginalMessage();
        if (message.startsWith("Duplicate")) {
            return new FieldException(path(place), "the field is there twice: expected it once");
        }
        if (message.startsWith("Unexpected end-of-input")) {
            return new FieldException("", "the line ends in the middle of its JSON: it was cut off");
        }
        // What follows speaks of the parser's settings, which a reader of the log can not change.
        String reason = message.replaceFirst("(?s)(: enable| \\(for| \\(start marker) .*", "");
        return new FieldException(
                "", "not well-formed JSON at character " + broken.getLocation().getColumnNr() + ": " + reason);
    }

    private static String path(JsonStreamContext place) {
        JsonStreamContext parent = place.getParent();
        if (parent == null) {
            return "";
        }
        if (place.inArray()) {
            return path(parent) + "[" + place.getCurrentIndex() + "]";
        }
        String before = path(parent);
        return before.isEmpty() ? place.getCurrentName() : before + "." + place.getCurrentName();
    }
}

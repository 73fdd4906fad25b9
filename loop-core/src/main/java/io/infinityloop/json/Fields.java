package io.infinityloop.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.infinityloop.Labels;
import io.infinityloop.internal.Texts;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.JsonText;
import io.infinityloop.internal.json.Limits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to the fields of a JSON object. What does not fit is a {@link FieldException} that names the field by
 * its path; a field that is {@code null} counts as missing.
 */
final class Fields {
    private static final String DURATION = "a duration such as PT1H30M";
    private static final String INSTANT = "an instant such as 2026-01-05T09:00:00Z";

    private final ObjectNode node;
    private final String prefix;

    private Fields(ObjectNode node, String prefix) {
        this.node = node;
        this.prefix = prefix;
    }

    /** {@return the fields of a line} */
    static Fields of(ObjectNode line) {
        return new Fields(line, "");
    }

    /** {@return the fields of an object within this one} */
    Fields object(String name) throws FieldException {
        JsonNode value = required(name, "an object");
        if (value instanceof ObjectNode object) {
            return new Fields(object, prefix + name + ".");
        }
        throw wrongType(name, value, "an object");
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** {@return a text that names something: neither blank nor too long} */
    String id(String name) throws FieldException {
        return value(name, text -> Texts.id(name, text));
    }

    /** {@return a text that names something; empty if missing or empty} */
    String idOrEmpty(String name) throws FieldException {
        return has(name) ? value(name, text -> Texts.idOrEmpty(name, text)) : "";
    }

    /** {@return a text that people read; empty if missing} */
    String prose(String name) throws FieldException {
        return has(name) ? value(name, text -> Texts.prose(name, text)) : "";
    }

    /** {@return a text that people read and that must not be blank} */
    String words(String name) throws FieldException {
        return value(name, text -> Texts.bounded(name, text, Texts.PROSE_LIMIT));
    }

    /** {@return what a text stands for} */
    <T> T value(String name, Function<String, T> meaning) throws FieldException {
        JsonNode value = required(name, "a text");
        return meant(name, value, meaning);
    }

    /** {@return a constant by its name} */
    <E extends Enum<E>> E word(String name, Class<E> type) throws FieldException {
        JsonNode value = required(name, "one of " + names(type));
        return meant(name, value, text -> constant(type, text));
    }

    /** {@return constants by their names; empty if missing} */
    <E extends Enum<E>> List<E> wordList(String name, Class<E> type) throws FieldException {
        return list(name, text -> constant(type, text));
    }

    /** {@return a constant by its name, or another if the field is missing} */
    <E extends Enum<E>> E word(String name, Class<E> type, E missing) throws FieldException {
        return has(name) ? word(name, type) : missing;
    }

    /** {@return a constant by its name, null if the field is missing} */
    <E extends Enum<E>> @Nullable E wordOrNull(String name, Class<E> type) throws FieldException {
        return has(name) ? word(name, type) : null;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("'" + Excerpt.of(text) + "' is not known: expected one of " + names(type));
    }

    private static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    Instant instant(String name) throws FieldException {
        JsonNode value = required(name, INSTANT);
        String text = meant(name, value, Function.identity());
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException notAnInstant) {
            String wrong = hasNoZone(text) ? " has no time zone: expected " : " is no instant: expected ";
            throw problem(name, "'" + Excerpt.of(text) + "'" + wrong + INSTANT);
        }
        if (!Limits.accept(instant)) {
            throw problem(name, "'" + Excerpt.of(text) + "' is out of range: expected a year from 1970 to 2200");
        }
        return instant;
    }

    @Nullable
    Instant instantOrNull(String name) throws FieldException {
        return has(name) ? instant(name) : null;
    }

    /** {@return a span of time} */
    Duration duration(String name) throws FieldException {
        JsonNode value = required(name, DURATION);
        String text = meant(name, value, Function.identity());
        try {
            return Duration.parse(text);
        } catch (DateTimeException notADuration) {
            throw problem(name, "'" + Excerpt.of(text) + "' is no duration: expected " + DURATION);
        }
    }

    @Nullable
    Duration durationOrNull(String name) throws FieldException {
        return has(name) ? duration(name) : null;
    }

    /** {@return a number with all its digits} */
    BigDecimal decimal(String name) throws FieldException {
        JsonNode value = required(name, "a number");
        if (!value.isNumber()) {
            throw wrongType(name, value, "a number");
        }
        if (!Limits.accept(value.decimalValue())) {
            throw problem(
                    name,
                    Excerpt.of(value.asText()) + " is out of range: expected at most " + Limits.DIGITS
                            + " digits when it is written out");
        }
        return value.decimalValue();
    }

    @Nullable
    BigDecimal decimalOrNull(String name) throws FieldException {
        return has(name) ? decimal(name) : null;
    }

    boolean flag(String name) throws FieldException {
        JsonNode value = required(name, "true or false");
        if (!value.isBoolean()) {
            throw wrongType(name, value, "true or false");
        }
        return value.booleanValue();
    }

    /** {@return a whole number that is not negative; 0 if missing} */
    long count(String name) throws FieldException {
        if (!has(name)) {
            return 0;
        }
        JsonNode value = node.get(name);
        if (!value.isIntegralNumber()) {
            throw wrongType(name, value, "a whole number");
        }
        if (!value.canConvertToLong() || value.longValue() < 0) {
            throw problem(name, value.asText() + " is out of range: expected 0 to " + Long.MAX_VALUE);
        }
        return value.longValue();
    }

    /** {@return the entries of a list of texts; empty if missing} */
    <T> List<T> list(String name, Function<String, T> meaning) throws FieldException {
        if (!has(name)) {
            return List.of();
        }
        JsonNode list = node.get(name);
        if (!list.isArray()) {
            throw wrongType(name, list, "a list of texts");
        }
        if (list.size() > Limits.LIST_ENTRIES) {
            throw problem(name, list.size() + " entries, at most " + Limits.LIST_ENTRIES + " are accepted");
        }
        List<T> entries = new ArrayList<>(list.size());
        for (JsonNode entry : list) {
            entries.add(meant(name + "[" + entries.size() + "]", entry, meaning));
        }
        return entries;
    }

    /** {@return what the objects of a list stand for; empty if missing} */
    <T> List<T> objects(String name, Meaning<T> meaning) throws FieldException {
        if (!has(name)) {
            return List.of();
        }
        JsonNode list = node.get(name);
        if (!list.isArray()) {
            throw wrongType(name, list, "a list of objects");
        }
        if (list.size() > Limits.LIST_ENTRIES) {
            throw problem(name, list.size() + " entries, at most " + Limits.LIST_ENTRIES + " are accepted");
        }
        List<T> entries = new ArrayList<>(list.size());
        for (JsonNode entry : list) {
            String place = name + "[" + entries.size() + "]";
            if (!(entry instanceof ObjectNode object)) {
                throw wrongType(place, entry, "an object");
            }
            entries.add(meaning.of(new Fields(object, prefix + place + ".")));
        }
        return entries;
    }

    /** {@return the labels in a field; none if missing} */
    Labels labels(String name) throws FieldException {
        Map<String, String> labels = texts(name);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            checked(name + "." + label.getKey(), () -> Labels.of(label.getKey(), label.getValue()));
        }
        return checked(name, () -> Labels.from(labels));
    }

    /** {@return the texts of an object by their names; none if missing} */
    SortedMap<String, String> texts(String name) throws FieldException {
        SortedMap<String, String> texts = new TreeMap<>();
        if (has(name)) {
            for (Map.Entry<String, JsonNode> text : object(name).node.properties()) {
                texts.put(text.getKey(), meant(name + "." + text.getKey(), text.getValue(), Function.identity()));
            }
        }
        return texts;
    }

    /** {@return what a constructor of the model makes; what it refuses is put down to the field that is named} */
    <T> T checked(String name, Supplier<T> constructor) throws FieldException {
        try {
            return constructor.get();
        } catch (IllegalArgumentException refused) {
            throw problem(name, String.valueOf(refused.getMessage()));
        }
    }

    /** {@return the object whose fields these are} */
    ObjectNode node() {
        return node;
    }

    /** {@return the raw value of a field, null if missing} */
    @Nullable
    JsonNode raw(String name) {
        return node.get(name);
    }

    FieldException problem(String name, String problem) {
        String path = prefix + name;
        boolean isWhole = name.isEmpty() && path.endsWith(".");
        return new FieldException(isWhole ? path.substring(0, path.length() - 1) : path, problem);
    }

    /** {@return a value of any type} */
    JsonNode required(String name, String expected) throws FieldException {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw problem(name, "missing: expected " + expected);
        }
        return value;
    }

    private <T> T meant(String name, JsonNode value, Function<String, T> meaning) throws FieldException {
        if (!value.isTextual()) {
            throw wrongType(name, value, "a text");
        }
        return checked(name, () -> meaning.apply(value.textValue()));
    }

    private FieldException wrongType(String name, JsonNode value, String expected) {
        return problem(name, JsonText.name(value) + " was given: expected " + expected);
    }

    private static boolean hasNoZone(String text) {
        try {
            LocalDateTime.parse(text);
            return true;
        } catch (DateTimeException notLocal) {
            return false;
        }
    }

    /** What the fields of an object stand for. */
    interface Meaning<T> {
        T of(Fields fields) throws FieldException;
    }
}

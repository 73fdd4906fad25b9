package io.infinityloop.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.infinityloop.Labels;
import io.infinityloop.internal.json.Excerpt;
import io.infinityloop.internal.json.Limits;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the fields of a line in the order of the calls; refuses what {@link Fields} would not read back. */
final class FieldWriter {
    private final JsonGenerator json;

    FieldWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a text, also an empty one. */
    void text(String name, String value) throws IOException {
        json.writeFieldName(name);
        json.writeString(value);
    }

    /** Writes a text unless it is empty. */
    void prose(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            text(name, value);
        }
    }

    /** Writes the name of a constant; nothing for null. */
    void word(String name, @Nullable Enum<?> value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.name());
        }
    }

    /** Writes the name of a constant unless it is the one that a missing field stands for. */
    void word(String name, Enum<?> value, Enum<?> missing) throws IOException {
        if (value != missing) {
            word(name, value);
        }
    }

    void flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    /** Writes a decimal with all its digits; nothing for null. */
    void decimal(String name, @Nullable BigDecimal value) throws IOException {
        if (value != null) {
            json.writeNumberField(name, Limits.checked(name, value));
        }
    }

    /** Writes a duration in ISO 8601 to the nanosecond; nothing for null. */
    void duration(String name, @Nullable Duration value) throws IOException {
        if (value != null) {
            text(name, value.toString());
        }
    }

    /** Writes an instant; nothing for null. */
    void instant(String name, @Nullable Instant value) throws IOException {
        if (value != null) {
            json.writeStringField(name, Limits.checked(name, value).toString());
        }
    }

    /** Writes a list as texts unless it is empty. */
    void list(String name, List<?> entries) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        openList(name, entries);
        for (Object entry : entries) {
            json.writeString(entry.toString());
        }
        json.writeEndArray();
    }

    /** Writes a list as objects unless it is empty. */
    <T> void objects(String name, List<T> entries, Body<T> body) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        openList(name, entries);
        for (T entry : entries) {
            json.writeStartObject();
            body.write(entry);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void openList(String name, List<?> entries) throws IOException {
        if (entries.size() > Limits.LIST_ENTRIES) {
            throw new IllegalArgumentException(name + " has " + entries.size() + " entries and can not be written: the"
                    + " format holds at most " + Limits.LIST_ENTRIES);
        }
        json.writeArrayFieldStart(name);
    }

    /** Writes labels in the order of their keys unless there are none. */
    void labels(String name, Labels labels) throws IOException {
        texts(name, labels.asMap(), "label key");
    }

    /** Writes texts by their names unless there are none. */
    void texts(String name, Map<String, String> texts) throws IOException {
        texts(name, texts, "field name");
    }

    private void texts(String name, Map<String, String> texts, String key) throws IOException {
        if (texts.isEmpty()) {
            return;
        }
        json.writeFieldName(name);
        entries(texts, key);
    }

    /** Writes labels as an object in the order of their keys. */
    void entries(Labels labels) throws IOException {
        entries(labels.asMap(), "label key");
    }

    private void entries(Map<String, String> texts, String key) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            text(checkedName(key, text.getKey()), text.getValue());
        }
        close();
    }

    /** The parser takes half a surrogate pair in a text, but not in a field name, however it is escaped. */
    static String checkedName(String what, String name) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException(
                    what + " '" + Excerpt.of(name) + "' can not be written: it holds half a surrogate pair");
        }
        return name;
    }

    /** Begins an object within this one; its fields follow until {@link #close()}. */
    void open(String name) throws IOException {
        json.writeObjectFieldStart(name);
    }

    void close() throws IOException {
        json.writeEndObject();
    }

    /** Writes the fields of an object. */
    interface Body<T> {
        void write(T value) throws IOException;
    }
}

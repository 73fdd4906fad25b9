package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One foreign record: a tree of values that JSON pointers lead through, such as {@code /deployment/sha}. A step
 * {@code *} stands for each element of a list. A pointer that begins with {@code ^} starts at the whole record, also
 * within an element of it. Immutable, as long as nobody changes the bytes; safe for use by many threads.
 *
 * @since 0.1
 */
public final class Payload {
    private final Place place;
    private final JsonNode tree;
    private final Payload root;

    Payload(Place place, JsonNode tree) {
        this.place = requireNonNull(place, "place");
        this.tree = requireNonNull(tree, "tree");
        this.root = this;
    }

    private Payload(Payload whole, JsonNode part) {
        this.place = whole.place;
        this.tree = part;
        this.root = whole.root;
    }

    /**
     * Where a record comes from.
     *
     * @param number the place of the record in its stream, 1 for the first
     * @param line the line where it begins, 1 for the first
     * @param raw the bytes as they came
     * @param headers the headers that came with it, their names in lower case
     */
    record Place(long number, long line, byte[] raw, Map<String, String> headers) {}

    /** {@return the place of the record in its stream, 1 for the first} */
    public long number() {
        return place.number;
    }

    /** {@return the line where the record begins, 1 for the first} */
    public long line() {
        return place.line;
    }

    /** {@return the bytes of the whole record as they came; not a copy} */
    public byte[] raw() {
        return place.raw;
    }

    /**
     * Returns a header that came with the record.
     *
     * @param name the name in lower case
     * @return the value; empty if there is none, as for every record of a file
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(place.headers.get(name));
    }

    /**
     * Tells whether something is there that is not null; an empty text, list or object is something.
     *
     * @param pointer where
     * @return whether
     * @throws IllegalArgumentException if the pointer is none
     */
    public boolean has(String pointer) {
        boolean[] found = new boolean[1];
        walk(Pointer.of(pointer), node -> found[0] = true);
        return found[0];
    }

    /**
     * Returns a value as text.
     *
     * @param pointer where
     * @return the text, number or boolean as text; empty if there is none, or it is null, blank, an object or a list
     * @throws IllegalArgumentException if the pointer is none
     */
    public Optional<String> text(String pointer) {
        return text(Pointer.of(pointer));
    }

    Optional<String> text(Pointer pointer) {
        List<String> found = texts(pointer);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /**
     * Returns all values that a pointer leads to, as texts.
     *
     * @param pointer where; with steps {@code *} for lists
     * @return texts, numbers and booleans as texts, in their order; what is null or blank, an object or a list, is left
     *     out
     * @throws IllegalArgumentException if the pointer is none
     */
    public List<String> texts(String pointer) {
        return texts(Pointer.of(pointer));
    }

    List<String> texts(Pointer pointer) {
        List<String> found = new ArrayList<>(1);
        walk(pointer, node -> {
            if (node.isValueNode() && !node.asText().isBlank()) {
                found.add(node.asText());
            }
        });
        return found;
    }

    /**
     * Returns the elements of a list, or the parts that a pointer with steps {@code *} leads to.
     *
     * @param pointer where the list is
     * @return what it holds, each with pointers of its own; empty if there is no list
     * @throws IllegalArgumentException if the pointer is none
     */
    public List<Payload> each(String pointer) {
        return each(Pointer.of(pointer));
    }

    List<Payload> each(Pointer pointer) {
        List<Payload> parts = new ArrayList<>();
        walk(pointer, node -> {
            if (node.isArray()) {
                node.forEach(element -> parts.add(new Payload(this, element)));
            }
        });
        return parts;
    }

    /**
     * Returns the record that is wrapped in this one, such as the data of a CloudEvent.
     *
     * @param pointer where it is: an object, or a text that holds one as JSON, in Base64 or not
     * @return the record, from the place where this one is; empty if there is none
     * @throws IllegalArgumentException if the pointer is none
     */
    public Optional<Payload> wrapped(String pointer) {
        List<Payload> found = new ArrayList<>(1);
        walk(Pointer.of(pointer), node -> {
            JsonNode tree = node.isTextual() ? parsed(node.asText().strip()) : node;
            if (tree.isObject()) {
                found.add(new Payload(place, tree));
            }
        });
        return found.stream().findFirst();
    }

    private static JsonNode parsed(String text) {
        try {
            byte[] bytes = text.startsWith("{")
                    ? text.getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder().decode(text);
            return JsonText.parse(bytes, 0, bytes.length);
        } catch (FieldException | IllegalArgumentException other) {
            return MissingNode.getInstance();
        }
    }

    /**
     * Returns the names of the fields of an object.
     *
     * @param pointer where the object is; empty for the record itself
     * @return the names in their order; empty if there is no object
     * @throws IllegalArgumentException if the pointer is none
     */
    public List<String> names(String pointer) {
        List<String> names = new ArrayList<>();
        walk(Pointer.of(pointer), node -> node.fieldNames().forEachRemaining(names::add));
        return names;
    }

    private void walk(Pointer pointer, Consumer<JsonNode> visitor) {
        walk(pointer.isAbsolute() ? root.tree : tree, pointer, 0, visitor);
    }

    private static void walk(JsonNode node, Pointer pointer, int step, Consumer<JsonNode> visitor) {
        if (node.isNull() || node.isMissingNode()) {
            return;
        }
        if (step == pointer.steps().size()) {
            visitor.accept(node);
        } else if (node.isArray() && pointer.steps().get(step).equals("*")) {
            node.forEach(element -> walk(element, pointer, step + 1, visitor));
        } else if (node.isArray()) {
            walk(node.path(pointer.index(step)), pointer, step + 1, visitor);
        } else {
            walk(node.path(pointer.steps().get(step)), pointer, step + 1, visitor);
        }
    }
}

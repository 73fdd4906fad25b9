package io.infinityloop.source;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.infinityloop.internal.json.FieldException;
import io.infinityloop.internal.json.JsonText;
import io.infinityloop.internal.json.RecordText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One foreign record: a tree of values that JSON pointers lead through, such as {@code /deployment/sha}. A step
 * {@code *} stands for each element of a list. A pointer that begins with {@code ^} starts at the whole record, also
 * within an element of it. Immutable, as long as nobody changes the bytes; safe for use by many threads.
 *
 * @since 0.1
 */
public final class Payload {
    private static final RecordText NONE = new RecordText();

    private final Place place;
    private final Payload root;
    private final RecordText text;
    private volatile @Nullable JsonNode tree;

    /** Creates a record of which the tree is known. */
    Payload(Place place, JsonNode tree) {
        this.place = requireNonNull(place, "place");
        this.tree = requireNonNull(tree, "tree");
        this.text = NONE;
        this.root = this;
    }

    /** Creates a record whose bytes are parsed when something of it is asked for, or by {@link #open}. */
    Payload(Place place, RecordText text) {
        this.place = requireNonNull(place, "place");
        this.text = requireNonNull(text, "text");
        this.root = this;
    }

    private Payload(Payload whole, JsonNode part) {
        this.place = whole.place;
        this.tree = part;
        this.text = whole.text;
        this.root = whole.root;
    }

    /** {@return this record, which came with headers} */
    Payload with(Map<String, String> headers) {
        Place told = new Place(place.number, place.line, place.bytes, place.from, place.length, headers);
        JsonNode known = tree;
        return known != null ? new Payload(told, known) : new Payload(told, text);
    }

    /**
     * Where a record comes from.
     *
     * @param number the place of the record in its stream, 1 for the first
     * @param line the line where it begins, 1 for the first
     * @param bytes what holds the record as it came, and may hold more; nobody changes it
     * @param from where the record begins in the bytes
     * @param length how many bytes it has
     * @param headers the headers that came with it, their names in lower case
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Place(long number, long line, byte[] bytes, int from, int length, Map<String, String> headers) {
        Place(long number, long line, byte[] raw, Map<String, String> headers) {
            this(number, line, raw, 0, raw.length, headers);
        }

        byte[] raw() {
            return from == 0 && length == bytes.length ? bytes : Arrays.copyOfRange(bytes, from, from + length);
        }
    }

    /**
     * Parses the bytes, if that has not been done. Whoever calls this before anything else knows that no method of the
     * record will fail later.
     *
     * @throws RejectedRecordException if they are no JSON object within the limits
     */
    void open() throws RejectedRecordException {
        if (tree == null) {
            tree = parsed();
        }
    }

    private JsonNode parsed() throws RejectedRecordException {
        try {
            JsonNode node = text.parse(place.bytes, place.from, place.length);
            if (node.isObject()) {
                return node;
            }
            throw new RejectedRecordException("", JsonText.name(node) + " was given: expected a JSON object");
        } catch (FieldException broken) {
            throw new RejectedRecordException(broken.field(), broken.problem());
        }
    }

    private JsonNode tree() {
        JsonNode known = tree;
        if (known != null) {
            return known;
        }
        try {
            JsonNode node = parsed();
            tree = node;
            return node;
        } catch (RejectedRecordException broken) {
            throw new IllegalStateException(
                    "record " + place.number + " can not be read: " + broken.getMessage(), broken);
        }
    }

    /** {@return the record as it will be told if it is rejected} */
    Leftover rejected(String type, RejectedRecordException why) {
        return new Leftover(
                Leftover.Cause.REJECTED, place.number, place.line, type, why.field(), why.problem(), place.raw());
    }

    /** {@return the text that one of the pointers leads to, without a tree; null if that can not be said so early} */
    @Nullable
    String peek(Peek peek) {
        return peek.text(place.bytes, place.from, place.from + place.length);
    }

    /** {@return the place of the record in its stream, 1 for the first} */
    public long number() {
        return place.number;
    }

    /** {@return the line where the record begins, 1 for the first} */
    public long line() {
        return place.line;
    }

    /** {@return the bytes of the whole record as they came; do not change them} */
    public byte[] raw() {
        return place.raw();
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
        walk(pointer.isAbsolute() ? root.tree() : tree(), pointer, 0, visitor);
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

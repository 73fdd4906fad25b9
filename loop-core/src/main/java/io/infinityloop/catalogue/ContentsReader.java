package io.infinityloop.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.infinityloop.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the resource, and takes nothing that it does not know. */
final class ContentsReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> FIELDS = Set.of("id", "kind", "stages", "sources", "parts");

    private static final ObjectReader READER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ContentsReader() {}

    /**
     * Returns what a text holds.
     *
     * @throws IllegalArgumentException if it is not in order; the message names the card and the field
     */
    static Contents read(String json) {
        try {
            JsonNode root = READER.readTree(json);
            onlyFields("the catalogue", root, Set.of("version", "cards", "texts"));
            if (!root.path("version").isInt() || root.path("version").intValue() != 1) {
                throw new IllegalArgumentException(
                        "the catalogue has version " + root.path("version") + ": version 1 can be read");
            }
            JsonNode texts = root.path("texts");
            onlyFields("texts", texts, Set.of("en"));
            return new Contents(cards(root.path("cards"), List.of(), List.of()), texts(texts.path("en")));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the catalogue is not well-formed JSON: " + broken.getOriginalMessage());
        }
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Iterator<String> keys = node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            texts.put(key, text("texts", node, key));
        }
        return Collections.unmodifiableMap(texts);
    }

    private static List<Outline> cards(JsonNode nodes, List<Stage> stages, List<Source> sources) {
        if (!nodes.isArray()) {
            throw new IllegalArgumentException("a list of cards is expected, and " + nodes.getNodeType() + " is there");
        }
        List<Outline> outlines = new ArrayList<>();
        nodes.forEach(node -> outlines.add(card(node, stages, sources)));
        return List.copyOf(outlines);
    }

    /** Stages and sources that a part does not name are those of the card that it belongs to. */
    private static Outline card(JsonNode node, List<Stage> outerStages, List<Source> outerSources) {
        String id = text("a card", node, "id");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "'" + id + "' is no id of a card: lower case letters and digits are expected, joined by hyphens");
        }
        String place = "card '" + id + "'";
        CardKind kind = constant(place, "kind", CardKind.class, text(place, node, "kind"));
        Set<String> known = new TreeSet<>(FIELDS);
        known.addAll(kind.attributes());
        onlyFields(place, node, known);
        List<Stage> stages =
                node.has("stages") ? constants(place, "stages", Stage.class, node.path("stages")) : outerStages;
        List<Source> sources =
                node.has("sources") ? constants(place, "sources", Source.class, node.path("sources")) : outerSources;
        if (sources.isEmpty()) {
            throw new IllegalArgumentException(place + " has no sources: every card cites where it is taken from");
        }
        Map<String, String> attributes = new TreeMap<>();
        kind.attributes().stream().filter(node::has).forEach(name -> attributes.put(name, text(place, node, name)));
        List<Outline> parts = node.has("parts") ? cards(node.path("parts"), stages, sources) : List.of();
        return new Outline(id, kind, stages, sources, Collections.unmodifiableMap(attributes), parts);
    }

    private static <E extends Enum<E>> List<E> constants(String place, String field, Class<E> type, JsonNode nodes) {
        List<E> constants = new ArrayList<>();
        for (JsonNode node : nodes) {
            E next = constant(place, field, type, node.asText());
            if (!constants.isEmpty() && constants.get(constants.size() - 1).compareTo(next) >= 0) {
                throw new IllegalArgumentException(place + ", field " + field + ": " + next
                        + " is out of order: each is expected once, in the order of " + type.getSimpleName());
            }
            constants.add(next);
        }
        return List.copyOf(constants);
    }

    private static <E extends Enum<E>> E constant(String place, String field, Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(place + ", field " + field + ": '" + name + "' was given: expected one of "
                + List.of(type.getEnumConstants()));
    }

    private static String text(String place, JsonNode node, String field) {
        JsonNode text = node.path(field);
        if (!text.isTextual() || text.textValue().isBlank()) {
            throw new IllegalArgumentException(place + ", field " + field + ": a text is expected that is not blank");
        }
        return text.textValue();
    }

    private static void onlyFields(String place, JsonNode node, Set<String> known) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new IllegalArgumentException(place + ": the field '" + name + "' is not known: expected are "
                        + String.join(", ", new TreeSet<>(known)));
            }
        }
    }
}

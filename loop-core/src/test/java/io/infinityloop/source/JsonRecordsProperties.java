package io.infinityloop.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JsonRecordsProperties {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Property(tries = 500)
    void however_records_are_put_together_they_come_back_equal(
            @ForAll("records") @Size(max = 8) List<JsonNode> records,
            @ForAll Style style,
            @ForAll boolean isCarriage,
            @ForAll boolean isMarked,
            @ForAll @IntRange(min = 1, max = 90) int most) {
        String text = (isMarked ? "\uFEFF" : "") + style.join(records);
        byte[] bytes = (isCarriage ? text.replace("\n", "\r\n") : text).getBytes(StandardCharsets.UTF_8);
        Cuts cuts = Cuts.of(JsonRecords.of(Cuts.drops(bytes, most), 1));
        assertThat(cuts.broken).isEmpty();
        assertThat(cuts.whole.stream().map(JsonRecordsProperties::tree).toList())
                .isEqualTo(records);
        assertThat(cuts.whole)
                .allSatisfy(payload -> assertThat(remaining(bytes, payload.line()))
                        .contains(Cuts.text(payload.raw()).replace("\r", "")));
    }

    @Property(tries = 1_000)
    void a_broken_byte_never_costs_a_neighbour(
            @ForAll("records") @Size(min = 3, max = 6) List<JsonNode> records,
            @ForAll boolean isPretty,
            @ForAll boolean isList,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 90) int most) {
        Random random = new Random(seed);
        List<String> texts = records.stream()
                .map(record -> isPretty ? pretty(record) : record.toString())
                .toList();
        int broken = random.nextInt(texts.size());
        byte[] bytes = texts.get(broken).getBytes(StandardCharsets.UTF_8);
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes((isList ? "[\n" : "").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < texts.size(); i++) {
            all.writeBytes((i == 0 ? "" : isList ? ",\n" : "\n").getBytes(StandardCharsets.UTF_8));
            all.writeBytes(i == broken ? bytes : texts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        all.writeBytes((isList ? "\n]\n" : "").getBytes(StandardCharsets.UTF_8));
        Cuts cuts = Cuts.of(JsonRecords.of(Cuts.drops(all.toByteArray(), most), 1));
        List<JsonNode> neighbours = new ArrayList<>(records);
        neighbours.remove(broken);
        assertThat(cuts.whole.stream().map(JsonRecordsProperties::tree)).containsSubsequence(neighbours);
    }

    @Property(tries = 500)
    void a_glance_sees_what_the_tree_holds(@ForAll("records") @Size(min = 1, max = 4) List<JsonNode> records) {
        for (JsonNode record : records) {
            byte[] bytes = pretty(record).getBytes(StandardCharsets.UTF_8);
            Payload payload = new Payload(new Payload.Place(1, 1, bytes, Map.of()), record);
            for (String pointer : List.of("/a", "/b/a", "/c/b/a")) {
                String seen = payload.peek(Peek.at(pointer));
                JsonNode there = record.at(pointer);
                boolean isPlain = there.isTextual()
                        && there.asText().matches("(?s)[ -~&&[^\"\\\\]]*[!-~&&[^\"\\\\]][ -~&&[^\"\\\\]]*");
                assertThat(seen).isEqualTo(isPlain ? there.asText() : null);
            }
        }
    }

    enum Style {
        LINES,
        PRETTY,
        TOGETHER,
        LIST,
        PRETTY_LIST,
        LISTS_AS_LINES,
        NO_INDENT;

        String join(List<JsonNode> records) {
            List<String> texts = records.stream().map(Object::toString).toList();
            List<String> pretty =
                    records.stream().map(JsonRecordsProperties::pretty).toList();
            return switch (this) {
                case LINES -> String.join("\n", texts);
                case PRETTY -> String.join("\n", pretty) + "\n";
                case TOGETHER -> String.join("", texts);
                case LIST -> texts.toString();
                case PRETTY_LIST -> pretty(JsonNodeFactory.instance.arrayNode().addAll(records));
                case LISTS_AS_LINES ->
                    String.join(
                            "\n", texts.stream().map(text -> "[" + text + "]").toList());
                case NO_INDENT -> String.join("\n", pretty).replaceAll("\n *", "\n");
            };
        }
    }

    @Provide
    Arbitrary<List<JsonNode>> records() {
        return object(3).list().ofMaxSize(8);
    }

    private static Arbitrary<JsonNode> object(int depth) {
        Arbitrary<String> names = Arbitraries.of("a", "b", "c", "type", "{", "\u00FC", "");
        return Arbitraries.maps(names, value(depth - 1))
                .ofMaxSize(4)
                .map(fields -> JsonNodeFactory.instance.objectNode().setAll(fields));
    }

    private static Arbitrary<JsonNode> value(int depth) {
        Arbitrary<JsonNode> texts = Arbitraries.strings()
                .withChars("{}[]\",:\\ \n\tab\u20AC")
                .ofMaxLength(12)
                .map(text -> text.replace("b", "\uD83D\uDE00"))
                .map(JsonNodeFactory.instance::textNode);
        Arbitrary<JsonNode> others = Arbitraries.of("1", "-0.50", "true", "null", "[]", "{}", "12345678901234567890")
                .map(JsonRecordsProperties::parsed);
        if (depth == 0) {
            return Arbitraries.oneOf(texts, others);
        }
        return Arbitraries.oneOf(
                texts,
                others,
                object(depth),
                value(depth - 1)
                        .list()
                        .ofMaxSize(3)
                        .map(list -> JsonNodeFactory.instance.arrayNode().addAll(list)));
    }

    /** {@return what stands from a line on} */
    private static String remaining(byte[] bytes, long line) {
        return Cuts.text(bytes)
                .lines()
                .skip(line - 1)
                .collect(Collectors.joining("\n"))
                .replace("\r", "");
    }

    private static JsonNode tree(Payload payload) {
        return parsed(Cuts.text(payload.raw()));
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String pretty(JsonNode node) {
        return node.toPrettyString();
    }
}

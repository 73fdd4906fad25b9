package io.infinityloop.catalogue;

import io.infinityloop.Stage;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A card without its words.
 *
 * @param id the id
 * @param kind what it tells
 * @param stages the stages that it is about, in loop order; empty for the loop as a whole
 * @param sources the documents that it is taken from, at least one
 * @param attributes the fields that only its kind has
 * @param parts what it consists of
 */
record Outline(
        String id,
        CardKind kind,
        List<Stage> stages,
        List<Source> sources,
        Map<String, String> attributes,
        List<Outline> parts) {

    /** {@return this outline and all that are in it} */
    Stream<Outline> all() {
        return Stream.concat(Stream.of(this), parts.stream().flatMap(Outline::all));
    }

    /** {@return the keys of its words} */
    Stream<String> keys() {
        return hasNameKey() ? Stream.of(nameKey(), textKey()) : Stream.of(textKey());
    }

    /** {@return the key of its text: its id, unless several cards share one text} */
    String textKey() {
        return attributes.getOrDefault("text", id);
    }

    /** {@return its name; a tool is called the same in every language} */
    String name(UnaryOperator<String> words) {
        return hasNameKey() ? words.apply(nameKey()) : attributes.getOrDefault("name", "");
    }

    private boolean hasNameKey() {
        return kind.isNamed() && !kind.attributes().contains("name");
    }

    private String nameKey() {
        return id + ".name";
    }
}

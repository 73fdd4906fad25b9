package io.infinityloop.catalogue;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One thing to know about the loop, in the language of its catalogue.
 *
 * <p>What to keep of a card is its {@link #id()}: it is the same in every language and stays from release to release.
 *
 * <p>Source: requirements CAT-01 to CAT-11.
 *
 * @since 0.1
 */
public final class Card {
    private final Outline outline;
    private final String name;
    private final String text;
    private final List<Card> parts;

    /** Puts words to an outline. */
    Card(Outline outline, UnaryOperator<String> words) {
        this.outline = outline;
        this.name = outline.name(words);
        this.text = words.apply(outline.textKey());
        this.parts = outline.parts().stream().map(part -> new Card(part, words)).toList();
    }

    /** {@return the id: lower case, words joined by hyphens, unique in the catalogue} */
    public String id() {
        return outline.id();
    }

    /** {@return what it tells} */
    public CardKind kind() {
        return outline.kind();
    }

    /** {@return the name, a few words; empty if its kind {@linkplain CardKind#isNamed() has none}} */
    public String name() {
        return name;
    }

    /** {@return what there is to know, mostly a sentence or two; never empty} */
    public String text() {
        return text;
    }

    /** {@return the stages that it is about, in loop order; empty if it is about the loop as a whole} */
    public List<Stage> stages() {
        return outline.stages();
    }

    /** {@return the documents that it is taken from, at least one} */
    public List<Source> sources() {
        return outline.sources();
    }

    /**
     * Tells whether it is taken from a document, perhaps beside others.
     *
     * @param source the document
     * @return whether it is
     */
    public boolean isFrom(Source source) {
        return outline.sources().contains(requireNonNull(source, "source"));
    }

    /** {@return the cards that it consists of, in order; mostly none} */
    public List<Card> parts() {
        return parts;
    }

    /**
     * Returns those of its parts that are of a kind.
     *
     * @param kind the kind
     * @return the parts, in order
     */
    public List<Card> parts(CardKind kind) {
        requireNonNull(kind, "kind");
        return parts.stream().filter(part -> part.kind() == kind).toList();
    }

    @Override
    public String toString() {
        return outline.kind() + " " + outline.id() + ": " + (name.isEmpty() ? text : name);
    }

    /** {@return a field that only some kinds have, if it is there} */
    Optional<String> attribute(String field) {
        return Optional.ofNullable(outline.attributes().get(field));
    }

    /** {@return a field that this kind always has} */
    String required(String field) {
        return attribute(field)
                .orElseThrow(() -> new IllegalArgumentException("card '" + outline.id() + "' has no field '" + field
                        + "': its kind " + outline.kind() + " needs it"));
    }
}

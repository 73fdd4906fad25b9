package io.infinityloop.catalogue;

import static java.util.Objects.requireNonNull;

import io.infinityloop.CalmrDimension;
import io.infinityloop.Role;
import io.infinityloop.Stage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What there is to know about the loop: goals, activities, tools, practices, bad habits, metrics and roles, stage by
 * stage, and principles, steps and terms for the loop as a whole.
 *
 * <pre>{@code
 * Catalogue.standard().stage(Stage.BUILD).practices().forEach(practice -> print(practice.text()));
 * }</pre>
 *
 * <p>It is advice: no rule of the machine and no metric depends on it. The words are in English; {@link #in(Locale,
 * Map)} puts those of another language in their place.
 *
 * <p>Source: requirements CAT-01 to CAT-38.
 *
 * @since 0.1
 */
public final class Catalogue {
    private final Contents contents;
    private final Locale language;
    private final Map<String, String> given;
    private final List<Card> cards;

    Catalogue(Contents contents, Locale language, Map<String, String> given) {
        this.contents = contents;
        this.language = language;
        this.given = given;
        this.cards = contents.outlines().stream()
                .map(outline -> new Card(outline, this::word))
                .toList();
    }

    /** {@return the catalogue of the library, in English} */
    public static Catalogue standard() {
        return Standard.CATALOGUE;
    }

    /**
     * Returns this catalogue in another language. What has no text in it stays in English.
     *
     * @param newLanguage the language
     * @param texts the words by their keys; {@link #texts()} of the standard catalogue has all keys there are
     * @return the changed copy; this one stays as it is
     * @throws IllegalArgumentException if a text is blank
     */
    public Catalogue in(Locale newLanguage, Map<String, String> texts) {
        requireNonNull(newLanguage, "language");
        texts.forEach((key, text) -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("the text '" + key + "' in " + newLanguage.toLanguageTag()
                        + " is blank: leave it out, and it stays in English");
            }
        });
        return new Catalogue(contents, newLanguage, Map.copyOf(texts));
    }

    /** {@return the language that this catalogue is in, as far as it has its words} */
    public Locale language() {
        return language;
    }

    /** {@return all texts that are shown, by their keys, in the order of the resource} */
    public Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        contents.english().keySet().forEach(key -> texts.put(key, word(key)));
        return Collections.unmodifiableMap(texts);
    }

    /** {@return the keys of the texts that are in English because this language has none, in order} */
    public List<String> missing() {
        return contents.english().keySet().stream()
                .filter(key -> !given.containsKey(key))
                .toList();
    }

    /** {@return the keys that were given for this language and that no card uses, sorted} */
    public List<String> unknown() {
        return given.keySet().stream()
                .filter(key -> !contents.english().containsKey(key))
                .sorted()
                .toList();
    }

    /** {@return all cards, without those that are parts of others} */
    public List<Card> cards() {
        return cards;
    }

    /**
     * Returns all cards of a kind, whether they are about one stage or about the loop as a whole.
     *
     * @param kind the kind
     * @return the cards; none for a kind that is always part of another card
     */
    public List<Card> cards(CardKind kind) {
        requireNonNull(kind, "kind");
        return cards.stream().filter(card -> card.kind() == kind).toList();
    }

    /**
     * Finds a card, also one that is part of another.
     *
     * @param id its id
     * @return the card, or empty if there is none with this id
     */
    public Optional<Card> card(String id) {
        requireNonNull(id, "id");
        return withParts(cards).filter(card -> card.id().equals(id)).findFirst();
    }

    /**
     * Returns what there is to know of a role; its parts are its duties, stage by stage.
     *
     * @param role the role
     * @return the card
     */
    public Card card(Role role) {
        return the(CardKind.ROLE, "role", role);
    }

    /**
     * Returns what there is to know of a side of CALMR.
     *
     * @param dimension the side
     * @return the card
     */
    public Card card(CalmrDimension dimension) {
        return the(CardKind.CALMR, "dimension", dimension);
    }

    /**
     * Returns the heading above cards of a kind.
     *
     * @param kind the kind
     * @return a few words in the language of this catalogue
     */
    public String heading(CardKind kind) {
        return word(kind.key());
    }

    /**
     * Returns what there is to know of a stage.
     *
     * @param stage the stage
     * @return its entry
     */
    public StageEntry stage(Stage stage) {
        return new StageEntry(this, stage);
    }

    /** {@return the entries of the eight stages, in loop order} */
    public List<StageEntry> stages() {
        return Stage.all().stream().map(this::stage).toList();
    }

    /** {@return all bad habits, those of the stages and those of the loop as a whole} */
    public List<AntiPattern> antiPatterns() {
        return cards(CardKind.ANTI_PATTERN).stream().map(AntiPattern::of).toList();
    }

    /** {@return all metrics of the catalogue; one that a stage and the whole loop share is there for each} */
    public List<KeyMetric> metrics() {
        return cards(CardKind.METRIC).stream().map(KeyMetric::of).toList();
    }

    /**
     * Returns the metrics of one side of CALMR.
     *
     * @param dimension the side
     * @return the metrics, at least one
     */
    public List<KeyMetric> metrics(CalmrDimension dimension) {
        requireNonNull(dimension, "dimension");
        return metrics().stream()
                .filter(metric -> metric.dimension() == dimension)
                .toList();
    }

    /** {@return the metrics of the loop as a whole} */
    public List<KeyMetric> loopMetrics() {
        return metrics().stream()
                .filter(metric -> metric.card().stages().isEmpty())
                .toList();
    }

    /** {@return the questions to learners and the exercises, each with what answers it} */
    public List<Question> questions() {
        return Stream.of(CardKind.REFLECTION, CardKind.CHECKPOINT, CardKind.EXERCISE)
                .flatMap(kind -> cards(kind).stream())
                .map(Question::of)
                .toList();
    }

    @Override
    public String toString() {
        return "catalogue of " + cards.size() + " cards in " + language.toLanguageTag();
    }

    private Card the(CardKind kind, String attribute, Enum<?> value) {
        return cards(kind).stream()
                .filter(card -> card.required(attribute).equals(value.name()))
                .findFirst()
                .orElseThrow();
    }

    private String word(String key) {
        return Optional.ofNullable(given.get(key))
                .or(() -> Optional.ofNullable(contents.english().get(key)))
                .orElseThrow();
    }

    private static Stream<Card> withParts(List<Card> cards) {
        return cards.stream().flatMap(card -> Stream.concat(Stream.of(card), withParts(card.parts())));
    }

    /** Read once, when somebody asks for it first. */
    private static final class Standard {
        static final Catalogue CATALOGUE = load();

        private static Catalogue load() {
            try (InputStream resource = Catalogue.class.getResourceAsStream("catalogue.json")) {
                if (resource == null) {
                    throw new IllegalStateException("catalogue.json is missing: it belongs beside the class Catalogue");
                }
                Contents contents = ContentsReader.read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
                return new Catalogue(contents, Locale.ENGLISH, contents.english());
            } catch (IOException failed) {
                throw new UncheckedIOException("catalogue.json can not be read", failed);
            }
        }
    }
}

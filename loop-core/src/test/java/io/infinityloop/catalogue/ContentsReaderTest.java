package io.infinityloop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The resource is in order, and a resource that is not is refused with the card and the field. */
class ContentsReaderTest {
    private static final String RESOURCE = resource();

    @Test
    void the_resource_is_in_order() {
        Contents contents = ContentsReader.read(RESOURCE);
        assertThat(contents.outlines()).hasSize(Catalogue.standard().cards().size());
        assertThat(contents.outlines().stream().flatMap(Outline::all).map(Outline::id))
                .doesNotHaveDuplicates()
                .allMatch(Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*").asMatchPredicate());
    }

    @Test
    void words_are_in_order() {
        assertThat(Catalogue.standard().texts().values())
                .allMatch(text -> text.equals(text.strip()) && !text.contains("  ") && !text.contains("\n"))
                .allMatch(text -> text.length() <= 220);
        assertThat(Catalogue.standard().cards().stream()
                        .filter(card -> List.of(CardKind.PRACTICE, CardKind.GOAL, CardKind.PURPOSE, CardKind.CLAIM)
                                .contains(card.kind()))
                        .map(Card::text))
                .allMatch(text -> text.endsWith("."));
    }

    @Test
    void every_kind_is_there() {
        assertThat(ContentsReader.read(RESOURCE).outlines().stream()
                        .flatMap(Outline::all)
                        .map(Outline::kind))
                .contains(CardKind.values());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\": 1 | \"version\": 2 | the catalogue has version 2: version 1 can be read",
                "\"version\": 1 | \"version\": 1, \"author\": 1 | the catalogue: the field 'author' is not known",
                "\"cards\": [ | \"cards\": 1, \"x\": [ | the catalogue: the field 'x' is not known",
                "\"en\": { | \"de\": {}, \"en\": { | texts: the field 'de' is not known: expected are en",
                "\"id\": \"plan-goal\" | \"id\": \"plan goal\" | 'plan goal' is no id of a card",
                "\"id\": \"plan-goal\" | \"id\": \"plan-purpose\" | two cards have the id 'plan-purpose'",
                "\"id\": \"plan-goal\" | \"name\": \"plan-goal\" | a card, field id: a text is expected",
                "\"id\": \"plan-goal\" | \"id\": \"plan-goal\", \"colour\": 1 | card 'plan-goal': the field 'colour'",
                "\"id\": \"plan-goal\" | \"id\": \"plan-goal\", \"id\": \"x\" | not well-formed JSON: Duplicate field",
                "\"kind\": \"GOAL\" | \"kind\": \"AIM OF ALL\" | card 'plan-goal', field kind: 'AIM OF ALL' was given",
                "\"stages\": [\"PLAN\"] | \"stages\": [\"SHIP\"] | card 'plan-goal', field stages: 'SHIP' was given",
                "\"sources\": [\"S0\", \"S1\"] | \"sources\": [\"S1\", \"S0\"] | field sources: S0 is out of order",
                "\"sources\": [\"S0\", \"S1\"] | \"sources\": [] | card 'plan-goal' has no sources",
                "\"plan-goal\": \" | \"plan-aim\": \" | there is no text with the key 'plan-goal'",
                "\"plan-goal\": \" | \"x\": \"y\", \"plan-goal\": \" | no card uses the text with the key 'x'",
                "\"plan-goal\": \" | \"plan-goal\": \" \", \"x\": \" | texts, field plan-goal: a text is expected",
                "\"kind-goal\" | \"kind-aims\" | there is no text with the key 'kind-goal'",
            })
    void what_is_not_in_order_is_refused(String correct, String wrong, String complaint) {
        assertThat(RESOURCE).contains(correct);
        String broken = RESOURCE.replaceFirst(Pattern.quote(correct), wrong.replace("$", "\\$"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentsReader.read(broken))
                .withMessageContaining(complaint);
    }

    @Test
    void text_after_the_end_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentsReader.read(RESOURCE + "{}"))
                .withMessageContaining("not well-formed JSON");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContentsReader.read("{\"version\":1,\"cards\":{},\"texts\":{}}"))
                .withMessageContaining("a list of cards is expected, and OBJECT is there");
    }

    @Test
    void a_field_that_a_kind_needs_is_asked_for() {
        String without = RESOURCE.replaceFirst("\"mark\": \"DETECTED\", ", "");
        Contents contents = ContentsReader.read(without);
        Catalogue catalogue = new Catalogue(contents, Locale.ENGLISH, contents.english());
        assertThatIllegalArgumentException()
                .isThrownBy(catalogue::antiPatterns)
                .withMessage("card 'plan-far-ahead' has no field 'mark': its kind ANTI_PATTERN needs it");
    }

    private static String resource() {
        try (InputStream resource =
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("catalogue.json"), "catalogue.json")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

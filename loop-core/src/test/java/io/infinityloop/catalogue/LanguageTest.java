package io.infinityloop.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.Stage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A user brings words of another language. */
class LanguageTest {
    private static final Catalogue ENGLISH = Catalogue.standard();

    @Test
    void a_text_that_is_there_takes_the_place_of_the_english_one() {
        Catalogue german = ENGLISH.in(
                Locale.GERMAN,
                Map.of(
                        "plan-small-batches.name", "Kleine Schritte",
                        "kind-practice", "Gute Gewohnheiten",
                        "milliseconds", "nie benutzt"));

        Card practice = german.card("plan-small-batches").orElseThrow();
        assertThat(practice.name()).isEqualTo("Kleine Schritte");
        assertThat(practice.text())
                .isEqualTo(ENGLISH.card("plan-small-batches").orElseThrow().text());
        assertThat(german.heading(CardKind.PRACTICE)).isEqualTo("Gute Gewohnheiten");
        assertThat(german.language()).isEqualTo(Locale.GERMAN);
        assertThat(ENGLISH.heading(CardKind.PRACTICE)).isEqualTo("Practices");
    }

    @Test
    void what_is_missing_and_what_is_not_known_is_listed() {
        Catalogue german = ENGLISH.in(Locale.GERMAN, Map.of("plan-goal", "Ziel", "z", "?", "a", "?"));
        assertThat(german.missing())
                .hasSize(ENGLISH.texts().size() - 1)
                .doesNotContain("plan-goal")
                .startsWith("plan-purpose");
        assertThat(german.unknown()).containsExactly("a", "z");
        assertThat(german.texts()).containsEntry("plan-goal", "Ziel").doesNotContainKeys("a", "z");
    }

    @Test
    void with_all_keys_no_word_is_english() {
        Map<String, String> texts = new LinkedHashMap<>();
        ENGLISH.texts().forEach((key, text) -> texts.put(key, "#" + text));
        Catalogue marked = ENGLISH.in(Locale.ROOT, texts);
        assertThat(marked.missing()).isEmpty();
        assertThat(marked.unknown()).isEmpty();
        assertThat(marked.cards()).allSatisfy(card -> assertThat(card.text()).startsWith("#"));
        assertThat(marked.texts()).isEqualTo(texts);
        StageEntry build = marked.stage(Stage.BUILD);
        assertThat(build.tools()).extracting(Card::name).contains("Maven").noneMatch(name -> name.startsWith("#"));
    }

    @Test
    void english_misses_nothing() {
        assertThat(ENGLISH.missing()).isEmpty();
        assertThat(ENGLISH.unknown()).isEmpty();
        assertThat(ENGLISH.language()).isEqualTo(Locale.ENGLISH);
        assertThat(ENGLISH).isSameAs(Catalogue.standard());
    }

    @Test
    void a_blank_text_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENGLISH.in(Locale.GERMAN, Map.of("plan-goal", " ")))
                .withMessage("the text 'plan-goal' in de is blank: leave it out, and it stays in English");
    }

    @Test
    void nothing_can_be_changed() {
        assertThatThrownBy(() -> ENGLISH.texts().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ENGLISH.cards().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ENGLISH.stage(Stage.PLAN).duties().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}

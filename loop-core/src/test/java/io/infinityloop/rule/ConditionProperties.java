package io.infinityloop.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConditionProperties {
    @Provide
    Arbitrary<Condition> conditions() {
        return Conditions.any();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "cpu", ">", ">=", "!=", "1", "-2.5", "5m", "(", ")", "and", "or", "not", "for", "over", "within", "p95",
                "\"a b\"", "\"", "\\", "=", "!", " ", "7d", "é", "\ud800");
        return Arbitraries.oneOf(
                words.list().ofMaxSize(12).map(list -> String.join(" ", list)),
                words.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.strings().all().ofMaxLength(60));
    }

    @Property(tries = 500)
    void the_text_of_a_condition_is_read_back_equal(@ForAll("conditions") Condition condition) {
        String text = condition.text();

        assertThat(Condition.parse(text)).isEqualTo(condition);
        assertThat(text.codePoints()).noneMatch(Character::isISOControl);
    }

    @Property(tries = 500)
    void any_text_is_a_condition_or_refused_in_words(@ForAll("texts") String text) {
        try {
            Condition read = Condition.parse(text);
            assertThat(Condition.parse(read.text())).isEqualTo(read);
        } catch (IllegalArgumentException refused) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Condition.parse(text))
                    .withMessageStartingWith("column ");
        }
    }
}

package io.infinityloop;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageNamesTest {
    @Test
    @Tag("LOOP-16")
    void words_of_other_tools_are_read() {
        assertThat(Stage.parse("planning")).isEqualTo(PLAN);
        assertThat(Stage.parse("DEPLOYMENT")).isEqualTo(DEPLOY);
        assertThat(Stage.parse("3")).isEqualTo(BUILD);
        assertThat(Stage.parse("phase 3")).isEqualTo(BUILD);
    }

    @Test
    @Tag("LOOP-16")
    void unknown_text_is_refused_with_what_would_be_accepted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stage.parse("shipping"))
                .withMessage("'shipping' is no stage of the loop; expected a number from 1 to 8, 'phase 3', or one of"
                        + " PLAN (planning), CODE (coding), BUILD (building), TEST (testing), RELEASE (releasing), DEPLOY"
                        + " (deploying, deployment), OPERATE (operating, operation, operations), MONITOR (monitoring)");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("LOOP-16")
    void every_stage_is_read_from_its_name_its_display_name_and_its_number(Stage stage) {
        assertThat(Stage.parse(stage.name())).isEqualTo(stage);
        assertThat(Stage.parse(stage.displayName())).isEqualTo(stage);
        assertThat(Stage.parse("Stage " + stage.number())).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "coding, CODE",
        "Building, BUILD",
        "testing, TEST",
        "releasing, RELEASE",
        "deploying, DEPLOY",
        "Operations, OPERATE",
        "operation, OPERATE",
        "OPERATING, OPERATE",
        "monitoring, MONITOR",
        "step 8, MONITOR",
        "'\tPhase  3\n', BUILD"
    })
    void case_and_space_do_not_matter(String text, Stage stage) {
        assertThat(Stage.parse(text)).isEqualTo(stage);
    }

    /** In Turkish, the small letter of I has no dot. */
    @Test
    void the_locale_does_not_matter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(Stage.parse("BUILDING")).isEqualTo(BUILD);
            assertThat(Stage.parse("OPERATIONS")).isEqualTo(OPERATE);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "0", "9", "03", "3.0", "-3", "phase", "phase 9", "phase three", "delivery", "٣", "null"
            })
    void nothing_is_guessed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stage.parse(text))
                .withMessageStartingWith("'" + text + "' is no stage of the loop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "😀", "\ud800"})
    void a_long_text_is_not_repeated_whole(String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stage.parse(part.repeat(1_000_000)))
                .withMessageStartingWith("'" + part.repeat(50) + "…'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stage.parse(part.repeat(50)))
                .withMessageStartingWith("'" + part.repeat(50) + "'");
    }
}

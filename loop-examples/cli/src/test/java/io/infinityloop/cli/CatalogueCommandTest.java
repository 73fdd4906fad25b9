package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import io.infinityloop.catalogue.Catalogue;
import io.infinityloop.catalogue.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What learners get to see; run with {@code -Dgolden.write=true} to write the golden files again. */
class CatalogueCommandTest {
    private static final Path HERE = Path.of("");
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");

    @Test
    void the_overview() throws IOException {
        Tool tool = Tool.run(HERE, "catalogue");
        fits(tool);
        sameAsGolden("catalogue.txt", tool.out());
    }

    @Test
    void one_stage() throws IOException {
        Tool tool = Tool.run(HERE, "catalogue", "deploy");
        fits(tool);
        sameAsGolden("catalogue-deploy.txt", tool.out());
    }

    /** Each runs on the sample where it measures something; what it needs is there. */
    @ParameterizedTest
    @MethodSource("commands")
    @Tag("CAT-33")
    void a_command_that_answers_a_question_runs_and_says_something(String command) {
        String[] words =
                (command + (command.startsWith("report") ? " --events sample/shop-2026-q3.ndjson" : "")).split(" ", -1);
        Tool tool = Tool.run(HERE, words);
        assertThat(tool.exitCode()).as(tool.err()).isEqualTo(LoopTool.OK);
        assertThat(tool.out()).isNotBlank();
    }

    private static Stream<String> commands() {
        return Catalogue.standard().questions().stream().map(Question::command).filter(Objects::nonNull);
    }

    @ParameterizedTest
    @EnumSource
    void each_stage_has_everything(Stage stage) {
        Tool tool = Tool.run(HERE, "catalogue", stage.displayName());
        fits(tool);
        assertThat(tool.out())
                .startsWith(stage.number() + " " + stage.displayName() + ": after ")
                .contains(
                        "\nGoal\n",
                        "\nPurpose\n",
                        "\nActivities\n",
                        "\nTools\n",
                        "\nPractices\n",
                        "\nAnti-patterns\n",
                        "    - Instead: ",
                        "\nRoles\n",
                        "\nFrom\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "phase 3", "Building", "BUILD"})
    void a_stage_has_several_names(String name) {
        assertThat(Tool.run(HERE, "catalogue", name)).isEqualTo(Tool.run(HERE, "catalogue", "build"));
    }

    @Test
    void one_kind_of_cards_of_all_stages_or_of_one() {
        Tool phases = Tool.run(HERE, "catalogue", "--kind", "phase");
        fits(phases);
        assertThat(phases.out()).startsWith("Roadmap\n  - Foundation: ").contains("    - Reach: All code is under");
        Tool all = Tool.run(HERE, "catalogue", "--kind", "ANTI_PATTERN");
        Tool ofPlan = Tool.run(HERE, "catalogue", "plan", "--kind", "anti-pattern");
        fits(all);
        fits(ofPlan);
        assertThat(all.out().lines().filter(line -> line.startsWith("  - ") && line.contains(": ")))
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(ofPlan.out()).contains("Planning without end").doesNotContain("Builds by hand");
    }

    @ParameterizedTest
    @CsvSource({
        "ship, '', 'ship' is no stage of the loop; expected a number from 1 to 8",
        "plan, recipe, '--kind recipe is not known: expected one of goal, purpose, activity'",
        "plan, remedy, --kind remedy is not known",
        "plan, phase, the stage Plan has no card of --kind phase: leave the stage out",
    })
    void what_is_not_there_is_said(String stage, String kind, String complaint) {
        Tool tool = kind.isEmpty()
                ? Tool.run(HERE, "catalogue", stage)
                : Tool.run(HERE, "catalogue", stage, "--kind", kind);
        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err()).startsWith("loop: ").contains(complaint).hasLineCount(1);
    }

    @Test
    void help_teaches_by_example() {
        Tool help = Tool.run(HERE, "catalogue", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("STAGE", "--kind", "Examples:", "loop catalogue build");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    }

    private static void fits(Tool tool) {
        assertThat(tool.exitCode()).isZero();
        assertThat(tool.err()).isEmpty();
        assertThat(tool.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
    }

    private static void sameAsGolden(String name, String text) throws IOException {
        Path file = GOLDEN.resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}

package io.infinityloop.testkit;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.testkit.GivenLoop.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The example of the package page, which is cut from here. */
class ExampleTest {
    // EXAMPLE
    static final LoopDefinition RULES =
            LoopDefinition.builder("team").gate(CODE, "review").build();

    @Test
    void nobody_builds_without_a_review() {
        TransitionCoverage coverage = TransitionCoverage.of(RULES);
        GivenLoop coded = given(RULES).inStage(CODE).heardBy(coverage);
        coded.gate("review", Verdict.waiting("of a second pair of eyes"))
                .whenAdvanced(BUILD)
                .thenRefused("WAITING")
                .thenStage(CODE);
        coded.gate("review", Verdict.pass()).whenAdvanced(BUILD).thenAccepted().thenStage(BUILD);
        coverage.assertEveryRule();
    }

    @Property
    void our_engine_goes_every_legal_way(@ForAll("journeys") LegalJourney journey) {
        LoopEngine engine = LoopEngine.builder(SettableClock.start())
                .definition(RULES)
                .gate("review", (state, command) -> Verdict.pass())
                .build();
        journey.commands().forEach(engine.start(journey.loop())::apply);
        assertThat(engine.states().get(0).revision()).isEqualTo(journey.events().size());
    }

    @Provide
    Arbitrary<LegalJourney> journeys() {
        return Journeys.of(RULES).legal();
    }
    // EXAMPLE

    @Test
    void the_package_page_shows_this_example() throws IOException {
        Path folder = Path.of("src", "test", "java", "io", "infinityloop", "testkit");
        String page = Files.readString(folder.resolve("package-info.java"));
        String source = Files.readString(folder.resolve("ExampleTest.java"));
        String shown = between(page, "<pre>{@code", "}</pre>").replaceAll("(?m)^ \\*", "");
        assertThat(code(shown)).isEqualTo(code(between(source, "// EXAMPLE\n", "// EXAMPLE\n")));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}

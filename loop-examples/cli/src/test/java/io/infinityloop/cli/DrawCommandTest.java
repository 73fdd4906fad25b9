package io.infinityloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.picture.Picture;
import io.infinityloop.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawCommandTest {
    private static final Path HERE = Path.of("");

    @Test
    void without_a_word_it_draws_the_ring_in_mermaid() {
        assertThat(Tool.run(HERE, "draw"))
                .isEqualTo(new Tool(0, Picture.ofRing().mermaid(), ""))
                .isEqualTo(Tool.run(HERE, "draw", "Ring", "--format", "MERMAID"));
    }

    @Test
    void a_definition_is_drawn_in_each_format() {
        Picture delivery = Picture.of(LoopDefinition.delivery());
        assertThat(Tool.run(HERE, "draw", "delivery").out()).isEqualTo(delivery.mermaid());
        assertThat(Tool.run(HERE, "draw", "delivery", "--format", "dot").out()).isEqualTo(delivery.dot());
        assertThat(Tool.run(HERE, "draw", "delivery", "--format", "svg").out()).isEqualTo(delivery.svg());
    }

    @Test
    void every_process_of_the_library_can_be_drawn() {
        assertThat(Drawing.all()).hasSize(2 + Processes.all().size());
        assertThat(Drawing.all())
                .extracting(Drawing::name)
                .doesNotHaveDuplicates()
                .contains("incident");
        assertThat(Drawing.all())
                .allSatisfy(drawing -> assertThat(
                                Tool.run(HERE, "draw", drawing.name()).out())
                        .isEqualTo(drawing.graph().mermaid()));
    }

    @Test
    void the_picture_can_go_to_a_file(@TempDir Path directory) throws IOException {
        Tool tool = Tool.run(directory, "draw", "--format", "svg", "--out", "loop.svg");
        assertThat(tool).isEqualTo(new Tool(0, "", ""));
        assertThat(Files.readString(directory.resolve("loop.svg")))
                .startsWith("<svg ")
                .endsWith("</svg>\n");
        Tool refused = Tool.run(directory, "draw", "--out", "gone/loop.svg");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).startsWith("loop: --out gone/loop.svg cannot be written: there is no directory ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "", "delivery.svg"})
    void what_cannot_be_drawn_is_said_and_what_can_be(String name) {
        Tool tool = Tool.run(HERE, "draw", name);
        assertThat(tool.exitCode()).isEqualTo(2);
        assertThat(tool.out()).isEmpty();
        assertThat(tool.err())
                .startsWith("loop: '" + name + "' is nothing that can be drawn; expected one of ring, delivery, ")
                .hasLineCount(1);
    }

    @Test
    void help_says_what_can_be_drawn() {
        Tool help = Tool.run(HERE, "draw", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("ring, delivery, ", "incident", "mermaid, dot, svg", "--out", "Examples:");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(help.out()).contains("loop draw incident   ");
    }
}

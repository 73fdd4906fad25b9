package io.infinityloop.cli;

import io.infinityloop.cli.LoopTool.Surroundings;
import io.infinityloop.picture.Graph;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the loop, and the processes beside it. */
@Command(
        name = "draw",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Draws the loop or a process, as text that other tools turn into a picture, or as SVG.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  loop draw            the ring, for a Mermaid block in Markdown",
            "  loop draw incident   what an incident goes through",
            "  loop draw delivery --format svg --out delivery.svg",
            "  loop draw delivery --format dot | dot -Tpng -o delivery.png"
        })
final class DrawCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = Names.class,
            description = "what to draw: ${COMPLETION-CANDIDATES} (default: ring)")
    private String name = "ring";

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES} (default: mermaid)")
    private Format format = Format.mermaid;

    @Option(names = "--out", paramLabel = "FILE", description = "write there instead of to standard output")
    private Optional<String> out = Optional.empty();

    private final Surroundings surroundings;

    /** What the picture is written in; the names are what the user types. */
    enum Format {
        mermaid,
        dot,
        svg
    }

    /** What can be drawn, for the help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Drawing.all().stream().map(Drawing::name).iterator();
        }
    }

    DrawCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Graph graph = Drawing.named(name).graph();
        String text = switch (format) {
            case mermaid -> graph.mermaid();
            case dot -> graph.dot();
            case svg -> graph.svg();
        };
        Output.write(text, out, surroundings);
        return LoopTool.OK;
    }
}

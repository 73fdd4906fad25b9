package io.infinityloop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.pipeline.Pipeline;
import io.infinityloop.process.Lifecycle;
import io.infinityloop.process.Processes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Every picture of a process can be read: its positions say so, with letters as wide as they are in common fonts. */
class LadderTest {
    private static final double LETTER = 0.6;

    record Box(String what, double left, double top, double right, double bottom) {
        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    static Stream<Graph> graphs() {
        List<Graph> graphs = new ArrayList<>();
        for (Lifecycle<?> process : Processes.all()) {
            graphs.add(process.graph());
            for (Node node : process.graph().nodes()) {
                graphs.add(process.graph().at(node.name()));
            }
        }
        graphs.add(Pipeline.BUILD.graph());
        graphs.add(marked());
        return graphs.stream();
    }

    /** {@return all to all, with everything that a node can have} */
    private static Graph marked() {
        Graph graph = Graph.of("all to all");
        for (String name : List.of("first", "second", "third", "fourth", "fifth")) {
            graph = graph.with(
                    Node.of(name).withNote("a note about the " + name).withHealth(Health.BAD));
        }
        for (Node from : graph.nodes()) {
            for (Node to : graph.nodes()) {
                graph = graph.with(Edge.step(from.name(), to.name(), from.name() + " to " + to.name()));
            }
        }
        return graph.at("third");
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void no_words_or_nodes_overlap_and_none_leaves_the_drawing(Graph graph) {
        SvgReader svg = new SvgReader(graph.svg());
        List<Box> boxes = new ArrayList<>(boxes(svg, "disc"));
        svg.all("text").stream()
                .filter(text -> List.of("verb", "heading", "detail", "legend").contains(text.getAttribute("class")))
                .forEach(text -> boxes.add(words(text)));
        String[] view = svg.root().getAttribute("viewBox").split(" ", -1);
        Box drawing = new Box("drawing", 0, 0, Double.parseDouble(view[2]), Double.parseDouble(view[3]));

        assertThat(boxes)
                .hasSizeGreaterThanOrEqualTo(graph.nodes().size()
                        + (int) graph.edges().stream()
                                .filter(edge -> !edge.label().isEmpty())
                                .count());
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            assertThat(box.left() >= drawing.left()
                            && box.top() >= drawing.top()
                            && box.right() <= drawing.right()
                            && box.bottom() <= drawing.bottom())
                    .as("%s in %s", box, drawing)
                    .isTrue();
            for (Box other : boxes.subList(0, i)) {
                assertThat(box.overlaps(other)).as("%s and %s", box, other).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void every_name_fits_into_its_node_and_no_word_is_cut(Graph graph) {
        SvgReader svg = new SvgReader(graph.svg());
        List<Box> nodes = boxes(svg, "disc");
        List<Element> names = svg.all("text").stream()
                .filter(text -> text.getAttribute("class").equals("name"))
                .toList();

        assertThat(names).hasSameSizeAs(nodes);
        for (int i = 0; i < names.size(); i++) {
            Box name = words(names.get(i));
            Box node = nodes.get(i);
            assertThat(name.left() >= node.left() && name.right() <= node.right() && name.bottom() <= node.bottom())
                    .as("%s in %s", name, node)
                    .isTrue();
        }
        assertThat(svg.all("text")).extracting(Element::getTextContent).noneMatch(text -> text.endsWith("…"));
        assertThat(svg.texts("text", "name"))
                .containsExactlyElementsOf(
                        graph.nodes().stream().map(Node::name).toList());
    }

    @Test
    void lines_in_one_lane_do_not_touch() {
        List<Ladder.Way> ways = new Ladder(marked(), 0).beside();
        assertThat(ways).hasSize(21);
        for (Ladder.Way way : ways) {
            assertThat(way.lane()).isBetween(548.0, 622.0);
            assertThat(ways).noneMatch(other -> !other.equals(way) && other.lane() == way.lane() && other.touches(way));
        }
    }

    private static List<Box> boxes(SvgReader svg, String look) {
        return svg.all("rect").stream()
                .filter(rect -> rect.getAttribute("class").equals(look))
                .map(rect -> {
                    double x = number(rect, "x");
                    double y = number(rect, "y");
                    return new Box(look, x, y, x + number(rect, "width"), y + number(rect, "height"));
                })
                .toList();
    }

    /** The sizes are those of the style of the drawing, or the text's own. */
    private static Box words(Element text) {
        String style = text.getAttribute("style");
        double size = switch (text.getAttribute("class")) {
            case "verb" -> 15;
            case "heading" -> 22;
            case "name", "note" -> Double.parseDouble(style.replaceAll("font-size:([0-9.]+)px", "$1"));
            default -> 14;
        };
        double width = PlainText.columns(text.getTextContent()) * size * LETTER;
        double x = number(text, "x");
        double y = number(text, "y");
        boolean isLeft = style.contains("start") || text.getAttribute("class").equals("legend");
        double left = isLeft ? x : x - width / 2;
        return new Box(text.getTextContent(), left, y - size, left + width, y + size * 0.25);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}

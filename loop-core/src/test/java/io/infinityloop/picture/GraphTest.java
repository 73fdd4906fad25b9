package io.infinityloop.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class GraphTest {
    @Test
    void any_small_state_machine_can_be_drawn() throws IOException {
        Golden.assertSame("canary", canary().at("CANARY_5"));
    }

    @Test
    void hostile_names_are_shown_as_they_are() throws IOException {
        Graph graph = Graph.of("</title><script>").withDetail("a & b");
        for (int index = 0; index < HostileNames.ALL.size(); index++) {
            graph = graph.with(Node.of(HostileNames.ALL.get(index) + index).withGroup(HostileNames.ALL.get(index % 2)));
        }
        assertReadable(graph);
        Graph few = Graph.of("</title><script>alert(1)</script>")
                .with(Node.of("Plan-1"))
                .with(Node.of("say \"hi\" --> </text><script>"))
                .with(Node.of("two\nlines \u202Eright to left"))
                .with(Edge.step("Plan-1", "say \"hi\" --> </text><script>", "\u0000 ]]> \\N %%{init}%%"));
        Golden.assertSame("hostile", few);
    }

    @Test
    void an_edge_to_the_node_itself_and_one_to_any_other_are_drawn() {
        Graph graph = canary();
        SvgReader svg = new SvgReader(graph.svg());
        List<Element> heads = svg.all("path").stream()
                .filter(path -> path.getAttribute("class").equals("head"))
                .toList();
        assertThat(heads).hasSameSizeAs(graph.edges());
        assertThat(svg.texts("text", "verb"))
                .containsExactly("start", "widen", "widen", "abort", "abort", "confirm", "wait", "again");
    }

    @Test
    void a_picture_of_nothing_and_of_one_thing_can_be_read() {
        assertReadable(Graph.of(""));
        assertReadable(Graph.of("one").with(Node.of("only")));
        assertReadable(Graph.of("self").with(Node.of("only")).with(Edge.step("only", "only", "")));
        assertReadable(Graph.of("two")
                .with(Node.of("a").withGroup("left"))
                .with(Node.of("b").withGroup("right"))
                .with(Edge.step("a", "b", "go"))
                .with(Edge.step("b", "a", "come")));
        Graph many = Graph.of("many");
        for (String name : IntStream.range(0, 60).mapToObj(Integer::toString).toList()) {
            many = many.with(Node.of(name));
        }
        assertReadable(many);
    }

    @Test
    void long_conditions_are_wrapped_below_the_drawing() {
        Graph graph = Graph.of("gates")
                .with(Node.of("a"))
                .with(Node.of("b"))
                .with(Edge.step("a", "b", "go").withConditions(List.of("word ".repeat(40), "x".repeat(200))));
        List<String> legend = new SvgReader(graph.svg()).texts("text", "legend");
        assertThat(legend)
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line.length()).isBetween(1, 83));
        assertThat(legend.get(0)).startsWith("a → b: word word");
    }

    @Test
    void no_number_is_written_in_the_way_of_a_locale_or_as_minus_nothing() {
        assertThat(List.of(Xml.number(-0.04), Xml.number(0.25), Xml.number(-12.34), Xml.number(640)))
                .containsExactly("0", "0.3", "-12.3", "640");
    }

    @Test
    void two_nodes_of_one_name_and_edges_to_nowhere_are_refused() {
        Graph graph = Graph.of("g").with(Node.of("a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.with(Node.of("a")))
                .withMessage("two nodes are called 'a': each needs a name of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.with(Edge.step("a", "b", "")))
                .withMessage("no node is called 'b': add the node first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> graph.at("b"))
                .withMessage("no node is called 'b': add the node first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Node.of(" "))
                .withMessage("a node needs a name that is not blank");
    }

    private static void assertReadable(Graph graph) {
        int count = graph.nodes().size();
        assertThat(new SvgReader(graph.svg()).texts("text", "name")).hasSize(count);
        assertThat(new DotReader(graph.dot()).nodes()).hasSize(count);
        assertThat(new MermaidReader(graph.mermaid()).nodes()).hasSize(count);
        assertThat(graph.svg()).doesNotContain("NaN", "Infinity");
    }

    private static Graph canary() {
        Graph graph = Graph.of("Canary rollout").withDetail("checkout 1.4.0");
        for (String name : List.of("PENDING", "CANARY_5", "CANARY_50", "FULL", "ROLLED_BACK", "DONE")) {
            graph = graph.with(Node.of(name));
        }
        return graph.with(Edge.step("PENDING", "CANARY_5", "start"))
                .with(Edge.step("CANARY_5", "CANARY_50", "widen"))
                .with(Edge.step("CANARY_50", "FULL", "widen"))
                .with(Edge.step("CANARY_5", "ROLLED_BACK", "abort").withConditions(List.of("error rate > 1 %")))
                .with(Edge.step("CANARY_50", "ROLLED_BACK", "abort"))
                .with(Edge.step("FULL", "DONE", "confirm"))
                .with(Edge.step("FULL", "FULL", "wait"))
                .with(Edge.back("ROLLED_BACK", "PENDING", "again"));
    }
}

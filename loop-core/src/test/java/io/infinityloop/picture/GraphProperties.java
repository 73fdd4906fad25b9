package io.infinityloop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;

/** Whatever a text holds, it is shown as text, in all three formats, and changes nothing else. */
class GraphProperties {
    private static final String SVG = "http://www.w3.org/2000/svg ";

    @Property(tries = 300)
    void svg_shows_every_text_and_holds_only_what_the_library_draws(
            @ForAll("texts") String name, @ForAll("texts") String other, @ForAll Node.Standing standing) {
        Graph graph = graph(name, other, standing);
        SvgReader svg = new SvgReader(graph.svg());
        assertThat(svg.tags())
                .isSubsetOf(Stream.of("svg", "title", "desc", "style", "rect", "g", "path", "circle", "text")
                        .map(tag -> SVG + tag)
                        .toList());
        assertThat(svg.attributes())
                .isSubsetOf(
                        "xmlns",
                        "viewBox",
                        "role",
                        "aria-labelledby",
                        "aria-describedby",
                        "id",
                        "class",
                        "style",
                        "x",
                        "y",
                        "width",
                        "height",
                        "rx",
                        "cx",
                        "cy",
                        "r",
                        "d");
        assertThat(svg.text("title")).isEqualTo(name.isBlank() ? "Picture" : shown(name));
        List<String> titles =
                svg.all("title").stream().map(Element::getTextContent).toList();
        assertThat(titles).anyMatch(title -> title.startsWith(shown("node " + name)));
        assertThat(svg.text("style")).isEqualTo(new SvgReader(Graph.of("").svg()).text("style"));
        assertThat(svg.texts("text", "name"))
                .allSatisfy(shown -> assertThat(PlainText.columns(shown)).isLessThanOrEqualTo(36));
    }

    @Property(tries = 300)
    void dot_shows_every_text(
            @ForAll("texts") String name, @ForAll("texts") String other, @ForAll Node.Standing standing) {
        DotReader dot = new DotReader(graph(name, other, standing).dot());
        assertThat(dot.heading()).isEqualTo(lines(name, other));
        assertThat(dot.nodes().keySet()).containsExactly("n1", "n2");
        assertThat(dot.nodes().get("n1")).isEqualTo(lines("node " + name, other, standing.words()));
        assertThat(dot.groups()).isEqualTo(groups(name));
        assertThat(dot.edges()).containsExactly(lines(name, other, name), lines(other));
    }

    @Property(tries = 300)
    void mermaid_shows_every_text(
            @ForAll("texts") String name, @ForAll("texts") String other, @ForAll Node.Standing standing) {
        MermaidReader mermaid = new MermaidReader(graph(name, other, standing).mermaid());
        if (!name.isBlank()) {
            String heading = PlainText.joined(" · ", shown(name), shown(other));
            assertThat(mermaid.title()).isEqualTo(heading.replace('<', '‹').replace('>', '›'));
        }
        assertThat(mermaid.nodes().keySet()).containsExactly("n1", "n2");
        assertThat(mermaid.nodes().get("n1")).isEqualTo(lines("node " + name, other, standing.words()));
        assertThat(mermaid.groups()).isEqualTo(groups(name));
        assertThat(mermaid.edges()).hasSize(2);
        assertThat(mermaid.edges().get(0)).isEqualTo(lines(name, other, name));
    }

    @Property(tries = 100)
    void the_same_graph_gives_the_same_characters(@ForAll("texts") String name, @ForAll("texts") String other) {
        Locale before = Locale.getDefault();
        Graph graph = graph(name, other, Node.Standing.HERE);
        List<String> first = List.of(graph.svg(), graph.dot(), graph.mermaid());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Graph again = graph(name, other, Node.Standing.HERE);
            assertThat(List.of(again.svg(), again.dot(), again.mermaid())).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Property(tries = 100)
    void a_shown_text_is_one_line_of_characters_that_xml_can_hold(@ForAll("texts") String text) {
        String line = PlainText.line(text);
        assertThat(PlainText.line(line)).isEqualTo(line);
        assertThat(line.codePoints())
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        || c == 0xFFFE
                        || c == 0x202E);
        assertThat(PlainText.columns(PlainText.fitting(text, 12))).isLessThanOrEqualTo(12);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(30);
        Arbitrary<String> ascii =
                Arbitraries.strings().withCharRange('\0', '\u00FF').ofMaxLength(30);
        Arbitrary<String> hostile = Arbitraries.of(HostileNames.ALL);
        return Arbitraries.oneOf(any, ascii, hostile, hostile.list().ofSize(2).map(parts -> String.join("", parts)));
    }

    private static Graph graph(String name, String other, Node.Standing standing) {
        String node = "node " + name;
        return Graph.of(name)
                .withDetail(other)
                .with(Node.of(node).withGroup(name).withNote(other).withStanding(standing))
                .with(Node.of("last").withGroup("last group"))
                .with(Edge.step(node, "last", name).withConditions(List.of(other, name)))
                .with(Edge.back("last", node, other));
    }

    /** {@return the parts as a label shows them: a line for each that is not empty} */
    private static List<String> lines(String... texts) {
        List<String> lines = Stream.of(texts)
                .map(GraphProperties::shown)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static List<List<String>> groups(String name) {
        return name.isBlank() ? List.of(List.of("last group")) : List.of(lines(name), List.of("last group"));
    }

    private static String shown(String text) {
        return PlainText.line(text);
    }
}

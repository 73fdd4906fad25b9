package io.infinityloop.picture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Writes a graph as an SVG document: what is round the drawing. */
final class SvgText {
    private static final int HEADING_COLUMNS = 50;
    private static final int LINE_COLUMNS = 82;
    private static final double MARGIN = 24;
    private static final double LINE_HEIGHT = 21;

    private final Graph graph;
    private final StringBuilder body = new StringBuilder();
    private double y = MARGIN;

    SvgText(Graph graph) {
        this.graph = graph;
    }

    String text() {
        line("heading", PlainText.fitting(graph.title(), HEADING_COLUMNS), 26);
        line("detail", PlainText.fitting(graph.detail(), LINE_COLUMNS), 18);
        if (!graph.nodes().isEmpty()) {
            y = Groups.of(graph).size() == 2 ? eight(y + 12) : ladder(y);
        }
        for (String line : legend()) {
            y += LINE_HEIGHT;
            body.append("<text class=\"legend\" ").append(Xml.xy(MARGIN, y)).append('>');
            body.append(Xml.escaped(line)).append("</text>\n");
        }
        return head() + body + "</svg>\n";
    }

    private double eight(double top) {
        Layout layout = new Layout(graph, top);
        new SvgScene(graph, layout, body).draw();
        return layout.bottom() + 16;
    }

    private double ladder(double top) {
        Ladder ladder = new Ladder(graph, top);
        new SvgLadder(graph, ladder, body).draw();
        return ladder.bottom();
    }

    private void line(String look, String text, double height) {
        if (!text.isEmpty()) {
            y += height;
            body.append("<text class=\"").append(look).append("\" ");
            body.append(Xml.xy(Layout.WIDTH / 2, y)).append('>');
            body.append(Xml.escaped(text)).append("</text>\n");
        }
    }

    private String head() {
        String name = graph.title().isBlank() ? "Picture" : graph.title();
        String size = Xml.number(Layout.WIDTH) + " " + Xml.number(y + MARGIN);
        String said = description();
        String id = id(name + "\n" + said);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"loop-picture\" viewBox=\"0 0 " + size
                + "\" role=\"img\" aria-labelledby=\"" + id + "-title\" aria-describedby=\"" + id + "-desc\">\n"
                + "<title id=\"" + id + "-title\">" + Xml.escaped(name) + "</title>\n"
                + "<desc id=\"" + id + "-desc\">" + Xml.escaped(said) + "</desc>\n"
                + Look.style()
                + "<rect class=\"card\" width=\"100%\" height=\"100%\" rx=\"18\"/>\n";
    }

    /** Two pictures in one page must not share the ids that their names hang on. */
    private static String id(String text) {
        CRC32 sum = new CRC32();
        sum.update(PlainText.line(text).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "loop-%08x", sum.getValue());
    }

    private String description() {
        Stream<String> nodes = graph.nodes().stream().map(SvgText::said);
        Stream<String> edges = graph.edges().stream().map(SvgText::said);
        return Stream.of(Stream.of(graph.detail()), nodes, edges)
                .flatMap(parts -> parts)
                .filter(part -> !part.isBlank())
                .map(part -> part.strip() + ".")
                .collect(Collectors.joining(" "));
    }

    /** {@return what is known of a node, in words} */
    static String said(Node node) {
        String about = PlainText.joined(
                ", ",
                node.standing().words(),
                node.group(),
                node.note(),
                node.health().words());
        return PlainText.joined(": ", node.name(), about);
    }

    /** {@return what is known of an edge, in words} */
    static String said(Edge edge) {
        String ends = edge.from() + " → " + edge.to();
        String back = edge.kind() == Edge.Kind.RETURN ? "back" : "";
        return PlainText.joined(
                ": ", ends, PlainText.joined(", ", back, edge.label(), String.join(", ", edge.conditions())));
    }

    /** {@return a line or more for each edge that has more to say than fits at it} */
    private List<String> legend() {
        List<String> lines = new ArrayList<>();
        for (Edge edge : graph.edges()) {
            if (!edge.conditions().isEmpty()) {
                String ends = edge.from() + " → " + edge.to();
                wrap(PlainText.line(ends + ": " + String.join(", ", edge.conditions())), lines);
            }
        }
        return lines;
    }

    private static void wrap(String text, List<String> lines) {
        String line = "";
        for (String word : text.split(" +", -1)) {
            String longer = PlainText.joined(" ", line, PlainText.fitting(word, LINE_COLUMNS - 4));
            if (PlainText.columns(longer) > LINE_COLUMNS) {
                lines.add(line);
                longer = "\u2003" + PlainText.fitting(word, LINE_COLUMNS - 4);
            }
            line = longer;
        }
        lines.add(line);
    }
}

package io.infinityloop.picture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a graph as a Mermaid flowchart. Names never become identifiers: a node is called by its number. */
final class MermaidText {
    private final Graph graph;
    private final StringBuilder out = new StringBuilder();

    MermaidText(Graph graph) {
        this.graph = graph;
    }

    String text() {
        if (!graph.title().isBlank()) {
            out.append("---\ntitle: \"").append(yaml(heading())).append("\"\n---\n");
        }
        out.append("flowchart LR\n");
        List<List<Node>> groups = Groups.of(graph);
        for (int index = 0; index < groups.size(); index++) {
            group(index + 1, groups.get(index));
        }
        graph.edges().forEach(this::edge);
        styles();
        return out.toString();
    }

    /** Mermaid drops what looks like a tag from a heading, and only there: so a heading has no angle brackets. */
    private String heading() {
        return PlainText.joined(" · ", PlainText.line(graph.title()), PlainText.line(graph.detail()))
                .replace('<', '‹')
                .replace('>', '›');
    }

    private void group(int number, List<Node> nodes) {
        String name = nodes.get(0).group();
        if (name.isBlank()) {
            nodes.forEach(node -> node("  ", node));
            return;
        }
        out.append("  subgraph g")
                .append(number)
                .append("[\"")
                .append(escaped(name))
                .append("\"]\n");
        nodes.forEach(node -> node("    ", node));
        out.append("  end\n");
    }

    private void node(String indent, Node node) {
        boolean isMarked = node.standing() != Node.Standing.EMPTY;
        String text = lines(Stream.of(
                node.name(), node.note(), node.health().words(), node.standing().words()));
        out.append(indent).append(id(node.name())).append(isMarked ? "[[\"" : "(\"");
        out.append(text).append(isMarked ? "\"]]" : "\")").append('\n');
    }

    private void edge(Edge edge) {
        String arrow = edge.kind() == Edge.Kind.RETURN ? " -.->" : " -->";
        String text = lines(Stream.concat(Stream.of(edge.label()), edge.conditions().stream()));
        out.append("  ").append(id(edge.from())).append(arrow);
        if (!text.isEmpty()) {
            out.append("|\"").append(text).append("\"|");
        }
        out.append(' ').append(id(edge.to())).append('\n');
    }

    private void styles() {
        for (Node node : graph.nodes()) {
            if (node.standing() != Node.Standing.EMPTY) {
                String dashes = node.standing() == Node.Standing.RETIRED ? ",stroke-dasharray:6 4" : "";
                out.append("  style ").append(id(node.name()));
                out.append(" stroke-width:4px").append(dashes).append('\n');
            }
        }
    }

    private String id(String name) {
        return "n" + (graph.indexOf(name) + 1);
    }

    private static String lines(Stream<String> parts) {
        return parts.map(MermaidText::escaped).filter(part -> !part.isEmpty()).collect(Collectors.joining("<br/>"));
    }

    /** Mermaid has no escape character in labels, only entities; so all that may mean something becomes one. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        PlainText.line(text)
                .codePoints()
                .forEach(c -> escaped.append(isPlain(c) ? Character.toString(c) : "#" + c + ";"));
        return escaped.toString();
    }

    /** A heading is YAML: its escapes are those of YAML in double quotes. */
    private static String yaml(String line) {
        StringBuilder escaped = new StringBuilder();
        line.chars()
                .forEach(c ->
                        escaped.append(isPlain(c) ? Character.toString(c) : String.format(Locale.ROOT, "\\u%04X", c)));
        return escaped.toString();
    }

    private static boolean isPlain(int codePoint) {
        return codePoint == ' ' || Character.isLetterOrDigit(codePoint);
    }
}

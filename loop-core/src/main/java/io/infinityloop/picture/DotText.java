package io.infinityloop.picture;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a graph in the language of Graphviz. Names never become identifiers: a node is called by its number. */
final class DotText {
    private final Graph graph;
    private final StringBuilder out = new StringBuilder();

    DotText(Graph graph) {
        this.graph = graph;
    }

    String text() {
        out.append("digraph loop {\n");
        out.append("  graph [rankdir=LR, labelloc=t, fontname=\"Helvetica\", label=");
        out.append(quoted(Stream.of(graph.title(), graph.detail()))).append("];\n");
        out.append("  node [shape=box, style=rounded, fontname=\"Helvetica\"];\n");
        out.append("  edge [fontname=\"Helvetica\", fontsize=11];\n");
        List<List<Node>> groups = Groups.of(graph);
        for (int index = 0; index < groups.size(); index++) {
            group(index + 1, groups.get(index));
        }
        graph.edges().forEach(this::edge);
        return out.append("}\n").toString();
    }

    private void group(int number, List<Node> nodes) {
        String name = nodes.get(0).group();
        if (name.isBlank()) {
            nodes.forEach(node -> node("  ", node));
            return;
        }
        out.append("  subgraph cluster_").append(number).append(" {\n");
        out.append("    label=").append(quoted(Stream.of(name))).append(";\n");
        nodes.forEach(node -> node("    ", node));
        out.append("  }\n");
    }

    private void node(String indent, Node node) {
        Stream<String> lines = Stream.of(
                node.name(), node.note(), node.health().words(), node.standing().words());
        out.append(indent).append(id(node.name())).append(" [label=").append(quoted(lines));
        if (node.standing() != Node.Standing.EMPTY) {
            out.append(", peripheries=2, penwidth=2");
        }
        if (node.standing() == Node.Standing.RETIRED) {
            out.append(", style=\"rounded,dashed\"");
        }
        out.append("];\n");
    }

    private void edge(Edge edge) {
        Stream<String> lines = Stream.concat(Stream.of(edge.label()), edge.conditions().stream());
        out.append("  ").append(id(edge.from())).append(" -> ").append(id(edge.to()));
        out.append(" [label=").append(quoted(lines));
        out.append(edge.kind() == Edge.Kind.RETURN ? ", style=dashed, constraint=false" : "");
        out.append("];\n");
    }

    private String id(String name) {
        return "n" + (graph.indexOf(name) + 1);
    }

    private static String quoted(Stream<String> lines) {
        return lines.map(DotText::escaped)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\\n", "\"", "\""));
    }

    /**
     * Graphviz reads HTML entities in every label, and escapes after that. Written so, a backslash is none for any
     * reader of DOT: they do not agree on what one before a quote means.
     */
    private static String escaped(String text) {
        return PlainText.line(text)
                .replace("&", "&amp;")
                .replace("\\", "&#92;&#92;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}

package io.infinityloop.picture;

import java.util.List;

/** Draws a graph as a figure eight. Lines come first, then nodes, then words, so that no word is covered. */
final class SvgScene {
    private final Graph graph;
    private final Layout layout;
    private final StringBuilder out;
    private final SvgEdges edges;
    private final SvgNodes nodes;

    SvgScene(Graph graph, Layout layout, StringBuilder out) {
        this.graph = graph;
        this.layout = layout;
        this.out = out;
        this.edges = new SvgEdges(graph, layout, out);
        this.nodes = new SvgNodes(out);
    }

    void draw() {
        halves();
        graph.edges().forEach(edges::line);
        for (int index = 0; index < graph.nodes().size(); index++) {
            nodes.disc(layout.at(index), layout.radius(), graph.nodes().get(index), look(graph, index));
        }
        graph.edges().forEach(edges::words);
    }

    /** {@return the colours of a node: those of the right half for the second of two groups} */
    static String look(Graph graph, int node) {
        String first = graph.nodes().get(0).group();
        return graph.nodes().get(node).group().equals(first) ? "a" : "b";
    }

    private void halves() {
        List<List<Node>> groups = Groups.of(graph);
        double length = layout.curve().length() / 2;
        for (int half = 0; half < 2; half++) {
            Point sign = layout.sign(half);
            out.append("<g class=\"").append(half == 0 ? "a" : "b").append("\">");
            out.append("<path class=\"band\" d=\"");
            out.append(Strokes.along(layout.curve(), half * length, (half + 1) * length));
            out.append("\"/><text class=\"half\" ")
                    .append(Xml.xy(sign.x(), sign.y()))
                    .append('>');
            out.append(Xml.escaped(PlainText.fitting(groups.get(half).get(0).group(), 24)));
            out.append("</text></g>\n");
        }
    }
}

package io.infinityloop.picture;

/** Draws a graph as a ladder. Lines come first, then nodes, then words, so that no word is covered. */
final class SvgLadder {
    private static final double HEAD = 10;
    /** How far from a node an edge begins and ends; the ring of a node on which something stands has room there. */
    private static final double CLEAR = 8;

    private static final double MIDDLE = (Ladder.LEFT + Ladder.RIGHT) / 2;
    private static final double CORNER = 8;
    private static final int COLUMNS = 29;

    private final Graph graph;
    private final Ladder ladder;
    private final StringBuilder out;

    SvgLadder(Graph graph, Ladder ladder, StringBuilder out) {
        this.graph = graph;
        this.ladder = ladder;
        this.out = out;
    }

    void draw() {
        ladder.steps().forEach(this::down);
        ladder.beside().forEach(this::beside);
        SvgNodes nodes = new SvgNodes(out);
        for (int index = 0; index < graph.nodes().size(); index++) {
            nodes.box(ladder.box(index), graph.nodes().get(index));
        }
        for (int edge : ladder.steps()) {
            Point on = middle(edge);
            word(graph.edges().get(edge), on.x() + 14, on.y() + 5);
        }
        ladder.beside().forEach(way -> word(graph.edges().get(way.edge()), Ladder.RIGHT + CLEAR + 6, way.from() - 8));
    }

    private Point middle(int edge) {
        int from = graph.indexOf(graph.edges().get(edge).from());
        return new Point(
                MIDDLE, (ladder.box(from).bottom() + ladder.box(from + 1).top()) / 2);
    }

    private void down(int edge) {
        int from = graph.indexOf(graph.edges().get(edge).from());
        double start = ladder.box(from).bottom() + CLEAR;
        Point tip = new Point(MIDDLE, ladder.box(from + 1).top() - CLEAR);
        begin(graph.edges().get(edge));
        out.append('M').append(Xml.place(new Point(MIDDLE, start)));
        out.append(" V").append(Xml.number(tip.y() - HEAD));
        end(tip, new Point(0, 1));
    }

    /** Out of the node, along the lane, and back into the node. */
    private void beside(Ladder.Way way) {
        double turn = way.to() > way.from() ? CORNER : -CORNER;
        Point tip = new Point(Ladder.RIGHT + CLEAR, way.to());
        begin(graph.edges().get(way.edge()));
        out.append('M').append(Xml.place(new Point(Ladder.RIGHT + CLEAR, way.from())));
        out.append(" H").append(Xml.number(way.lane() - CORNER));
        corner(new Point(way.lane(), way.from()), new Point(way.lane(), way.from() + turn));
        out.append(" V").append(Xml.number(way.to() - turn));
        corner(new Point(way.lane(), way.to()), new Point(way.lane() - CORNER, way.to()));
        out.append(" H").append(Xml.number(tip.x() + HEAD));
        end(tip, new Point(-1, 0));
    }

    private void corner(Point towards, Point to) {
        out.append(" Q").append(Xml.place(towards)).append(' ').append(Xml.place(to));
    }

    private void begin(Edge edge) {
        group(edge);
        out.append("<title>").append(Xml.escaped(SvgText.said(edge)));
        out.append("</title><path class=\"way\" d=\"");
    }

    private void end(Point tip, Point direction) {
        out.append("\"/><path class=\"head\" d=\"").append(Strokes.head(tip, direction));
        out.append("\"/></g>\n");
    }

    private void group(Edge edge) {
        out.append("<g class=\"a").append(edge.kind() == Edge.Kind.RETURN ? " back" : "");
        out.append("\">");
    }

    private void word(Edge edge, double x, double y) {
        if (PlainText.line(edge.label()).isEmpty()) {
            return;
        }
        group(edge);
        out.append("<text class=\"verb\" ").append(Xml.xy(x, y)).append(" style=\"text-anchor:start\">");
        out.append(Xml.escaped(PlainText.fitting(edge.label(), COLUMNS))).append("</text></g>\n");
    }
}

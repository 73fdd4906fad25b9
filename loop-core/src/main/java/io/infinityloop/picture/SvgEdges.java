package io.infinityloop.picture;

/** Draws edges: along the curve to the next node, bent across the drawing to any other. */
final class SvgEdges {
    private static final double HEAD = 10;
    private static final int COLUMNS = 22;
    /** How far an edge across the drawing is bent to its right, so that it does not lie on the one that leads back. */
    private static final double SIDEWAYS = 70;
    /** How far past the crossing a word stands. */
    private static final double PAST_CROSSING = 43;
    /** Where on a bent edge its word stands, from 0 to 1: not in the middle, where others cross. */
    private static final double LABEL_AT = 0.38;

    private static final double LABEL_AT_IN_OWN_HALF = 0.2;

    private final Graph graph;
    private final Layout layout;
    private final StringBuilder out;

    SvgEdges(Graph graph, Layout layout, StringBuilder out) {
        this.graph = graph;
        this.layout = layout;
        this.out = out;
    }

    void line(Edge edge) {
        int from = graph.indexOf(edge.from());
        int to = graph.indexOf(edge.to());
        out.append("<g class=\"").append(look(edge, from)).append("\"><title>");
        out.append(Xml.escaped(SvgText.said(edge))).append("</title><path class=\"way\" d=\"");
        if (isAlongCurve(edge, from, to)) {
            along(from, to);
        } else if (from == to) {
            round(from);
        } else {
            across(from, to);
        }
        out.append("\"/></g>\n");
    }

    void words(Edge edge) {
        if (PlainText.line(edge.label()).isEmpty()) {
            return;
        }
        int from = graph.indexOf(edge.from());
        int to = graph.indexOf(edge.to());
        out.append("<g class=\"").append(look(edge, from)).append("\"><text class=\"verb\" ");
        if (isAlongCurve(edge, from, to)) {
            beside(layout.place(from), placeAfter(from, to));
        } else if (from == to) {
            Point above = loopEnd(from);
            text(above.x(), above.y(), "middle");
        } else {
            Point on = Strokes.onBent(layout.at(from), bow(from, to), layout.at(to), labelAt(from, to));
            text(on.x(), on.y(), "middle");
        }
        out.append('>').append(Xml.escaped(PlainText.fitting(edge.label(), COLUMNS)));
        out.append("</text></g>\n");
    }

    private String look(Edge edge, int from) {
        return SvgScene.look(graph, from) + (edge.kind() == Edge.Kind.RETURN ? " back" : "");
    }

    private boolean isAlongCurve(Edge edge, int from, int to) {
        int count = graph.nodes().size();
        return edge.kind() == Edge.Kind.STEP && from != to && (from + 1) % count == to;
    }

    /** {@return the place of a node, seen from the one before it: never behind that} */
    private double placeAfter(int from, int to) {
        double place = layout.place(to);
        return place > layout.place(from) ? place : place + layout.curve().length();
    }

    private void along(int from, int to) {
        Curve curve = layout.curve();
        double start = layout.place(from) + layout.clearance(from);
        double end = placeAfter(from, to) - layout.clearance(to);
        out.append(Strokes.along(curve, start, StrictMath.max(start, end - HEAD)));
        out.append("\"/><path class=\"head\" d=\"");
        out.append(Strokes.head(curve.at(end), curve.at(end - HEAD - 3).towards(curve.at(end))));
    }

    private void across(int from, int to) {
        Point bow = bow(from, to);
        Point start = layout.at(from).plus(layout.at(from).towards(bow), layout.clearance(from));
        Point direction = bow.towards(layout.at(to));
        Point tip = layout.at(to).plus(direction, -layout.clearance(to));
        out.append(Strokes.bent(start, bow, tip.plus(direction, -HEAD)));
        out.append("\"/><path class=\"head\" d=\"").append(Strokes.head(tip, direction));
    }

    /** An edge from a node to itself: a loop on the side that looks into the drawing. */
    private void round(int node) {
        Point inwards = layout.at(node).towards(layout.inside(layout.place(node)));
        Point side = inwards.turned();
        Point base = layout.at(node).plus(inwards, layout.clearance(node));
        Point far = base.plus(inwards, 50);
        Point tip = base.plus(side, -14);
        out.append('M').append(Xml.place(base.plus(side, 14)));
        out.append(" C").append(Xml.place(far.plus(side, 36))).append(' ').append(Xml.place(far.plus(side, -36)));
        out.append(' ').append(Xml.place(tip.plus(inwards, HEAD)));
        out.append("\"/><path class=\"head\" d=\"").append(Strokes.head(tip, new Point(-inwards.x(), -inwards.y())));
    }

    private Point loopEnd(int node) {
        Point inwards = layout.at(node).towards(layout.inside(layout.place(node)));
        return layout.at(node).plus(inwards, layout.clearance(node) + 40);
    }

    private double labelAt(int from, int to) {
        return staysInside(from, to) ? LABEL_AT : LABEL_AT_IN_OWN_HALF;
    }

    private boolean staysInside(int from, int to) {
        return layout.inside(layout.place(from)).equals(layout.inside(layout.place(to)));
    }

    /** {@return the place towards which an edge across the drawing is bent} */
    private Point bow(int from, int to) {
        Point start = layout.at(from);
        Point end = layout.at(to);
        Point middle = new Point((start.x() + end.x()) / 2, (start.y() + end.y()) / 2);
        double aside = StrictMath.min(SIDEWAYS, start.distance(end) * 0.3);
        Point bow = middle.plus(start.towards(end).turned(), aside / 3);
        boolean staysInHalf = staysInside(from, to);
        Point target = staysInHalf ? layout.inside(layout.place(from)) : layout.middle();
        double pull = staysInHalf || StrictMath.abs(to - from) < 4 ? 1.2 : 1.7;
        return bow.plus(new Point(target.x() - middle.x(), target.y() - middle.y()), pull);
    }

    /** Puts a word beside an edge on the curve: inside the half, or, over the crossing, past it on the outer side. */
    private void beside(double from, double to) {
        boolean crosses = layout.crosses(from, to);
        double place = crosses ? layout.crossing(to) + PAST_CROSSING : (from + to) / 2;
        Point on = layout.curve().at(place);
        Point inwards = on.towards(layout.inside(place));
        if (crosses) {
            text(on.x() + (inwards.x() > 0 ? 9 : -9), on.y(), inwards.x() > 0 ? "start" : "end");
            return;
        }
        Point at = on.plus(inwards, 17 + 6 * StrictMath.abs(inwards.y()));
        boolean isUpright = StrictMath.abs(inwards.x()) > 0.6;
        text(at.x(), at.y(), !isUpright ? "middle" : inwards.x() > 0 ? "start" : "end");
    }

    private void text(double x, double y, String anchor) {
        out.append(Xml.xy(x, y + 5));
        if (!anchor.equals("middle")) {
            out.append(" style=\"text-anchor:").append(anchor).append('"');
        }
    }
}

package io.infinityloop.picture;

import java.util.ArrayList;
import java.util.List;

/** Where each node of a graph of two groups stands: on a figure eight, a group to a half. */
final class Layout {
    static final double WIDTH = 640;
    /** A node at the far end of a half, as with an odd number of them, needs its space. */
    private static final double REACH = 276;

    private static final double REACH_WITH_NODE_AT_END = 254;
    private static final double STRETCH = 1.54;
    private static final double HALF_HEIGHT = 150;
    private static final double LARGEST_NODE = 48;
    /** How far the outermost nodes of a half keep from the crossing, as a part of the half's length. */
    private static final double CLEAR_OF_CROSSING = 0.165;

    private static final double GAP = 5;
    /** How far the ring round a node on which something stands reaches. */
    private static final double RING = 10;

    private final Graph graph;
    private final Curve curve;
    private final Point middle;
    private final double reach;
    private final List<Double> places = new ArrayList<>();
    private final double radius;

    /**
     * Lays a graph out.
     *
     * @param graph the graph
     * @param top the upper end of the space for it
     */
    Layout(Graph graph, double top) {
        this.graph = graph;
        List<List<Node>> groups = Groups.of(graph);
        this.middle = new Point(WIDTH / 2, top + HALF_HEIGHT + LARGEST_NODE);
        boolean isOdd = groups.stream().anyMatch(group -> group.size() % 2 == 1);
        this.reach = isOdd ? REACH_WITH_NODE_AT_END : REACH;
        this.curve = Curve.eight(middle, reach, STRETCH);
        half(0, groups.get(0).size());
        half(curve.length() / 2, groups.get(1).size());
        this.radius = StrictMath.min(LARGEST_NODE, 0.32 * closest());
    }

    private void half(double start, int count) {
        double length = curve.length() / 2;
        double margin = count == 1 ? length / 2 : length * CLEAR_OF_CROSSING;
        for (int index = 0; index < count; index++) {
            places.add(start + margin + (count == 1 ? 0 : index * (length - 2 * margin) / (count - 1)));
        }
    }

    private double closest() {
        double closest = curve.length();
        for (int index = 1; index < places.size(); index++) {
            closest = StrictMath.min(closest, places.get(index) - places.get(index - 1));
        }
        return closest;
    }

    Curve curve() {
        return curve;
    }

    /** {@return the lower end of the space that is used} */
    double bottom() {
        return middle.y() + HALF_HEIGHT + 24;
    }

    /** {@return the radius of every node} */
    double radius() {
        return radius;
    }

    /** {@return how far from the middle of a node its edges end} */
    double clearance(int node) {
        boolean isRinged = graph.nodes().get(node).standing() != Node.Standing.EMPTY;
        return radius + GAP + (isRinged ? RING : 0);
    }

    Point middle() {
        return middle;
    }

    /** {@return how far along the curve a node stands} */
    double place(int node) {
        return places.get(node);
    }

    Point at(int node) {
        return curve.at(place(node));
    }

    /** {@return the middle of the half that lies round a place on the curve: labels are put on that side} */
    Point inside(double place) {
        double length = curve.length();
        double wrapped = place - length * StrictMath.floor(place / length);
        return eye(wrapped < length / 2 ? 0 : 1);
    }

    /** {@return the middle of the left half (0) or of the right one (1)} */
    Point eye(int half) {
        return new Point(middle.x() + (half == 0 ? -1 : 1) * reach * 0.56, middle.y());
    }

    /** {@return where the name of a half is written: above it} */
    Point sign(int half) {
        return new Point(eye(half).x(), middle.y() - HALF_HEIGHT - 22);
    }

    /** {@return whether an edge along the curve between two places leads over the crossing} */
    boolean crosses(double from, double to) {
        return StrictMath.floor(from / half()) != StrictMath.floor(to / half());
    }

    /** {@return the place of the crossing that lies between two places} */
    double crossing(double to) {
        return half() * StrictMath.floor(to / half());
    }

    private double half() {
        return curve.length() / 2;
    }
}

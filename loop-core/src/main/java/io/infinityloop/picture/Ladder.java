package io.infinityloop.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Where everything of a graph stands that is no figure eight: its nodes below each other, a step to the next one
 * between them, and every other edge in a lane beside them. Each end of such an edge has a row of its own at its node,
 * and its label stands in that row; so nothing lies on anything else, however many there are.
 */
final class Ladder {
    /** The left and the right side of every node. */
    static final double LEFT = 24;

    static final double RIGHT = 260;
    /** Where labels in rows end at the latest, and the lanes begin. */
    static final double LANES = 548;

    static final double ROW = 28;
    private static final double LAST_LANE = 622;
    private static final double LANE = 14;
    private static final double GAP = 28;
    private static final double GAP_WITH_STEP = 46;
    private static final double NAME = 42;
    private static final double NOTE = 18;
    private static final double PILL = 12;

    /**
     * A node.
     *
     * @param top its upper side
     * @param height its height
     */
    record Box(double top, double height) {
        double middle() {
            return top + height / 2;
        }

        double bottom() {
            return top + height;
        }
    }

    /**
     * An edge beside the nodes.
     *
     * @param edge its number in the graph
     * @param from the height at which it leaves its node
     * @param to the height at which it reaches its node
     * @param lane how far from the nodes it goes from one height to the other
     */
    record Way(int edge, double from, double to, double lane) {
        double length() {
            return StrictMath.abs(to - from);
        }

        boolean touches(Way other) {
            return StrictMath.min(from, to) - ROW / 2 < StrictMath.max(other.from, other.to)
                    && StrictMath.min(other.from, other.to) - ROW / 2 < StrictMath.max(from, to);
        }
    }

    private final Graph graph;
    private final List<Box> boxes = new ArrayList<>();
    private final List<Integer> steps = new ArrayList<>();
    private final List<Way> ways;
    private final double bottom;

    /**
     * Lays a graph out.
     *
     * @param graph the graph
     * @param top the upper end of the space for it
     */
    Ladder(Graph graph, double top) {
        this.graph = graph;
        Set<Integer> taken = new HashSet<>();
        for (int edge = 0; edge < graph.edges().size(); edge++) {
            if (isStepToTheNext(edge) && taken.add(from(edge))) {
                steps.add(edge);
            }
        }
        double y = top + 18;
        for (int node = 0; node < graph.nodes().size(); node++) {
            double height = height(node);
            boxes.add(new Box(y, height));
            y += height + (taken.contains(node) ? GAP_WITH_STEP : GAP);
        }
        this.bottom = y - GAP + 12;
        this.ways = inLanes(ways());
    }

    private int from(int edge) {
        return graph.indexOf(graph.edges().get(edge).from());
    }

    private int to(int edge) {
        return graph.indexOf(graph.edges().get(edge).to());
    }

    private boolean isStepToTheNext(int edge) {
        return graph.edges().get(edge).kind() == Edge.Kind.STEP && from(edge) + 1 == to(edge);
    }

    private double height(int index) {
        Node node = graph.nodes().get(index);
        double words = NAME
                + (PlainText.line(node.note()).isEmpty() ? 0 : NOTE)
                + (node.standing() == Node.Standing.EMPTY ? 0 : PILL);
        return StrictMath.max(words, ends(index).size() * ROW + 8);
    }

    /** {@return the edges in the rows of a node: those that leave it, then, as -1 - number, those that reach it} */
    private List<Integer> ends(int node) {
        List<Integer> ends = new ArrayList<>();
        for (int edge = 0; edge < graph.edges().size(); edge++) {
            if (from(edge) == node && !steps.contains(edge)) {
                ends.add(edge);
            }
        }
        for (int edge = 0; edge < graph.edges().size(); edge++) {
            if (to(edge) == node && !steps.contains(edge)) {
                ends.add(-1 - edge);
            }
        }
        return ends;
    }

    private double row(int node, int end) {
        List<Integer> ends = ends(node);
        double first = boxes.get(node).middle() - (ends.size() - 1) * ROW / 2;
        return first + ends.indexOf(end) * ROW;
    }

    private List<Way> ways() {
        return IntStream.range(0, graph.edges().size())
                .filter(edge -> !steps.contains(edge))
                .mapToObj(edge -> new Way(edge, row(from(edge), edge), row(to(edge), -1 - edge), 0))
                .sorted(Comparator.comparingDouble(Way::length).thenComparingInt(Way::edge))
                .toList();
    }

    /** Short ways go near the nodes; two that share a height have lanes of their own. */
    private static List<Way> inLanes(List<Way> shortestFirst) {
        List<List<Way>> lanes = new ArrayList<>();
        for (Way way : shortestFirst) {
            List<Way> free = lanes.stream()
                    .filter(lane -> lane.stream().noneMatch(way::touches))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Way> lane = new ArrayList<>();
                        lanes.add(lane);
                        return lane;
                    });
            free.add(way);
        }
        double width = StrictMath.min(LANE, (LAST_LANE - LANES) / StrictMath.max(1, lanes.size() - 1));
        List<Way> placed = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            for (Way way : lanes.get(lane)) {
                placed.add(new Way(way.edge(), way.from(), way.to(), LANES + lane * width));
            }
        }
        placed.sort(Comparator.comparingInt(Way::edge));
        return placed;
    }

    Box box(int node) {
        return boxes.get(node);
    }

    /** {@return the edges that lead from a node to the one below it, by their numbers} */
    List<Integer> steps() {
        return steps;
    }

    /** {@return all other edges, in the order of the graph} */
    List<Way> beside() {
        return ways;
    }

    /** {@return the lower end of the space that is used} */
    double bottom() {
        return bottom;
    }
}

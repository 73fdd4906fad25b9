package io.infinityloop.picture;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a picture shows: named states and the ways between them. Any small state machine can be drawn with it:
 *
 * <pre>{@code
 * Graph.of("Order")
 *     .with(Node.of("open")).with(Node.of("paid"))
 *     .with(Edge.step("open", "paid", "pay"))
 *     .at("open")
 *     .svg();
 * }</pre>
 *
 * <p>Nodes are drawn in the order in which they were added. If they fall into exactly two groups, one after the other,
 * the SVG shows them on a figure eight, a group to a half; else below each other, with every edge beside them that does
 * not lead to the next.
 *
 * @param title the heading; may be empty
 * @param detail a line below the heading; may be empty
 * @param nodes the states, their names unique
 * @param edges the ways; each leads between two of the nodes
 * @since 0.1
 */
public record Graph(String title, String detail, List<Node> nodes, List<Edge> edges) {
    /**
     * Creates a graph.
     *
     * @throws IllegalArgumentException if two nodes have one name, or an edge names none of them
     */
    public Graph {
        requireNonNull(title, "title");
        requireNonNull(detail, "detail");
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        Set<String> names = new HashSet<>();
        for (Node node : nodes) {
            if (!names.add(node.name())) {
                throw new IllegalArgumentException(
                        "two nodes are called '" + node.name() + "': each needs a name of its own");
            }
        }
        for (Edge edge : edges) {
            requireNode(names, edge.from());
            requireNode(names, edge.to());
        }
    }

    /**
     * Returns a graph with nothing in it yet.
     *
     * @param title the heading; may be empty
     * @return the graph
     */
    public static Graph of(String title) {
        return new Graph(title, "", List.of(), List.of());
    }

    /**
     * Returns this graph with a line below its heading.
     *
     * @param newDetail the line; may be empty
     * @return the changed copy
     */
    public Graph withDetail(String newDetail) {
        return new Graph(title, newDetail, nodes, edges);
    }

    /**
     * Returns this graph with one more node, after the others.
     *
     * @param node the node
     * @return the changed copy
     * @throws IllegalArgumentException if a node with this name is there already
     */
    public Graph with(Node node) {
        List<Node> more = new ArrayList<>(nodes);
        more.add(node);
        return new Graph(title, detail, more, edges);
    }

    /**
     * Returns this graph with one more edge, after the others.
     *
     * @param edge the edge
     * @return the changed copy
     * @throws IllegalArgumentException if a node that it names is not there
     */
    public Graph with(Edge edge) {
        List<Edge> more = new ArrayList<>(edges);
        more.add(edge);
        return new Graph(title, detail, nodes, more);
    }

    /**
     * Returns this graph with one node marked as the current one, and no other.
     *
     * @param name the name of the node
     * @return the changed copy
     * @throws IllegalArgumentException if there is no such node
     */
    public Graph at(String name) {
        if (nodes.stream().noneMatch(node -> node.name().equals(name))) {
            throw unknown(name);
        }
        return map(node -> node.withStanding(node.name().equals(name) ? Node.Standing.HERE : Node.Standing.EMPTY));
    }

    /**
     * Returns this graph as a Mermaid flowchart.
     *
     * @return the text, lines ended by {@code \n}
     */
    public String mermaid() {
        return new MermaidText(this).text();
    }

    /**
     * Returns this graph in the language of Graphviz.
     *
     * @return the text, lines ended by {@code \n}
     */
    public String dot() {
        return new DotText(this).text();
    }

    /**
     * Returns this graph as an SVG document that needs nothing else: no script, no font, no reference to outside. It
     * scales to any width, follows the reader's choice of light or dark, and says in {@code title} and {@code desc}
     * what it shows. It may be put into an HTML page as it is.
     *
     * @return the document, lines ended by {@code \n}, without an XML declaration
     */
    public String svg() {
        return new SvgText(this).text();
    }

    /** {@return the place of a node among the nodes, from 0} */
    int indexOf(String name) {
        for (int index = 0; index < nodes.size(); index++) {
            if (nodes.get(index).name().equals(name)) {
                return index;
            }
        }
        throw unknown(name);
    }

    Graph map(UnaryOperator<Node> change) {
        return new Graph(title, detail, nodes.stream().map(change).toList(), edges);
    }

    private static void requireNode(Set<String> names, String name) {
        if (!names.contains(name)) {
            throw unknown(name);
        }
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("no node is called '" + name + "': add the node first");
    }
}

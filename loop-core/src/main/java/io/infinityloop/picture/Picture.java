package io.infinityloop.picture;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Side;
import io.infinityloop.Stage;
import io.infinityloop.machine.HistoryEntry;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A picture of the loop: its stages, what leads from one to the next, and where a loop stands.
 *
 * <pre>{@code
 * Picture.of(loop.state())
 *     .history(loop.history())
 *     .note(Stage.BUILD, "4 min")
 *     .health(Stage.TEST, Health.WARNING)
 *     .svg();
 * }</pre>
 *
 * <p>Immutable: each method returns a changed copy.
 *
 * @since 0.1
 */
public final class Picture {
    /** More causes of a return than these are counted only. */
    private static final int CAUSES_SHOWN = 5;

    private final Graph graph;

    private Picture(Graph graph) {
        this.graph = graph;
    }

    /**
     * Returns a picture of the ring of eight stages.
     *
     * @return the picture
     */
    public static Picture ofRing() {
        return of(LoopDefinition.ring()).title("The infinity loop").detail("");
    }

    /**
     * Returns a picture of a definition: its stages in its order, its moves with their verbs and with what each asks
     * for, contracts first, then gates.
     *
     * @param definition the definition
     * @return the picture, with the definition's id as title
     */
    public static Picture of(LoopDefinition definition) {
        Graph graph = Graph.of(definition.id()).withDetail("version " + definition.version());
        for (Stage stage : definition.order()) {
            graph = graph.with(Node.of(stage.displayName()).withGroup(name(stage.side())));
        }
        for (Stage stage : definition.order()) {
            graph = graph.with(
                    Edge.step(stage.displayName(), definition.next(stage).displayName(), stage.verb())
                            .withConditions(conditions(definition, stage)));
        }
        return new Picture(graph);
    }

    /**
     * Returns a picture of where a loop stands in a definition.
     *
     * @param definition the definition
     * @param state where the loop stands
     * @return the picture, with the loop's id as title
     */
    public static Picture of(LoopDefinition definition, LoopState state) {
        Picture picture = of(definition).title(state.loop().toString());
        String where = "cycle " + state.cycle() + ", attempt " + state.attempt();
        return state.isRetired()
                ? picture.retired(state.stage()).detail(where + ", retired: " + state.retirement())
                : picture.at(state.stage())
                        .detail(where + ", in " + state.stage().displayName() + " since " + state.entered());
    }

    /**
     * Returns a picture of where a loop stands on the ring.
     *
     * @param state where the loop stands
     * @return the picture, with the loop's id as title
     */
    public static Picture of(LoopState state) {
        return of(LoopDefinition.ring(), state);
    }

    /**
     * Returns this picture with another heading.
     *
     * @param title the heading; may be empty
     * @return the changed copy
     */
    public Picture title(String title) {
        return new Picture(new Graph(title, graph.detail(), graph.nodes(), graph.edges()));
    }

    /**
     * Returns this picture with another line below its heading.
     *
     * @param detail the line; may be empty
     * @return the changed copy
     */
    public Picture detail(String detail) {
        return new Picture(graph.withDetail(detail));
    }

    /**
     * Returns this picture with one stage marked as the current one, and no other.
     *
     * @param stage the stage
     * @return the changed copy
     */
    public Picture at(Stage stage) {
        return new Picture(graph.at(stage.displayName()));
    }

    /**
     * Returns this picture with the stage marked in which a loop was given up.
     *
     * @param stage the stage
     * @return the changed copy
     */
    public Picture retired(Stage stage) {
        return at(stage).changed(stage, node -> node.withStanding(Node.Standing.RETIRED));
    }

    /**
     * Returns this picture with a short text at a stage, such as a dwell time or a count.
     *
     * @param stage the stage
     * @param text the text; what is longer than some twelve letters is cut in the SVG
     * @return the changed copy
     */
    public Picture note(Stage stage, String text) {
        requireNonNull(text, "text");
        return changed(stage, node -> node.withNote(text));
    }

    /**
     * Returns this picture with a mark at a stage.
     *
     * @param stage the stage
     * @param health the mark
     * @return the changed copy
     */
    public Picture health(Stage stage, Health health) {
        requireNonNull(health, "health");
        return changed(stage, node -> node.withHealth(health));
    }

    /**
     * Returns this picture with the returns of a history: a dashed way back for each pair of stages, with how often it
     * was taken and why.
     *
     * @param history the steps of a loop; moves ahead are passed over
     * @return the changed copy
     */
    public Picture history(List<? extends HistoryEntry> history) {
        Map<Edge, Integer> counts = new LinkedHashMap<>();
        Map<Edge, Set<String>> causes = new LinkedHashMap<>();
        for (HistoryEntry entry : history) {
            if (entry instanceof HistoryEntry.Rework rework) {
                Edge way = Edge.back(rework.from().displayName(), rework.to().displayName(), "");
                counts.merge(way, 1, Integer::sum);
                causes.computeIfAbsent(way, key -> new LinkedHashSet<>()).add(rework.cause());
            }
        }
        Graph more = graph;
        for (Map.Entry<Edge, Set<String>> way : causes.entrySet()) {
            Edge edge = way.getKey();
            String label = "back ×" + counts.getOrDefault(edge, 0);
            more = more.with(
                    Edge.back(edge.from(), edge.to(), label).withConditions(shown(List.copyOf(way.getValue()))));
        }
        return new Picture(more);
    }

    /** {@return what is drawn, as data} */
    public Graph graph() {
        return graph;
    }

    /** {@return the picture as {@linkplain Graph#mermaid() a Mermaid flowchart}} */
    public String mermaid() {
        return graph.mermaid();
    }

    /** {@return the picture in {@linkplain Graph#dot() the language of Graphviz}} */
    public String dot() {
        return graph.dot();
    }

    /** {@return the picture as {@linkplain Graph#svg() an SVG document that needs nothing else}} */
    public String svg() {
        return graph.svg();
    }

    private Picture changed(Stage stage, UnaryOperator<Node> change) {
        String name = stage.displayName();
        graph.indexOf(name);
        return new Picture(graph.map(node -> node.name().equals(name) ? change.apply(node) : node));
    }

    private static List<String> conditions(LoopDefinition definition, Stage leaving) {
        List<String> conditions = new ArrayList<>();
        definition.contracts(leaving).forEach(contract -> conditions.add(contract.text()));
        definition.gates(leaving).forEach(gate -> conditions.add("gate " + gate));
        if (definition.isAutomatic(leaving)) {
            conditions.add("automatic");
        }
        return conditions;
    }

    private static List<String> shown(List<String> causes) {
        if (causes.size() <= CAUSES_SHOWN) {
            return causes;
        }
        List<String> first = new ArrayList<>(causes.subList(0, CAUSES_SHOWN));
        first.add("and " + (causes.size() - CAUSES_SHOWN) + " more");
        return first;
    }

    private static String name(Side side) {
        return side == Side.DEVELOPMENT ? "Development" : "Operations";
    }
}

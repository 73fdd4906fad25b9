package io.infinityloop.picture;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A way from one state to another.
 *
 * @param from the name of the node that is left
 * @param to the name of the node that is entered
 * @param label what the move is called; may be empty
 * @param conditions what it asks for, or why it was made, in the order to be shown; may be empty
 * @param kind how it is drawn
 * @since 0.1
 */
public record Edge(String from, String to, String label, List<String> conditions, Kind kind) {
    /** How an edge is drawn. */
    public enum Kind {
        /** A move ahead: a solid line. */
        STEP,
        /** A way back: a dashed line. */
        RETURN
    }

    /** Creates an edge. */
    public Edge {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(label, "label");
        conditions = List.copyOf(conditions);
        requireNonNull(kind, "kind");
    }

    /**
     * Returns a move ahead that asks for nothing.
     *
     * @param from the name of the node that is left
     * @param to the name of the node that is entered
     * @param label what the move is called; may be empty
     * @return the edge
     */
    public static Edge step(String from, String to, String label) {
        return new Edge(from, to, label, List.of(), Kind.STEP);
    }

    /**
     * Returns a way back.
     *
     * @param from the name of the node that is left
     * @param to the name of the node that is entered again
     * @param label what the move is called; may be empty
     * @return the edge
     */
    public static Edge back(String from, String to, String label) {
        return new Edge(from, to, label, List.of(), Kind.RETURN);
    }

    /**
     * Returns this edge with what it asks for.
     *
     * @param newConditions the conditions in the order to be shown
     * @return the changed copy
     */
    public Edge withConditions(List<String> newConditions) {
        return new Edge(from, to, label, newConditions, kind);
    }
}

package io.infinityloop.testkit;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.Transition;
import java.util.Comparator;

/**
 * One way from a stage to another: an advance, or a return to an earlier stage.
 *
 * @param kind whether it goes on or back
 * @param from the stage that is left
 * @param to the stage that is entered
 * @since 0.1
 */
public record Edge(Kind kind, Stage from, Stage to) implements Comparable<Edge> {
    private static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::kind).thenComparing(Edge::from).thenComparing(Edge::to);

    /** Creates an edge. */
    public Edge {
        requireNonNull(kind, "kind");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
    }

    /**
     * The two sorts of edges. From MONITOR a loop comes to PLAN by either: by an advance in the next cycle, by a return
     * in the same.
     *
     * @since 0.1
     */
    public enum Kind {
        /** Goes on, by an advance. */
        ADVANCE,
        /** Goes back, by a return. */
        RETURN
    }

    /**
     * Returns the edge of an advance.
     *
     * @param transition the move
     * @return the edge
     */
    public static Edge advance(Transition transition) {
        return new Edge(Kind.ADVANCE, transition.from(), transition.to());
    }

    /** Compares by kind, then by the stage that is left, then by the stage that is entered. */
    @Override
    public int compareTo(Edge other) {
        return ORDER.compare(this, other);
    }

    /** {@return {@code CODE→BUILD} for an advance, {@code BUILD⇢CODE} for a return} */
    @Override
    public String toString() {
        return from + (kind == Kind.ADVANCE ? "→" : "⇢") + to;
    }
}

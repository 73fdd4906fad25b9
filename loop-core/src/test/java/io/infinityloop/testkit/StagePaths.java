package io.infinityloop.testkit;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Started;
import io.infinityloop.machine.Command;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ways through a definition, for tests that want to have gone all of them. Each path is a list of edges that hang
 * together; the same definition gives the same paths. Immutable.
 *
 * <p>What an advance requires, artifacts or gates, is not looked at here: a test that goes a path brings it along.
 *
 * @since 0.1
 */
public final class StagePaths {
    private static final EventMetadata ANY = EventMetadata.of("any", "testkit", SettableClock.START);

    private final List<Edge> edges;

    private StagePaths(List<Edge> edges) {
        this.edges = edges;
    }

    /**
     * Finds the edges of a definition, by asking it.
     *
     * @param definition the rules
     * @return the paths that it has
     */
    public static StagePaths of(LoopDefinition definition) {
        List<Edge> edges = new ArrayList<>();
        for (Stage from : Stage.all()) {
            LoopState state = LoopState.start(new Started(ANY, LoopId.of("any"), from));
            for (Stage to : Stage.all()) {
                if (has(definition.decide(state, new Command.Advance(ANY, to, List.of())), "NO_TRANSITION")) {
                    edges.add(new Edge(Edge.Kind.ADVANCE, from, to));
                }
                if (has(definition.decide(state, new Command.ReturnTo(ANY, to, "any")), "NO_RETURN")) {
                    edges.add(new Edge(Edge.Kind.RETURN, from, to));
                }
            }
        }
        return new StagePaths(edges.stream().sorted().toList());
    }

    private static boolean has(Decision decision, String unless) {
        return !(decision instanceof Decision.Refused refused)
                || refused.reasons().stream().noneMatch(reason -> reason.code().equals(unless));
    }

    /** {@return every edge: the advances in loop order, then the returns} */
    public List<Edge> edges() {
        return edges;
    }

    /**
     * Returns a shortest way from one stage to another.
     *
     * @param from where it begins
     * @param to where it ends
     * @param kinds what it may consist of, advances or returns or both
     * @return the edges in order; none if the two stages are the same
     * @throws IllegalArgumentException if there is no such way
     */
    public List<Edge> shortest(Stage from, Stage to, Edge.Kind... kinds) {
        if (from == to) {
            return List.of();
        }
        Set<Edge.Kind> allowed = Set.of(kinds);
        List<Edge> path = nearest(from, null, edge -> allowed.contains(edge.kind()), (before, edge) -> edge.to() == to);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("no way leads from " + from + " to " + to + " by " + allowed);
        }
        return path;
    }

    /** {@return one short path from PLAN that goes along every edge at least once; not always the shortest} */
    public List<Edge> everyEdge() {
        Set<Edge> open = new TreeSet<>(edges);
        return walk(open::isEmpty, (before, edge) -> open.contains(edge), (before, edge) -> open.remove(edge));
    }

    /** {@return one short path from PLAN that goes along every pair of edges of which one follows the other} */
    public List<Edge> everyPair() {
        Set<List<Edge>> open = new HashSet<>();
        edges.forEach(edge -> next(edge.to()).forEach(following -> open.add(List.of(edge, following))));
        return walk(
                open::isEmpty,
                (before, edge) -> before != null && open.contains(List.of(before, edge)),
                (before, edge) -> {
                    if (before != null) {
                        open.remove(List.of(before, edge));
                    }
                });
    }

    /** An edge, and the one that was gone along before it, null at the beginning. */
    @FunctionalInterface
    private interface Wanted {
        boolean is(@Nullable Edge before, Edge edge);
    }

    @FunctionalInterface
    private interface Gone {
        void along(@Nullable Edge before, Edge edge);
    }

    private List<Edge> walk(BooleanSupplier done, Wanted wanted, Gone gone) {
        List<Edge> path = new ArrayList<>();
        Edge last = null;
        while (!done.getAsBoolean()) {
            List<Edge> more = nearest(last == null ? Stage.PLAN : last.to(), last, edge -> true, wanted);
            if (more.isEmpty()) {
                throw new IllegalStateException("after " + path + " no way leads to the rest");
            }
            for (Edge edge : more) {
                gone.along(last, edge);
                path.add(edge);
                last = edge;
            }
        }
        return List.copyOf(path);
    }

    /** A shortest path whose last edge is wanted, empty if there is none. */
    private List<Edge> nearest(Stage from, @Nullable Edge last, Predicate<Edge> allowed, Wanted wanted) {
        Deque<List<Edge>> waiting = new ArrayDeque<>();
        Set<Edge> seen = new HashSet<>();
        waiting.add(List.of());
        while (!waiting.isEmpty()) {
            List<Edge> path = waiting.removeFirst();
            Edge before = path.isEmpty() ? last : path.get(path.size() - 1);
            Stage at = path.isEmpty() ? from : requireNonNull(before).to();
            for (Edge edge : next(at).filter(allowed).toList()) {
                List<Edge> longer =
                        Stream.concat(path.stream(), Stream.of(edge)).toList();
                if (wanted.is(before, edge)) {
                    return longer;
                }
                if (seen.add(edge)) {
                    waiting.add(longer);
                }
            }
        }
        return List.of();
    }

    private Stream<Edge> next(Stage stage) {
        return edges.stream().filter(edge -> edge.from() == stage);
    }
}

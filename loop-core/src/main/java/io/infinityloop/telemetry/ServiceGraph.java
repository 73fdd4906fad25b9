package io.infinityloop.telemetry;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Measurement;
import io.infinityloop.artifact.Reading;
import io.infinityloop.internal.Texts;
import io.infinityloop.picture.Edge;
import io.infinityloop.picture.Graph;
import io.infinityloop.picture.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which service calls which, as traces show it.
 *
 * <p>Source: requirement OBS-18.
 *
 * @param calls who calls whom, sorted by caller and callee, without duplicates
 * @param unplaced the steps that show no call though they should: they name no service, or the step that they are part
 *     of is not there. Sorted, without duplicates
 * @since 0.1
 */
public record ServiceGraph(List<Call> calls, List<ArtifactRef> unplaced) {
    /** Creates a graph. */
    public ServiceGraph {
        calls = requireNonNull(calls, "calls").stream().distinct().sorted().toList();
        unplaced = requireNonNull(unplaced, "unplaced").stream()
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns the graph of traces. The service of a step is that of its measurement; a step calls another if the other
     * is part of it, and belongs to another service.
     *
     * @param telemetry steps of traces, in any order; other readings are passed over
     * @return the graph
     */
    public static ServiceGraph of(Collection<Measurement> telemetry) {
        Map<String, SortedSet<String>> services = new TreeMap<>();
        List<Measurement> steps = telemetry.stream()
                .filter(measurement -> measurement.reading() instanceof Reading.Trace)
                .toList();
        for (Measurement step : steps) {
            Reading.Trace trace = (Reading.Trace) step.reading();
            step.labels()
                    .get(Labels.SERVICE)
                    .ifPresent(service -> services.computeIfAbsent(key(trace, trace.span()), none -> new TreeSet<>())
                            .add(service));
        }
        List<Call> calls = new ArrayList<>();
        List<ArtifactRef> unplaced = new ArrayList<>();
        for (Measurement step : steps) {
            Reading.Trace trace = (Reading.Trace) step.reading();
            SortedSet<String> callers = services.getOrDefault(key(trace, trace.parent()), new TreeSet<>());
            String service = step.labels().get(Labels.SERVICE).orElse("");
            if (service.isEmpty() || (callers.isEmpty() && !trace.parent().isEmpty())) {
                unplaced.add(step.ref());
            } else {
                callers.stream()
                        .filter(caller -> !caller.equals(service))
                        .forEach(caller -> calls.add(new Call(caller, service)));
            }
        }
        return new ServiceGraph(calls, unplaced);
    }

    private static String key(Reading.Trace trace, String span) {
        return trace.trace().length() + " " + trace.trace() + " " + span;
    }

    /** {@return all services that call or are called, sorted, unmodifiable} */
    public List<String> services() {
        SortedSet<String> services = new TreeSet<>();
        calls.forEach(call -> {
            services.add(call.caller());
            services.add(call.callee());
        });
        return List.copyOf(services);
    }

    /**
     * Returns what a service calls itself.
     *
     * @param service the service
     * @return the services that it calls, sorted, unmodifiable; empty also if it is not known
     */
    public List<String> dependencies(String service) {
        return calls.stream()
                .filter(call -> call.caller().equals(service))
                .map(Call::callee)
                .toList();
    }

    /**
     * Returns what a change of a service may break: whoever calls it, whoever calls those, and so on.
     *
     * @param service the service that is changed
     * @return the others, those that call it themselves first, each group sorted, unmodifiable
     */
    public List<String> impact(String service) {
        Set<String> reached = new LinkedHashSet<>(List.of(service));
        List<String> ring = List.of(service);
        while (!ring.isEmpty()) {
            Set<String> called = new TreeSet<>(ring);
            ring = calls.stream()
                    .filter(call -> called.contains(call.callee()))
                    .map(Call::caller)
                    .distinct()
                    .filter(caller -> !reached.contains(caller))
                    .toList();
            reached.addAll(ring);
        }
        reached.remove(service);
        return List.copyOf(reached);
    }

    /** {@return the graph as a picture} */
    public Graph graph() {
        Graph graph = Graph.of("Services");
        for (String service : services()) {
            graph = graph.with(Node.of(service));
        }
        for (Call call : calls) {
            graph = graph.with(Edge.step(call.caller(), call.callee(), ""));
        }
        return graph;
    }

    /**
     * One service calls another.
     *
     * @param caller the service that calls
     * @param callee the service that is called, another one
     * @since 0.1
     */
    public record Call(String caller, String callee) implements Comparable<Call> {
        /**
         * Creates a call.
         *
         * @throws IllegalArgumentException if a name is blank or has more than 1,000 characters, or both are the same
         */
        public Call {
            Texts.bounded("caller", caller, 1_000);
            Texts.bounded("callee", callee, 1_000);
            if (caller.equals(callee)) {
                throw new IllegalArgumentException(
                        "service " + caller + " calls itself: expected a call of another service");
            }
        }

        /** Compares by caller, then by callee. */
        @Override
        public int compareTo(Call other) {
            int byCaller = caller.compareTo(other.caller);
            return byCaller != 0 ? byCaller : callee.compareTo(other.callee);
        }
    }
}

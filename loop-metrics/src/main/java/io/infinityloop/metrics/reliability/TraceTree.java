package io.infinityloop.metrics.reliability;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Reading;
import io.infinityloop.metrics.link.TelemetrySample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request's way through the system: what each step did itself, and what it waited for.
 *
 * <p>Steps of one parent may overlap; then they may add up to more than it took, and its own time is nothing rather
 * than less. A step whose parent is not there is a root.
 *
 * <p>Source: requirement OBS-08.
 *
 * @param trace the id of the trace
 * @param steps its steps, parents before their children, siblings by start and id
 * @since 0.1
 */
public record TraceTree(String trace, List<Step> steps) {
    /** Creates a tree. */
    public TraceTree {
        requireNonNull(trace, "trace");
        steps = List.copyOf(steps);
    }

    /**
     * A step.
     *
     * @param span the id of the step
     * @param parent the id of the step that it is part of; empty for a root
     * @param service the service that took it; empty if nobody said
     * @param operation what was done
     * @param duration how long it took in all
     * @param self how long it took without the steps that are part of it
     * @param leaf whether no step is part of it
     * @since 0.1
     */
    public record Step(
            String span,
            String parent,
            String service,
            String operation,
            Duration duration,
            Duration self,
            boolean leaf) {
        /** Creates a step. */
        public Step {
            requireNonNull(span, "span");
            requireNonNull(parent, "parent");
            requireNonNull(service, "service");
            requireNonNull(operation, "operation");
            requireNonNull(duration, "duration");
            requireNonNull(self, "self");
        }
    }

    /**
     * Returns the tree of a trace.
     *
     * @param trace the id of the trace
     * @param telemetry readings in any order; other traces and other readings are passed over
     * @return the tree, without steps if nothing is known of the trace
     */
    public static TraceTree of(String trace, Collection<TelemetrySample> telemetry) {
        Map<String, TelemetrySample> bySpan = new LinkedHashMap<>();
        telemetry.stream()
                .filter(sample -> sample.reading() instanceof Reading.Trace step
                        && step.trace().equals(trace))
                .sorted(Comparator.comparing(TelemetrySample::at)
                        .thenComparing(sample -> step(sample).span()))
                .forEach(sample -> bySpan.putIfAbsent(step(sample).span(), sample));
        Map<String, List<TelemetrySample>> children = new LinkedHashMap<>();
        for (TelemetrySample sample : bySpan.values()) {
            String parent = step(sample).parent();
            children.computeIfAbsent(bySpan.containsKey(parent) ? parent : "", same -> new ArrayList<>())
                    .add(sample);
        }
        List<Step> steps = new ArrayList<>();
        List<TelemetrySample> open = new ArrayList<>(reversed(children.getOrDefault("", List.of())));
        while (!open.isEmpty()) {
            TelemetrySample next = open.remove(open.size() - 1);
            List<TelemetrySample> parts = children.getOrDefault(step(next).span(), List.of());
            steps.add(step(next, parts));
            open.addAll(reversed(parts));
        }
        return new TraceTree(trace, steps);
    }

    private static List<TelemetrySample> reversed(List<TelemetrySample> samples) {
        List<TelemetrySample> reversed = new ArrayList<>(samples);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Reading.Trace step(TelemetrySample sample) {
        return (Reading.Trace) sample.reading();
    }

    private static Step step(TelemetrySample sample, List<TelemetrySample> parts) {
        Reading.Trace step = step(sample);
        Duration within = parts.stream().map(part -> step(part).duration()).reduce(Duration.ZERO, Duration::plus);
        Duration self = step.duration().minus(within);
        return new Step(
                step.span(),
                step.parent(),
                sample.labels().get(Labels.SERVICE).orElse(""),
                step.operation(),
                step.duration(),
                self.isNegative() ? Duration.ZERO : self,
                parts.isEmpty());
    }

    /** {@return the leaf that took longest, the first of equals; empty if there is no step} */
    public Optional<Step> slowestLeaf() {
        Step slowest = null;
        for (Step step : steps) {
            if (step.leaf() && (slowest == null || step.duration().compareTo(slowest.duration()) > 0)) {
                slowest = step;
            }
        }
        return Optional.ofNullable(slowest);
    }

    /**
     * Returns the steps that are part of a step.
     *
     * @param span the id of the step
     * @return its steps, in order
     */
    public List<Step> dependencies(String span) {
        return steps.stream().filter(step -> step.parent().equals(span)).toList();
    }
}

package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the values of metrics are to reach. Begin with {@link #standard()}, which has what the sources say, and replace:
 * for all segments or for one, without a change to the metric. Immutable.
 *
 * <p>Source: requirements THR-01 and THR-09.
 *
 * @since 0.1
 */
public final class Targets {
    private static final Targets STANDARD = new Targets(Map.of(), Set.of());

    /** The narrower segment counts more, then the first by name. */
    private static final Comparator<Segment> NARROWEST = Comparator.<Segment>comparingInt(
                    segment -> -segment.values().size())
            .thenComparing(Comparator.naturalOrder());

    private final Map<String, SortedMap<Segment, Target>> replaced;
    private final Set<String> removed;

    private Targets(Map<String, SortedMap<Segment, Target>> replaced, Set<String> removed) {
        this.replaced = replaced;
        this.removed = removed;
    }

    /** {@return the targets that the metrics come with} */
    public static Targets standard() {
        return STANDARD;
    }

    /**
     * Returns these with another target for a metric.
     *
     * @param metricId the id; without a variant it means all variants that have no target of their own here
     * @param target what a value is to reach
     * @return the targets
     */
    public Targets with(String metricId, Target target) {
        return with(metricId, Segment.ALL, target);
    }

    /**
     * Returns these with another target for a metric in a segment and in the parts of it. Of several that fit, the one
     * for the narrowest segment counts.
     *
     * @param metricId the id; without a variant it means all variants that have no target of their own here
     * @param segment the segment
     * @param target what a value is to reach there
     * @return the targets
     */
    public Targets with(String metricId, Segment segment, Target target) {
        Map<String, SortedMap<Segment, Target>> more = new HashMap<>();
        replaced.forEach((id, targets) -> more.put(id, new TreeMap<>(targets)));
        more.computeIfAbsent(requireNonNull(metricId, "metricId"), same -> new TreeMap<>(NARROWEST))
                .put(requireNonNull(segment, "segment"), requireNonNull(target, "target"));
        return new Targets(more, removed);
    }

    /**
     * Returns these without the target that a metric comes with; what was replaced stays.
     *
     * @param metricId the id; without a variant it means all variants
     * @return the targets
     */
    public Targets without(String metricId) {
        Set<String> more = new HashSet<>(removed);
        more.add(requireNonNull(metricId, "metricId"));
        return new Targets(replaced, Collections.unmodifiableSet(more));
    }

    /**
     * Finds what a metric is to reach in a segment.
     *
     * @param metric the metric
     * @param segment the segment
     * @return the target, or empty if there is none
     */
    public Optional<Target> find(MetricDefinition metric, Segment segment) {
        return replacement(metric.id(), segment)
                .or(() -> replacement(metric.metric(), segment))
                .or(() -> removed.contains(metric.id()) || removed.contains(metric.metric())
                        ? Optional.empty()
                        : Optional.ofNullable(metric.profile().target()));
    }

    private Optional<Target> replacement(String id, Segment segment) {
        SortedMap<Segment, Target> targets = replaced.get(id);
        return targets == null
                ? Optional.empty()
                : targets.entrySet().stream()
                        .filter(target -> segment.values()
                                .entrySet()
                                .containsAll(target.getKey().values().entrySet()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** Refuses targets that can never be compared with the values of a metric. */
    void check(MetricDefinition metric) {
        for (String id : List.of(metric.id(), metric.metric())) {
            replaced.getOrDefault(id, Collections.emptySortedMap()).values().forEach(metric::requireComparable);
        }
    }
}

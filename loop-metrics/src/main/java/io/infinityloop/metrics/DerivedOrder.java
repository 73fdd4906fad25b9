package io.infinityloop.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts derived metrics behind what they are computed from. */
final class DerivedOrder {
    private final Map<String, MetricDefinition> definitions = new HashMap<>();
    private final Map<MetricDefinition, DerivedMetric> derived;
    private final Set<String> computed = new LinkedHashSet<>();
    private final List<String> path = new ArrayList<>();
    private final Map<MetricDefinition, DerivedMetric> order = new LinkedHashMap<>();

    private DerivedOrder(Map<MetricDefinition, DerivedMetric> derived) {
        this.derived = derived;
        derived.keySet().forEach(definition -> definitions.put(definition.id(), definition));
    }

    /**
     * Returns derived metrics so that each comes after its inputs.
     *
     * @throws IllegalArgumentException if an input is not there, or metrics are computed from each other
     */
    static Map<MetricDefinition, DerivedMetric> of(
            Collection<MetricDefinition> calculated, Map<MetricDefinition, DerivedMetric> derived) {
        DerivedOrder order = new DerivedOrder(derived);
        calculated.forEach(definition -> order.computed.add(definition.id()));
        derived.keySet().forEach(order::add);
        return order.order;
    }

    private void add(MetricDefinition definition) {
        if (computed.contains(definition.id())) {
            return;
        }
        path.add(definition.id());
        DerivedMetric metric = derived.get(definition);
        for (String input : metric == null ? List.<String>of() : metric.inputs()) {
            if (path.contains(input)) {
                throw new IllegalArgumentException("metrics cannot be computed from each other in a circle: "
                        + String.join(" from ", path) + " from " + input);
            }
            MetricDefinition other = definitions.get(input);
            if (other != null) {
                add(other);
            } else if (!computed.contains(input)) {
                throw new IllegalArgumentException("metric '" + definition.id() + "' is computed from '" + input
                        + "', which was not added: add it too");
            }
        }
        path.remove(path.size() - 1);
        computed.add(definition.id());
        if (metric != null) {
            order.put(definition, metric);
        }
    }
}

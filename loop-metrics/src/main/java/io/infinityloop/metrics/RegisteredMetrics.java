package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Blame;
import io.infinityloop.metrics.link.SubjectProducer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Takes in what providers hand over, each name once. */
final class RegisteredMetrics {
    /** What only metrics and detectors of the library begin with. */
    private static final Set<String> RESERVED = Set.of("dora", "flow", "delivery", "reliability", "finding");

    final Map<String, MetricCalculator<?, ?>> calculators = new LinkedHashMap<>();
    final Map<String, DerivedMetric> derived = new LinkedHashMap<>();
    final List<SubjectProducer> producers = new ArrayList<>();
    private final Map<String, MetricDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, String> aliases = new TreeMap<>();

    void add(MetricProvider provider) {
        String owner = Blame.name(provider);
        for (MetricCalculator<?, ?> metric : requireNonNull(provider.metrics(), () -> "metrics of " + owner)) {
            requireNonNull(metric, () -> "a metric of " + owner);
            calculators.put(claim(metric.definition(), owner), metric);
        }
        for (DerivedMetric metric : requireNonNull(provider.derivedMetrics(), () -> "derived metrics of " + owner)) {
            requireNonNull(metric, () -> "a derived metric of " + owner);
            derived.put(claim(metric.definition(), owner), metric);
        }
        for (SubjectProducer producer : requireNonNull(provider.producers(), () -> "producers of " + owner)) {
            producers.add(requireNonNull(producer, () -> "a producer of " + owner));
        }
    }

    private String claim(MetricDefinition definition, String owner) {
        String id = requireNonNull(definition, () -> "the definition of a metric of " + owner)
                .id();
        String prefix = id.substring(0, id.indexOf('.'));
        if (RESERVED.contains(prefix) && !owner.startsWith("io.infinityloop.metrics.")) {
            throw new IllegalArgumentException("metric '" + id + "' of " + owner + ": the prefix '" + prefix
                    + ".' is reserved for the library, choose one of your own");
        }
        String other = owners.put(id, owner);
        if (other != null) {
            throw new MetricClashException(
                    id,
                    other,
                    owner,
                    "metric '" + id + "' is given by both " + other + " and " + owner + ": an id must be unique");
        }
        definitions.put(id, definition);
        return id;
    }

    /** Once all ids are known: an alias must not be one of them. */
    void addAliases() {
        definitions.values().stream()
                .filter(definition -> definition.id().equals(definition.metric()))
                .forEach(definition -> definition.profile().aliases().forEach(alias -> alias(alias, definition.id())));
    }

    private void alias(String alias, String id) {
        String key = alias.toLowerCase(Locale.ROOT);
        String other = definitions.containsKey(key) ? key : aliases.put(key, id);
        if (other != null) {
            throw new MetricClashException(
                    alias,
                    owner(other),
                    owner(id),
                    "metric '" + id + "' of " + owner(id) + " has the alias '" + alias + "', which means '" + other
                            + "' of " + owner(other) + ": a name must mean one metric");
        }
    }

    private String owner(String id) {
        return requireNonNull(owners.get(id));
    }

    /** The id that an alias stands for; any other name stands for itself. */
    String id(String name) {
        return definitions.containsKey(name) ? name : aliases.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    RegisteredMetrics only(Predicate<MetricDefinition> wanted) {
        RegisteredMetrics some = new RegisteredMetrics();
        calculators.forEach((id, metric) -> {
            if (wanted.test(metric.definition())) {
                some.calculators.put(id, metric);
            }
        });
        derived.forEach((id, metric) -> {
            if (wanted.test(metric.definition())) {
                some.derived.put(id, metric);
            }
        });
        some.producers.addAll(producers);
        some.definitions.putAll(definitions);
        some.definitions.keySet().removeIf(id -> !some.calculators.containsKey(id) && !some.derived.containsKey(id));
        aliases.forEach((alias, id) -> {
            if (some.definitions.containsKey(id)) {
                some.aliases.put(alias, id);
            }
        });
        return some;
    }
}

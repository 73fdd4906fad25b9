package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * The metrics there are, each id once: by the name of the provider's class, then as the provider hands them over.
 *
 * @since 0.1
 */
public final class MetricRegistry {
    private static final Set<String> RESERVED = Set.of("dora", "flow", "delivery", "reliability");

    private final Map<String, MetricCalculator<?, ?>> byId;

    private MetricRegistry(Map<String, MetricCalculator<?, ?>> byId) {
        this.byId = byId;
    }

    /**
     * Finds the providers on the class path and the module path.
     *
     * @param loader sees the providers
     * @return the registry
     * @throws IllegalArgumentException if two metrics have the same id, or one takes a reserved prefix
     * @throws java.util.ServiceConfigurationError if a provider cannot be loaded
     */
    public static MetricRegistry discover(ClassLoader loader) {
        return of(ServiceLoader.load(MetricProvider.class, requireNonNull(loader, "loader")).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * Returns the metrics of providers.
     *
     * @param providers the providers, in any order
     * @return the registry
     * @throws IllegalArgumentException if two metrics have the same id, or one takes a reserved prefix
     * @throws NullPointerException if a provider gives null, or a metric has no definition
     */
    public static MetricRegistry of(Collection<? extends MetricProvider> providers) {
        Map<String, MetricCalculator<?, ?>> byId = new LinkedHashMap<>();
        Map<String, String> owners = new TreeMap<>();
        List<? extends MetricProvider> sorted = providers.stream()
                .sorted(Comparator.comparing(MetricRegistry::name))
                .toList();
        for (MetricProvider provider : sorted) {
            String owner = name(provider);
            for (MetricCalculator<?, ?> metric : requireNonNull(provider.metrics(), () -> "metrics of " + owner)) {
                String id = id(metric, owner);
                String prefix = id.substring(0, id.indexOf('.'));
                if (RESERVED.contains(prefix) && !owner.startsWith("io.infinityloop.metrics.")) {
                    throw new IllegalArgumentException("metric '" + id + "' of " + owner + ": the prefix '" + prefix
                            + ".' is reserved for the library, choose one of your own");
                }
                String other = owners.put(id, owner);
                if (other != null) {
                    throw new IllegalArgumentException("metric '" + id + "' is given by both " + other + " and " + owner
                            + ": an id must be unique");
                }
                byId.put(id, metric);
            }
        }
        return new MetricRegistry(byId);
    }

    /** A lambda's class has a name that changes from run to run; the part before it does not. */
    private static String name(MetricProvider provider) {
        String name = provider.getClass().getName();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    private static String id(MetricCalculator<?, ?> metric, String owner) {
        requireNonNull(metric, () -> "a metric of " + owner);
        return requireNonNull(metric.definition(), () -> "the definition of a metric of " + owner)
                .id();
    }

    /** {@return the metrics, in the stated order, unmodifiable} */
    public List<MetricCalculator<?, ?>> all() {
        return List.copyOf(byId.values());
    }

    /**
     * Finds a metric.
     *
     * @param id the id
     * @return the metric, or empty if there is none
     */
    public Optional<MetricCalculator<?, ?>> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}

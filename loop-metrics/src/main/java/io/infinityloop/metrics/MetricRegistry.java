package io.infinityloop.metrics;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.link.Blame;
import io.infinityloop.metrics.link.SubjectProducer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The metrics there are, each id once: by the name of the provider's class, then as the provider hands them over.
 *
 * <p>A metric is found by its id, and by its aliases, whatever their case; a variant has the aliases of its metric, and
 * these mean the metric. Immutable.
 *
 * <p>Source: requirements MET-01 and SPI-03.
 *
 * @since 0.1
 */
public final class MetricRegistry {
    private final RegisteredMetrics registered;

    private MetricRegistry(RegisteredMetrics registered) {
        this.registered = registered;
    }

    /**
     * Finds the providers on the class path and the module path.
     *
     * @param loader sees the providers
     * @return the registry
     * @throws MetricClashException if two metrics have the same id, or an alias that is the id or alias of another
     * @throws IllegalArgumentException if a metric takes a reserved prefix
     * @throws java.util.ServiceConfigurationError if a provider cannot be loaded
     */
    public static MetricRegistry discover(ClassLoader loader) {
        return of(ServiceLoader.load(MetricProvider.class, requireNonNull(loader, "loader")).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * Finds the providers on the class path and the module path, and passes over those that cannot be used.
     *
     * @param loader sees the providers
     * @param passedOver is told of each provider that cannot be loaded, throws, gives null, or takes an id or alias
     *     that is not its own: which one it is and why, in a sentence
     * @return the registry of the others, with the library's own
     */
    public static MetricRegistry discover(ClassLoader loader, Consumer<String> passedOver) {
        return PlugIns.usable(
                ServiceLoader.load(MetricProvider.class, requireNonNull(loader, "loader")),
                MetricRegistry::of,
                passedOver);
    }

    /**
     * Returns the metrics of providers.
     *
     * @param providers the providers, in any order
     * @return the registry
     * @throws MetricClashException if two metrics have the same id, or an alias that is the id or alias of another
     * @throws IllegalArgumentException if a metric takes a reserved prefix
     * @throws NullPointerException if a provider gives null, or a metric has no definition
     */
    public static MetricRegistry of(Collection<? extends MetricProvider> providers) {
        RegisteredMetrics registered = new RegisteredMetrics();
        providers.stream().sorted(Comparator.comparing(Blame::name)).forEach(registered::add);
        registered.addAliases();
        return new MetricRegistry(registered);
    }

    /** {@return the metrics that are computed over subjects, in the stated order, unmodifiable} */
    public List<MetricCalculator<?, ?>> all() {
        return List.copyOf(registered.calculators.values());
    }

    /** {@return the metrics that are computed from others, in the stated order, unmodifiable} */
    public List<DerivedMetric> derived() {
        return List.copyOf(registered.derived.values());
    }

    /** {@return what makes subjects besides the library, in the stated order, unmodifiable} */
    public List<SubjectProducer> producers() {
        return List.copyOf(registered.producers);
    }

    /** {@return what each metric is, those that are computed over subjects first, unmodifiable} */
    public List<MetricDefinition> definitions() {
        return Stream.concat(
                        registered.calculators.values().stream().map(MetricCalculator::definition),
                        registered.derived.values().stream().map(DerivedMetric::definition))
                .toList();
    }

    /**
     * Finds a metric that is computed over subjects.
     *
     * @param name the id, or an alias
     * @return the metric, or empty if there is none
     */
    public Optional<MetricCalculator<?, ?>> find(String name) {
        return Optional.ofNullable(registered.calculators.get(registered.id(name)));
    }

    /**
     * Finds a metric that is computed from others.
     *
     * @param name the id, or an alias
     * @return the metric, or empty if there is none
     */
    public Optional<DerivedMetric> findDerived(String name) {
        return Optional.ofNullable(registered.derived.get(registered.id(name)));
    }

    /**
     * Finds what a metric is.
     *
     * @param name the id, or an alias
     * @return the definition, or empty if there is none
     */
    public Optional<MetricDefinition> definition(String name) {
        return find(name)
                .<MetricDefinition>map(MetricCalculator::definition)
                .or(() -> findDerived(name).map(DerivedMetric::definition));
    }

    /**
     * Returns the metrics that are wanted, with everything that makes subjects.
     *
     * @param wanted tells by its definition whether a metric is wanted; {@link MetricFilter} has the usual ones
     * @return the registry of these; a derived metric may be in it without its inputs
     */
    public MetricRegistry only(Predicate<MetricDefinition> wanted) {
        return new MetricRegistry(registered.only(wanted));
    }
}

package io.infinityloop.metrics.finding;

import static java.util.Objects.requireNonNull;

import io.infinityloop.metrics.PlugIns;
import io.infinityloop.metrics.link.Blame;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The detectors there are, each id once: by the name of the provider's class, then as the provider hands them over.
 *
 * @since 0.1
 */
public final class DetectorRegistry {
    private static final String RESERVED = "finding.";

    private final Map<String, Detector<?, ?>> detectors = new LinkedHashMap<>();
    private final Map<String, ScorecardDetector> scorecardDetectors = new LinkedHashMap<>();
    private final Map<String, String> owners = new TreeMap<>();

    private DetectorRegistry(Collection<? extends DetectorProvider> providers) {
        providers.stream().sorted(Comparator.comparing(Blame::name)).forEach(this::take);
    }

    /**
     * Finds the providers on the class path and the module path.
     *
     * @param loader sees the providers
     * @return the registry
     * @throws DuplicateDetectorException if two detectors have the same id
     * @throws IllegalArgumentException if a detector of others takes the reserved prefix
     * @throws java.util.ServiceConfigurationError if a provider cannot be loaded
     */
    public static DetectorRegistry discover(ClassLoader loader) {
        return of(ServiceLoader.load(DetectorProvider.class, requireNonNull(loader, "loader")).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * Finds the providers on the class path and the module path, and passes over those that cannot be used.
     *
     * @param loader sees the providers
     * @param passedOver is told of each provider that cannot be loaded, throws, gives null, or takes an id that is not
     *     its own: which one it is and why, in a sentence
     * @return the registry of the others, with the library's own
     */
    public static DetectorRegistry discover(ClassLoader loader, Consumer<String> passedOver) {
        return PlugIns.usable(
                ServiceLoader.load(DetectorProvider.class, requireNonNull(loader, "loader")),
                DetectorRegistry::of,
                passedOver);
    }

    /**
     * Returns the detectors of providers.
     *
     * @param providers the providers, in any order
     * @return the registry
     * @throws DuplicateDetectorException if two detectors have the same id
     * @throws IllegalArgumentException if a detector of others takes the reserved prefix
     * @throws NullPointerException if a provider gives null, or a detector has no definition
     */
    public static DetectorRegistry of(Collection<? extends DetectorProvider> providers) {
        return new DetectorRegistry(providers);
    }

    private void take(DetectorProvider provider) {
        String owner = Blame.name(provider);
        for (Detector<?, ?> detector : requireNonNull(provider.detectors(), () -> "detectors of " + owner)) {
            requireNonNull(detector, () -> "a detector of " + owner);
            detectors.put(id(detector.definition(), owner), detector);
        }
        for (ScorecardDetector detector :
                requireNonNull(provider.scorecardDetectors(), () -> "scorecard detectors of " + owner)) {
            requireNonNull(detector, () -> "a scorecard detector of " + owner);
            scorecardDetectors.put(id(detector.definition(), owner), detector);
        }
    }

    private String id(DetectorDefinition definition, String owner) {
        String id = requireNonNull(definition, () -> "the definition of a detector of " + owner)
                .id();
        if (id.startsWith(RESERVED) && !owner.startsWith("io.infinityloop.metrics.")) {
            throw new IllegalArgumentException("detector '" + id + "' of " + owner + ": the prefix '" + RESERVED
                    + "' is reserved for the library, choose one of your own");
        }
        String other = owners.put(id, owner);
        if (other != null) {
            throw new DuplicateDetectorException(id, "is given by both " + other + " and " + owner);
        }
        return id;
    }

    /** {@return the detectors over subjects, in the stated order, unmodifiable} */
    public List<Detector<?, ?>> detectors() {
        return List.copyOf(detectors.values());
    }

    /** {@return the detectors over results of metrics, in the stated order, unmodifiable} */
    public List<ScorecardDetector> scorecardDetectors() {
        return List.copyOf(scorecardDetectors.values());
    }

    /**
     * Finds out what a detector of either kind looks for.
     *
     * @param id the id
     * @return its definition, or empty if there is no such detector
     */
    public Optional<DetectorDefinition> find(String id) {
        if (detectors.containsKey(id)) {
            return Optional.of(detectors.get(id).definition());
        }
        return Optional.ofNullable(scorecardDetectors.get(id)).map(ScorecardDetector::definition);
    }
}

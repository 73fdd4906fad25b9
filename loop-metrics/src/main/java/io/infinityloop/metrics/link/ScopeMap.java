package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Commit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which services come from which repository. A fact that bears the label {@link Labels#REPOSITORY} and names no service
 * counts for each service of that repository; a commit counts for those that deliver it. Immutable.
 *
 * @since 0.1
 */
public final class ScopeMap {
    private static final ScopeMap NONE = new ScopeMap(Map.of());

    private final Map<String, List<String>> services;

    private ScopeMap(Map<String, List<String>> services) {
        this.services = services;
    }

    /** {@return the map that knows no repository: each fact counts for the service that it names} */
    public static ScopeMap none() {
        return NONE;
    }

    /**
     * Returns this map with a repository.
     *
     * @param repository the value of the label {@link Labels#REPOSITORY}
     * @param more the services that come from it, at least one, in addition to those already known
     * @return the map
     * @throws IllegalArgumentException if there is no service, or one is blank or has more than 1,000 characters
     */
    public ScopeMap with(String repository, String... more) {
        if (more.length == 0) {
            throw new IllegalArgumentException("repository " + requireNonNull(repository, "repository")
                    + " has no service, expected at least one");
        }
        LinkedHashSet<String> all = new LinkedHashSet<>(services.getOrDefault(repository, List.of()));
        for (String service : more) {
            all.add(Labels.of(Labels.SERVICE, service).get(Labels.SERVICE).orElseThrow());
        }
        Map<String, List<String>> known = new TreeMap<>(services);
        known.put(repository, all.stream().sorted().toList());
        return new ScopeMap(known);
    }

    /** {@return the services of a repository, sorted; empty if it is not known} */
    List<String> services(String repository) {
        return services.getOrDefault(repository, List.of());
    }

    /** {@return what a snapshot counts for: itself, or itself once for each service} */
    List<Snapshot<?>> fan(Snapshot<?> snapshot) {
        if (services.isEmpty() || snapshot.artifact() instanceof Commit) {
            return List.of(snapshot);
        }
        Labels labels = snapshot.labels();
        List<String> found = labels.get(Labels.SERVICE).isPresent()
                ? List.of()
                : labels.get(Labels.REPOSITORY).map(this::services).orElse(List.of());
        if (found.isEmpty()) {
            return List.of(snapshot);
        }
        List<Snapshot<?>> fanned = new ArrayList<>(found.size());
        for (String service : found) {
            fanned.add(snapshot.with(Labels.of(Labels.SERVICE, service)));
        }
        return fanned;
    }
}

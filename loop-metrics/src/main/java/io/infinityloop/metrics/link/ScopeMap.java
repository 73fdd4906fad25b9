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
 * Which services come from which repository, and which team has which service. A fact that bears the label
 * {@link Labels#REPOSITORY} and names no service counts for each service of that repository; a commit counts for those
 * that deliver it. What is of a service and names no team is of the service's team. Immutable.
 *
 * @since 0.1
 */
public final class ScopeMap {
    private static final ScopeMap NONE = new ScopeMap(Map.of(), Map.of());

    private final Map<String, List<String>> services;
    private final Map<String, Labels> teams;

    private ScopeMap(Map<String, List<String>> services, Map<String, Labels> teams) {
        this.services = services;
        this.teams = teams;
    }

    /** {@return the map that knows no repository and no team: each fact counts for the service that it names} */
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
        return new ScopeMap(known, teams);
    }

    /**
     * Returns this map with the team of a service; it replaces the one that was known.
     *
     * @param service the value of the label {@link Labels#SERVICE}
     * @param team the value of the label {@link Labels#TEAM} that the service's facts have where they name no team
     * @return the map
     * @throws IllegalArgumentException if the team is blank or has more than 1,000 characters
     */
    public ScopeMap withTeam(String service, String team) {
        Map<String, Labels> known = new TreeMap<>(teams);
        known.put(requireNonNull(service, "service"), Labels.of(Labels.TEAM, team));
        return new ScopeMap(services, known);
    }

    /** {@return labels, with the team of the service if they name the service and no team} */
    Labels withTeam(Labels labels) {
        return teams.isEmpty() ? labels : Scope.united(labels, team(labels));
    }

    private Labels team(Labels labels) {
        return labels.get(Labels.TEAM).isPresent()
                ? Labels.none()
                : labels.get(Labels.SERVICE).map(teams::get).orElse(Labels.none());
    }

    /** {@return the services of a repository, sorted; empty if it is not known} */
    List<String> services(String repository) {
        return services.getOrDefault(repository, List.of());
    }

    /** {@return what a snapshot counts for: itself, or itself once for each service} */
    List<Snapshot<?>> fan(Snapshot<?> snapshot) {
        if (snapshot.artifact() instanceof Commit) {
            return List.of(snapshot);
        }
        Labels labels = snapshot.labels();
        List<String> found = labels.get(Labels.SERVICE).isPresent()
                ? List.of()
                : labels.get(Labels.REPOSITORY).map(this::services).orElse(List.of());
        if (found.isEmpty()) {
            Labels team = teams.isEmpty() ? Labels.none() : team(labels);
            return List.of(team.isEmpty() ? snapshot : snapshot.with(team));
        }
        List<Snapshot<?>> fanned = new ArrayList<>(found.size());
        for (String service : found) {
            Labels ofService =
                    labels.get(Labels.TEAM).isPresent() ? Labels.none() : teams.getOrDefault(service, Labels.none());
            fanned.add(snapshot.with(ofService.with(Labels.SERVICE, service)));
        }
        return fanned;
    }
}

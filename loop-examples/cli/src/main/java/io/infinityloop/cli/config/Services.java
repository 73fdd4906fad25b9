package io.infinityloop.cli.config;

import io.infinityloop.Labels;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.metrics.link.ScopeMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which services come from where, and whose they are.
 *
 * @param repositories the services by the repository, or by the source of events that name no repository
 * @param teams the team by the service
 */
public record Services(Map<String, List<String>> repositories, Map<String, String> teams) {
    /** Nothing is said. */
    static final Services NONE = new Services(Map.of(), Map.of());

    private static final String GIT = "git:";

    /** Creates services. */
    public Services {
        repositories = Map.copyOf(repositories);
        teams = Map.copyOf(teams);
    }

    /** {@return the same as a map for the linker} */
    public ScopeMap scopes() {
        ScopeMap map = ScopeMap.none();
        for (Map.Entry<String, List<String>> entry : new TreeMap<>(repositories).entrySet()) {
            map = map.with(entry.getKey(), entry.getValue().toArray(String[]::new));
        }
        for (Map.Entry<String, String> entry : new TreeMap<>(teams).entrySet()) {
            map = map.withTeam(entry.getKey(), entry.getValue());
        }
        return map;
    }

    /**
     * Returns the service of what comes from a repository and names none.
     *
     * @param repository the repository
     * @return the service, of the same name if nothing is said; empty if there are several
     */
    public Optional<String> ofRepository(String repository) {
        List<String> services = repositories.getOrDefault(repository, List.of(repository));
        return services.size() == 1 ? Optional.of(services.get(0)) : Optional.empty();
    }

    /**
     * Returns an event that says where it comes from in the terms of these services. What is recorded from git is, as
     * long as nothing is said, of a service of the repository's name; and a component of the name of one of the
     * services is that service. What names neither service nor repository is of the repository of its source's name.
     *
     * @param event the event
     * @return the event
     */
    public LoopEvent told(LoopEvent event) {
        if (repositories.isEmpty() || !(event instanceof Recorded recorded)) {
            return event;
        }
        Labels labels = recorded.labels().with(recorded.artifact().labels());
        Optional<String> repository = labels.get(Labels.REPOSITORY);
        Optional<String> service = labels.get(Labels.SERVICE);
        if (repository.isEmpty() && service.isEmpty() && repositories.containsKey(event.source())) {
            return with(recorded, recorded.labels().with(Labels.REPOSITORY, event.source()));
        }
        boolean isByName = event.source().startsWith(GIT) && repository.isPresent() && repository.equals(service);
        return isByName && repositories.containsKey(repository.get())
                ? with(recorded, named(recorded.labels(), repositories.get(repository.get())))
                : event;
    }

    private static Labels named(Labels labels, List<String> services) {
        Map<String, String> named = new TreeMap<>(labels.asMap());
        named.remove(Labels.SERVICE);
        Optional<String> component = labels.get(Labels.COMPONENT).filter(services::contains);
        component
                .or(() -> services.stream()
                        .filter(service -> services.size() == 1)
                        .findFirst())
                .ifPresent(service -> named.put(Labels.SERVICE, service));
        return Labels.from(named);
    }

    private static Recorded with(Recorded event, Labels labels) {
        EventMetadata metadata = new EventMetadata(event.id(), event.source(), event.at(), labels, event.trigger());
        return new Recorded(metadata, event.loop(), event.artifact());
    }
}

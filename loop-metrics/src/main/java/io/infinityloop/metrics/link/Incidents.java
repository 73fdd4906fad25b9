package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.event.EventKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Links incidents with the deployments that caused them: the first strategy that knows one counts. */
final class Incidents {
    private final Linker.Options options;
    private final Production production;
    private final Scopes scopes;
    private final SortedMap<String, Set<String>> unjoined;

    Incidents(Linker.Options options, Production production, Scopes scopes, SortedMap<String, Set<String>> unjoined) {
        this.options = options;
        this.production = production;
        this.scopes = scopes;
        this.unjoined = unjoined;
    }

    LinkedIncident link(Snapshot<Incident> incident) {
        if (incident.artifact().response().practice()) {
            return new LinkedIncident(incident, List.of(), "");
        }
        List<Link.Missing> missing = new ArrayList<>();
        for (LinkStrategy strategy : options.strategies()) {
            Link link = ask(strategy, incident, missing.isEmpty());
            missing.addAll(link.missing());
            if (!link.causes().isEmpty()) {
                note(missing);
                return new LinkedIncident(
                        incident, link.causes().stream().distinct().toList(), strategy.name());
            }
        }
        note(missing);
        return new LinkedIncident(incident, List.of(), "");
    }

    /** One that guesses is asked only where nobody knows better, and one that throws knows nothing. */
    private Link ask(LinkStrategy strategy, Snapshot<Incident> incident, boolean mayGuess) {
        try {
            if (!strategy.isGuess()) {
                return requireNonNull(strategy.link(incident, production), "link() gave null");
            }
            if (!options.environments().mayBeInProduction(incident.labels())) {
                return Link.none()
                        .missing(
                                "incident outside production",
                                incident.artifact().ref().toString());
            }
            return mayGuess ? requireNonNull(strategy.link(incident, production), "link() gave null") : Link.none();
        } catch (Exception | AssertionError | LinkageError | StackOverflowError failure) {
            return Link.none().missing("a link strategy failed", Blame.of(strategy, failure));
        }
    }

    private void note(List<Link.Missing> missing) {
        missing.forEach(one ->
                unjoined.computeIfAbsent(one.reason(), same -> new TreeSet<>()).add(one.reference()));
    }

    /** An incident that does not say which service it is of is of the one of its causes, if they are of one. */
    IncidentCase subject(LinkedIncident linked) {
        Snapshot<Incident> incident = linked.incident();
        Labels labels = incident.labels();
        if (Scope.of(labels).equals(Scope.UNNAMED)) {
            List<Scope> named =
                    linked.causes().stream().map(scopes::of).distinct().toList();
            labels = named.size() == 1 ? Scope.united(labels, named.get(0).labels()) : labels;
        }
        List<EventKey> evidence = Stream.concat(
                        Stream.of(incident.evidence()), linked.causes().stream().map(Snapshot::evidence))
                .distinct()
                .toList();
        return new IncidentCase(
                incident.artifact(),
                linked.causes().stream()
                        .map(cause -> cause(cause, linked.linkedBy()))
                        .toList(),
                labels,
                evidence);
    }

    private static IncidentCase.Cause cause(Snapshot<Deployment> deployment, String linkedBy) {
        return new IncidentCase.Cause(deployment.artifact().id(), linkedBy);
    }
}

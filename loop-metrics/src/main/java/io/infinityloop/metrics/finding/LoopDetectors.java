package io.infinityloop.metrics.finding;

import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.Amount;
import io.infinityloop.metrics.Place;
import io.infinityloop.metrics.Use;
import io.infinityloop.metrics.link.DeploymentContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What goes wrong with the loop as a whole.
 *
 * @since 0.1
 */
public final class LoopDetectors {
    private static final int THREE = 3;

    private static final DetectorDefinition SILO = DetectorDefinition.builder(
                    "finding.devops-silo", "A DevOps team as one more silo")
            .antiPatterns("devops-silo")
            .needs("production deployments of which is known whose they are and who made them")
            .remedy("Turn that team's work into a platform that others serve themselves from; each product team stays"
                    + " answerable for its service.")
            .option("services", "from how many services of other teams on; 3 unless set, ours")
            .source(Sources.master("ANTI-32"))
            .build();

    private LoopDetectors() {}

    /**
     * Returns the detector of a team that makes all deployments of three services of others, or more.
     *
     * @return the detector {@code finding.devops-silo}
     */
    public static Detector<DeploymentContext, ?> devopsSilo() {
        return devopsSilo(THREE);
    }

    /**
     * Returns the detector of a team that makes all deployments of services that other teams look after, and looks
     * after none itself.
     *
     * @param services from how many services on
     * @return the detector {@code finding.devops-silo}
     * @throws IllegalArgumentException if there are less than two
     */
    public static Detector<DeploymentContext, ?> devopsSilo(int services) {
        Limits.atLeast(2, SILO, "services", services);
        return Detectors.<DeploymentContext, SortedMap<String, Hands>>fold(
                SILO,
                DeploymentContext.class,
                (context, asOf) -> context.service().isEmpty()
                                || context.by().isEmpty()
                                || context.owner().isEmpty()
                        ? new Place.Nowhere("nobody said whose it is, or who made it")
                        : new Place.At(context.finishedAt()),
                TreeMap::new,
                (hands, context, frame) -> hands.computeIfAbsent(context.service(), name -> new Hands())
                        .add(context),
                (into, from) -> {
                    from.forEach((service, hands) ->
                            into.computeIfAbsent(service, name -> new Hands()).addAll(hands));
                    return into;
                },
                (hands, frame) -> silos(hands, services));
    }

    private static List<Sighting> silos(SortedMap<String, Hands> hands, int services) {
        Set<String> owners =
                hands.values().stream().flatMap(hand -> hand.owners.stream()).collect(Collectors.toSet());
        SortedMap<String, Collection<String>> deploys = new TreeMap<>();
        hands.forEach((service, hand) -> hand.only()
                .filter(team -> !owners.contains(team))
                .ifPresent(team ->
                        deploys.computeIfAbsent(team, same -> new TreeSet<>()).add(service)));
        List<Sighting> found = new ArrayList<>();
        deploys.forEach((team, served) -> {
            if (served.size() >= services) {
                TreeSet<EventKey> evidence = new TreeSet<>();
                hands.forEach((service, hand) -> evidence.addAll(served.contains(service) ? hand.evidence : Set.of()));
                found.add(Sighting.of(
                                "team " + team + " makes all deployments of " + String.join(", ", served)
                                        + ", which other teams look after, and looks after none itself",
                                evidence)
                        .figure("services", Amount.count(served.size())));
            }
        });
        return found;
    }

    /** Whose a service is, and who deploys it. */
    private static final class Hands {
        private final TreeSet<String> teams = new TreeSet<>();
        private final TreeSet<String> owners = new TreeSet<>();
        private final TreeSet<EventKey> evidence = new TreeSet<>();

        Use add(DeploymentContext context) {
            teams.add(context.by());
            owners.add(context.owner());
            evidence.addAll(context.evidence());
            return Use.counted();
        }

        void addAll(Hands other) {
            teams.addAll(other.teams);
            owners.addAll(other.owners);
            evidence.addAll(other.evidence);
        }

        Optional<String> only() {
            return teams.size() == 1 ? Optional.of(teams.first()) : Optional.empty();
        }
    }
}

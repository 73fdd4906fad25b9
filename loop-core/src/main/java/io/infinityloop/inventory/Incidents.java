package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Incident;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The incidents among artifacts, and which of them count for what.
 *
 * <p>Source: requirements OPS-10 and OPS-20.
 *
 * @since 0.1
 */
public final class Incidents {
    private final List<Incident> incidents;

    private Incidents(Collection<Incident> incidents) {
        this.incidents = List.copyOf(incidents);
    }

    /**
     * Returns the incidents among artifacts.
     *
     * @param artifacts artifacts of any kind; of several snapshots with the same id the last counts
     * @return the incidents
     */
    public static Incidents among(Collection<? extends Artifact> artifacts) {
        SortedMap<String, Incident> byId = new TreeMap<>();
        for (Artifact artifact : artifacts) {
            if (artifact instanceof Incident incident) {
                byId.put(incident.id(), incident);
            }
        }
        return new Incidents(byId.values());
    }

    /** {@return those that were not staged, sorted by id, unmodifiable} */
    public List<Incident> real() {
        return those(incident -> !incident.response().practice());
    }

    /** {@return those that were staged on a game day, sorted by id, unmodifiable} */
    public List<Incident> gameDays() {
        return those(incident -> incident.response().practice());
    }

    /**
     * Returns those that make a deployment a failed change: they are linked to it, customers noticed, and they were not
     * staged.
     *
     * @param deployment the deployment
     * @return the incidents, sorted by id, unmodifiable
     */
    public List<Incident> countingAgainst(ArtifactRef deployment) {
        requireNonNull(deployment, "deployment");
        return those(incident -> incident.isFailedChange() && incident.causes().contains(deployment));
    }

    private List<Incident> those(Predicate<Incident> condition) {
        return incidents.stream().filter(condition).toList();
    }
}

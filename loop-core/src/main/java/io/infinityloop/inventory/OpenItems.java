package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Feedback;
import io.infinityloop.artifact.Gap;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PostMortem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lists what somebody should have finished: feedback that waits too long, closed incidents from which nobody learned,
 * and actions that became no plan item.
 *
 * <p>Source: requirements ART-25 and OPS-12.
 *
 * @since 0.1
 */
public final class OpenItems {
    private final SortedMap<ArtifactRef, Artifact> artifacts = new TreeMap<>();

    private OpenItems(Collection<? extends Artifact> artifacts) {
        artifacts.forEach(artifact -> this.artifacts.put(artifact.ref(), artifact));
    }

    /**
     * Returns what is open among artifacts.
     *
     * @param artifacts artifacts of any kind; of several snapshots with the same kind and id the last counts
     * @return the open items, to be asked for
     */
    public static OpenItems among(Collection<? extends Artifact> artifacts) {
        return new OpenItems(artifacts);
    }

    /**
     * Returns the feedback that was raised longer ago than a limit and is not followed up.
     *
     * @param asOf the instant to look from
     * @param limit how old open feedback may be; as old as that is not yet too old
     * @return the feedback, sorted by id, unmodifiable
     */
    public List<Feedback> feedbackOlderThan(Duration limit, Instant asOf) {
        Instant oldest = requireNonNull(asOf, "asOf").minus(limit);
        return artifacts.values().stream()
                .filter(Feedback.class::isInstance)
                .map(Feedback.class::cast)
                .filter(feedback -> feedback.state().isOpen() && feedback.at().isBefore(oldest))
                .toList();
    }

    /**
     * Returns what is left to do after incidents: a post-mortem for each that is closed, and a plan item, which is
     * there, for each action.
     *
     * @return the items, sorted by incident, unmodifiable
     */
    public List<OpenItem> afterIncidents() {
        List<OpenItem> items = new ArrayList<>();
        for (Artifact artifact : artifacts.values()) {
            if (artifact instanceof Incident incident) {
                incident.gaps().forEach(gap -> items.add(new OpenItem(incident.ref(), gap)));
                lost(incident).forEach(gap -> items.add(new OpenItem(incident.ref(), gap)));
            }
        }
        return List.copyOf(items);
    }

    /** {@return the actions whose plan item has an id and is not there} */
    private List<Gap> lost(Incident incident) {
        PostMortem postMortem = incident.response().postMortem();
        if (postMortem == null) {
            return List.of();
        }
        return postMortem.actions().stream()
                .flatMap(action -> action.planned().stream())
                .filter(planned -> !artifacts.containsKey(planned))
                .map(planned -> new Gap("postMortem.actions", "there is no " + PlanItem.KIND + " " + planned.id()))
                .toList();
    }
}

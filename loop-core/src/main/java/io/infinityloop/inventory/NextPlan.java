package io.infinityloop.inventory;

import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.Insight;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PostMortem;
import java.time.Instant;
import java.util.List;

/**
 * Makes plan items of what was learned. Their lineage names the reason, so that it can be found from the plan item, and
 * the plan item from it.
 *
 * <p>Source: requirements FBK-02, FBK-08 and OPS-12.
 *
 * @since 0.1
 */
public final class NextPlan {
    private NextPlan() {}

    /**
     * Returns the plan item that an insight becomes, whether it would change the product or the process. Its title is
     * what the insight proposes, or else what was observed.
     *
     * @param id the id of the plan item
     * @param at when it is planned
     * @param insight the insight
     * @return the plan item
     * @throws IllegalArgumentException if the id is blank or too long, or the insight says that nothing was found
     */
    public static PlanItem item(String id, Instant at, Insight insight) {
        if (insight.isNothingFound()) {
            throw new IllegalArgumentException(
                    "insight " + insight.id() + " says that nothing was found: there is" + " nothing to plan");
        }
        String proposed = insight.proposedAction();
        return new PlanItem(
                ArtifactMetadata.of(id, at).derivedFrom(List.of(insight.ref())),
                proposed.isEmpty() ? insight.observation() : proposed,
                List.of());
    }

    /**
     * Returns the plan items that the actions of an incident's post-mortem become: those that have an id for one.
     *
     * @param at when they are planned
     * @param incident the incident
     * @return the plan items in the order of the actions, unmodifiable; empty if there is no post-mortem
     */
    public static List<PlanItem> items(Instant at, Incident incident) {
        PostMortem postMortem = incident.response().postMortem();
        if (postMortem == null) {
            return List.of();
        }
        return postMortem.actions().stream()
                .filter(action -> action.planned().isPresent())
                .map(action -> new PlanItem(
                        ArtifactMetadata.of(action.planItem(), at).derivedFrom(List.of(incident.ref())),
                        action.description(),
                        List.of()))
                .toList();
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action that a post-mortem asks for.
 *
 * @param incident the id of the incident
 * @param planItem the id of the plan item that it became; empty if it became none
 * @param raised when the post-mortem was written
 * @param done when its plan item was closed; null if it is not
 * @param labels short facts to split numbers by
 * @param evidence the events of the incident and of the plan item
 * @since 0.1
 */
public record ImprovementAction(
        String incident,
        String planItem,
        Instant raised,
        @Nullable Instant done,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /** Creates an action. */
    public ImprovementAction {
        requireNonNull(incident, "incident");
        requireNonNull(planItem, "planItem");
        requireNonNull(raised, "raised");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

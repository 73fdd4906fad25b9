package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ScalingAction;
import io.infinityloop.event.EventKey;
import java.util.List;

/**
 * Something that runs was scaled.
 *
 * @param action what was scaled, from how many instances to how many
 * @param trigger who or what set it off
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record Scaled(ScalingAction action, Trigger trigger, Labels labels, List<EventKey> evidence) implements Subject {
    /** Creates it. */
    public Scaled {
        requireNonNull(action, "action");
        requireNonNull(trigger, "trigger");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

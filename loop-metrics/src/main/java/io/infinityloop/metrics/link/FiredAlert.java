package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.event.EventKey;
import java.util.List;

/**
 * An alert that fired, and whether anybody did anything.
 *
 * @param alert the latest snapshot of the firing
 * @param isActedOn whether somebody took it on, or something names it as its reason: an incident, a scaling action, a
 *     plan item
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record FiredAlert(AlertFiring alert, boolean isActedOn, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates it. */
    public FiredAlert {
        requireNonNull(alert, "alert");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

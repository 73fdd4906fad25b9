package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * Something that whoever runs the service had to deal with.
 *
 * @param kind what it was
 * @param id the id of the artifact that tells of it
 * @param at when it happened
 * @param labels short facts to split numbers by; {@link Labels#CHANNEL} says how an alert was told, {@link Labels#ROLE}
 *     whom, as a role
 * @param evidence the event that told
 * @since 0.1
 */
public record OperationalEvent(Kind kind, String id, Instant at, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates an event. */
    public OperationalEvent {
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        requireNonNull(at, "at");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /**
     * What it was.
     *
     * @since 0.1
     */
    public enum Kind {
        /** An alert that was told to somebody who must act at once: its channel is PAGE, or nobody said. */
        PAGE,
        /** An alert that was told in another way. */
        ALERT,
        /** An incident that was no exercise. */
        INCIDENT,
        /** Something that a person did by hand to keep the service running. */
        MANUAL_ACTION
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Insight;
import io.infinityloop.event.EventKey;
import java.util.List;

/**
 * An insight: what MONITOR tells the next PLAN.
 *
 * @param insight what was seen, on what grounds, and what is proposed
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record Learned(Insight insight, Labels labels, List<EventKey> evidence) implements Subject {
    /** Creates it. */
    public Learned {
        requireNonNull(insight, "insight");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

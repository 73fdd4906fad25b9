package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * Work that came to the main line: a pull request that was merged, or a branch that was merged without one. A branch
 * and the pull request that it was merged with are one.
 *
 * @param what the pull request or branch, as text: {@code pull-request:12}
 * @param at when it was merged
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record Integrated(String what, Instant at, Labels labels, List<EventKey> evidence) implements Subject {
    /** Creates a merge. */
    public Integrated {
        requireNonNull(what, "what");
        requireNonNull(at, "at");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * How the builds of a branch went from its first verdict on: green, but for the red spans.
 *
 * @param branch the branch; empty if nobody said
 * @param since when its first build passed or failed
 * @param red the times during which it was broken, in the order of time; they do not overlap
 * @param labels short facts to split numbers by: those of its last build
 * @param evidence the events of its first build and of the red spans
 * @since 0.1
 */
public record BranchHealth(String branch, Instant since, List<RedSpan> red, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates a branch's health. */
    public BranchHealth {
        requireNonNull(branch, "branch");
        requireNonNull(since, "since");
        red = List.copyOf(red);
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * Something that was built, and whether it is known from which sources.
 *
 * @param artifact the id of the build artifact
 * @param revision the revision that it says it was made from
 * @param isKnown whether a commit of this name was recorded
 * @param at when it was made
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record SourceTrace(
        String artifact, String revision, boolean isKnown, Instant at, Labels labels, List<EventKey> evidence)
        implements Subject {
    /** Creates a trace. */
    public SourceTrace {
        requireNonNull(artifact, "artifact");
        requireNonNull(revision, "revision");
        requireNonNull(at, "at");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

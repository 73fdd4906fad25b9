package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * A release, with how much it was the first to contain.
 *
 * @param id the id of the release
 * @param version the version
 * @param at when it was prepared
 * @param changes how many commits it was the first to contain, merges left out
 * @param baseline whether it holds the history before measuring began, so that its size says nothing
 * @param labels short facts to split numbers by
 * @param evidence the event of the release
 * @since 0.1
 */
public record Released(
        String id, String version, Instant at, long changes, boolean baseline, Labels labels, List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a release.
     *
     * @throws NullPointerException if a component is null
     */
    public Released {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(at, "at");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

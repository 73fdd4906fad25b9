package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release, with how much it was the first to contain.
 *
 * @param id the id of the release
 * @param version the version
 * @param at when it was prepared
 * @param changes how many commits it was the first to contain, merges left out
 * @param baseline whether it holds the history before measuring began, so that its size says nothing
 * @param reverted the first later release that undoes a change which this one was the first to contain; null if none
 *     does yet
 * @param labels short facts to split numbers by
 * @param evidence the events of the release and of the one that undoes a part of it
 * @since 0.1
 */
public record Released(
        String id,
        String version,
        Instant at,
        long changes,
        boolean baseline,
        @Nullable Delivery reverted,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a release.
     *
     * @throws NullPointerException if anything but {@code reverted} is null
     */
    public Released {
        requireNonNull(id, "id");
        requireNonNull(version, "version");
        requireNonNull(at, "at");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

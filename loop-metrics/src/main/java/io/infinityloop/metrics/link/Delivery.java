package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * The release or deployment that was the first to contain a change.
 *
 * @param id the id of the release or deployment
 * @param at when the release was prepared, or the deployment ended
 * @param baseline whether it holds the history before measuring began, so that its age says nothing
 * @since 0.1
 */
public record Delivery(String id, Instant at, boolean baseline) {
    /**
     * Creates a delivery.
     *
     * @throws NullPointerException if the id or the instant is null
     */
    public Delivery {
        requireNonNull(id, "id");
        requireNonNull(at, "at");
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit, with the release and the production deployment that were the first to contain it.
 *
 * @param commit the hash
 * @param authoredAt when it was first written
 * @param committedAt when it was committed
 * @param merge whether it only joins lines of work and is no change of its own
 * @param released the first release that contains it; null if none does yet
 * @param deployed the first successful production deployment that contains it; null if none does yet
 * @param labels short facts to split numbers by
 * @param evidence the events of the commit, the release and the deployment
 * @since 0.1
 */
public record Change(
        String commit,
        Instant authoredAt,
        Instant committedAt,
        boolean merge,
        @Nullable Delivery released,
        @Nullable Delivery deployed,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a change.
     *
     * @throws NullPointerException if anything but a delivery is null
     */
    public Change {
        requireNonNull(commit, "commit");
        requireNonNull(authoredAt, "authoredAt");
        requireNonNull(committedAt, "committedAt");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

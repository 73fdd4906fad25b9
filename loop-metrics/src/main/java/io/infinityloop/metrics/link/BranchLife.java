package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch from its first commit until it is merged.
 *
 * @param id the id of the branch
 * @param name its name
 * @param began when its first commit was written
 * @param mergedAt when it was merged; null while it is open
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record BranchLife(
        String id, String name, Instant began, @Nullable Instant mergedAt, Labels labels, List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a branch's life.
     *
     * @throws NullPointerException if anything but {@code mergedAt} is null
     */
    public BranchLife {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(began, "began");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

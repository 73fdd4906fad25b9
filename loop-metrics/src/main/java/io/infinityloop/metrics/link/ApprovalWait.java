package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Approval;
import io.infinityloop.event.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role that was asked to let something pass, and how long that took.
 *
 * @param id the id of the approval
 * @param role who was asked: a role, never a person
 * @param askedAt when it was asked for
 * @param answer what the role said
 * @param answeredAt when it said so; null while it has not
 * @param leadTime the lead time of the changes that waited for it, from their writing to production: the mean, if they
 *     are many; null if it names no release or commit, or none of these changes is in production yet
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record ApprovalWait(
        String id,
        String role,
        Instant askedAt,
        Approval.Answer answer,
        @Nullable Instant answeredAt,
        @Nullable Duration leadTime,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a wait.
     *
     * @throws NullPointerException if anything but {@code answeredAt} and {@code leadTime} is null
     */
    public ApprovalWait {
        requireNonNull(id, "id");
        requireNonNull(role, "role");
        requireNonNull(askedAt, "askedAt");
        requireNonNull(answer, "answer");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

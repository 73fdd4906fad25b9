package io.infinityloop.metrics.preset;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pull request that was merged, as far as other tools measure it.
 *
 * @param id its id
 * @param commits the hashes of its commits, in the order given
 * @param openedAt when it was opened
 * @param reviewedAt when somebody else first said something; null if nobody did
 * @param approvedAt when somebody else first approved it; null if nobody did
 * @param mergedAt when it was merged
 * @param labels short facts to split numbers by
 * @param evidence its event
 * @since 0.1
 */
public record MergedRequest(
        String id,
        List<String> commits,
        Instant openedAt,
        @Nullable Instant reviewedAt,
        @Nullable Instant approvedAt,
        Instant mergedAt,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /** Creates a pull request. */
    public MergedRequest {
        requireNonNull(id, "id");
        commits = List.copyOf(commits);
        requireNonNull(openedAt, "openedAt");
        requireNonNull(mergedAt, "mergedAt");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

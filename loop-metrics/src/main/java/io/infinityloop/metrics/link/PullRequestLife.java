package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Review;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A pull request from its opening to its merge or rejection, with its reviews. It names no person.
 *
 * @param id the id of the pull request
 * @param openedAt when it was opened
 * @param status what became of it
 * @param closedAt when it was merged or rejected; null while it is open, or if nobody said
 * @param reviews what others and its author said of it, in the order in which they said it
 * @param details its size, its branch and the like, as far as somebody said
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record PullRequestLife(
        String id,
        Instant openedAt,
        PullRequest.Status status,
        @Nullable Instant closedAt,
        List<Review> reviews,
        ChangeDetails details,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /**
     * Creates a pull request's life.
     *
     * @throws NullPointerException if anything but {@code closedAt} is null
     */
    public PullRequestLife {
        requireNonNull(id, "id");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(status, "status");
        reviews = List.copyOf(reviews);
        requireNonNull(details, "details");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /** {@return whether it came to the main line} */
    public boolean isMerged() {
        return status == PullRequest.Status.MERGED;
    }

    /** {@return when somebody else than the author first said something of it, or empty if nobody did} */
    public Optional<Instant> firstReviewedAt() {
        return reviews.stream()
                .filter(review -> !review.isByAuthor())
                .map(Review::at)
                .min(Instant::compareTo);
    }

    /**
     * {@return whether somebody else than the author had approved it by the time it was closed, and not asked for
     * changes since}
     */
    public boolean isApprovedByOther() {
        SortedMap<String, Review.Verdict> last = new TreeMap<>();
        for (Review review : reviews) {
            boolean isInTime = closedAt == null || !review.at().isAfter(closedAt);
            if (isInTime && !review.isByAuthor() && review.verdict() != Review.Verdict.COMMENTED) {
                last.put(review.role(), review.verdict());
            }
        }
        return last.containsValue(Review.Verdict.APPROVED);
    }
}

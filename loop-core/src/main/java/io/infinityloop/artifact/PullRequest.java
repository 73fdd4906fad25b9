package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change that is proposed for the main line, reviewed, and merged or rejected. Its {@linkplain #derivedFrom()
 * lineage} names its commits and plan items; it is recorded again under the same id when something becomes of it.
 *
 * <p>A snapshot from a feed may say that it was merged against every rule, because that happens. Who decides about a
 * merge asks {@link #merge}.
 *
 * <p>Source: requirements ART-11 and GATE-14.
 *
 * @param metadata id, instant (when it was opened), lineage and labels
 * @param title what it changes, in one line, possibly empty
 * @param status what became of it
 * @param closedAt when it was merged or rejected; null while it is open, or if nobody said
 * @param reviews what others and its author said of it, in the order in which they said it
 * @param build the result of its build; null if none is known
 * @param details its size, branch, intent and the like
 * @since 0.1
 */
public record PullRequest(
        ArtifactMetadata metadata,
        String title,
        Status status,
        @Nullable Instant closedAt,
        List<Review> reviews,
        @Nullable BuildResult build,
        ChangeDetails details)
        implements CodeStageArtifact {
    /** The kind {@code pull-request}. */
    public static final ArtifactKind KIND = new ArtifactKind("pull-request", Stage.CODE);

    /**
     * Creates a pull request.
     *
     * @throws IllegalArgumentException if the title has more than 100,000 characters, or the pull request is open and
     *     has an end, or ends before it was opened
     */
    public PullRequest {
        requireNonNull(metadata, "metadata");
        Texts.prose("title", title);
        requireNonNull(status, "status");
        if (status == Status.OPEN && closedAt != null) {
            throw new IllegalArgumentException("pull request " + metadata.id() + " is open and was closed at "
                    + closedAt + ": expected MERGED or REJECTED, or no end");
        }
        metadata.checkEnd("pull request", closedAt);
        reviews = List.copyOf(requireNonNull(reviews, "reviews"));
        requireNonNull(details, "details");
    }

    /**
     * Returns a pull request that was just opened.
     *
     * @param id the id
     * @param at when it was opened
     * @param title what it changes
     * @return the pull request
     */
    public static PullRequest opened(String id, Instant at, String title) {
        return new PullRequest(
                ArtifactMetadata.of(id, at), title, Status.OPEN, null, List.of(), null, ChangeDetails.UNKNOWN);
    }

    /**
     * Returns this pull request with one more review.
     *
     * @param review the review
     * @return the pull request
     */
    public PullRequest with(Review review) {
        List<Review> all = Stream.concat(reviews.stream(), Stream.of(review)).toList();
        return new PullRequest(metadata, title, status, closedAt, all, build, details);
    }

    /**
     * Returns this pull request with the result of its build, in place of an earlier one.
     *
     * @param result the result
     * @return the pull request
     */
    public PullRequest with(BuildResult result) {
        return new PullRequest(metadata, title, status, closedAt, reviews, result, details);
    }

    /**
     * Returns this pull request with details.
     *
     * @param known what is known
     * @return the pull request
     */
    public PullRequest with(ChangeDetails known) {
        return new PullRequest(metadata, title, status, closedAt, reviews, build, known);
    }

    /**
     * Merges this pull request if nothing stands against it.
     *
     * @param at when, not before it was opened
     * @return the merged pull request, or all that stands against it
     * @throws IllegalArgumentException if nothing stands against it and {@code at} is before it was opened
     */
    public MergeDecision merge(Instant at) {
        List<MergeObstacle> obstacles = MergeObstacle.of(this);
        return obstacles.isEmpty()
                ? new MergeDecision.Merged(closed(Status.MERGED, at))
                : new MergeDecision.Refused(this, obstacles);
    }

    /**
     * Rejects this pull request.
     *
     * @param at when, not before it was opened
     * @return the rejected pull request
     * @throws IllegalArgumentException if it is not open, or {@code at} is before it was opened
     */
    public PullRequest reject(Instant at) {
        if (status != Status.OPEN) {
            throw new IllegalArgumentException(
                    "pull request " + id() + " is " + status + ": only one that is OPEN can be rejected");
        }
        return closed(Status.REJECTED, at);
    }

    private PullRequest closed(Status end, Instant at) {
        return new PullRequest(metadata, title, end, requireNonNull(at, "at"), reviews, build, details);
    }

    @Override
    public PullRequest with(ArtifactMetadata other) {
        return new PullRequest(other, title, status, closedAt, reviews, build, details);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    @Override
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        if (reviews.stream().allMatch(Review::isByAuthor)) {
            gaps.add(new Gap("reviews", "nobody but its author has looked at it"));
        }
        if (build == null) {
            gaps.add(new Gap("build", "no result of a build is known"));
        }
        gaps.addAll(details.gaps());
        return List.copyOf(gaps);
    }

    /**
     * What became of a pull request.
     *
     * @since 0.1
     */
    public enum Status {
        /** It waits for reviews, a build or a decision. */
        OPEN,
        /** It came to the main line. */
        MERGED,
        /** It was closed and did not come to the main line. */
        REJECTED,
        /** The source does not tell. */
        UNKNOWN
    }
}

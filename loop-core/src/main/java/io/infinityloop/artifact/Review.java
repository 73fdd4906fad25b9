package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.time.Instant;

/**
 * What somebody said of a pull request. It names a role and no person; of the author only is known that it is the
 * author.
 *
 * <p>Source: requirements ART-11 and GATE-14.
 *
 * @param at when it was said
 * @param verdict what was said
 * @param role in which role, for example {@code reviewer}; where several have the same, something opaque that tells
 *     them apart, for example {@code reviewer-2}. Not blank
 * @param isByAuthor whether the author of the change said it
 * @since 0.1
 */
public record Review(Instant at, Verdict verdict, String role, boolean isByAuthor) {
    /**
     * Creates a review.
     *
     * @throws IllegalArgumentException if the role is blank or has more than 500 characters
     */
    public Review {
        requireNonNull(at, "at");
        requireNonNull(verdict, "verdict");
        Texts.id("role", role);
    }

    /**
     * Returns the review of somebody who is not the author.
     *
     * @param at when it was said
     * @param verdict what was said
     * @param role in which role
     * @return the review
     */
    public static Review byOther(Instant at, Verdict verdict, String role) {
        return new Review(at, verdict, role, false);
    }

    /**
     * Returns what the author said of the own change.
     *
     * @param at when it was said
     * @param verdict what was said
     * @return the review
     */
    public static Review byAuthor(Instant at, Verdict verdict) {
        return new Review(at, verdict, "author", true);
    }

    /**
     * What a review says.
     *
     * @since 0.1
     */
    public enum Verdict {
        /** It may be merged. */
        APPROVED,
        /** It may not, as it is. */
        CHANGES_REQUESTED,
        /** Something was said, neither for it nor against it. */
        COMMENTED
    }
}

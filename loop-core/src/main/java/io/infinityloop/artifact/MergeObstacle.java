package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Something that stands against the merge of a pull request. Of each role the last verdict counts; a comment is none.
 *
 * <p>Source: requirements ART-11, GATE-08 and GATE-14.
 *
 * @since 0.1
 */
public enum MergeObstacle {
    /** It is merged or rejected already, or nobody knows. */
    NOT_OPEN("it is not open"),
    /** Its build is not known, or has not passed. */
    BUILD_NOT_PASSED("its build has not passed: a build with the outcome PASSED is expected"),
    /** Nobody has approved it but its author. */
    NO_APPROVAL_OF_ANOTHER("nobody but its author has approved it: an approval of somebody else is expected"),
    /** Somebody asked for changes and has not approved it since. */
    CHANGES_REQUESTED("changes are asked for: a later approval of the same role is expected"),
    /** The main line is broken, and this does not mend it. Only who knows the main line can tell. */
    MAINLINE_BROKEN("the main line is broken: only what mends it is merged, naming the failed build in its lineage");

    private final String message;

    MergeObstacle(String message) {
        this.message = requireNonNull(message, "message");
    }

    /** {@return what stands against it and what would be accepted, for people} */
    public String message() {
        return message;
    }

    static List<MergeObstacle> of(PullRequest pullRequest) {
        List<MergeObstacle> obstacles = new ArrayList<>();
        if (pullRequest.status() != PullRequest.Status.OPEN) {
            obstacles.add(NOT_OPEN);
        }
        BuildResult build = pullRequest.build();
        if (build == null || !build.outcome().isSuccess()) {
            obstacles.add(BUILD_NOT_PASSED);
        }
        Collection<Review.Verdict> verdicts = lastOfOthers(pullRequest.reviews());
        if (!verdicts.contains(Review.Verdict.APPROVED)) {
            obstacles.add(NO_APPROVAL_OF_ANOTHER);
        }
        if (verdicts.contains(Review.Verdict.CHANGES_REQUESTED)) {
            obstacles.add(CHANGES_REQUESTED);
        }
        return List.copyOf(obstacles);
    }

    private static Collection<Review.Verdict> lastOfOthers(List<Review> reviews) {
        SortedMap<String, Review.Verdict> last = new TreeMap<>();
        for (Review review : reviews) {
            if (!review.isByAuthor() && review.verdict() != Review.Verdict.COMMENTED) {
                last.put(review.role(), review.verdict());
            }
        }
        return last.values();
    }
}

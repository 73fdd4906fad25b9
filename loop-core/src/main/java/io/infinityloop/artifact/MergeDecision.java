package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether a pull request may be merged.
 *
 * <p>Source: requirement ART-11.
 *
 * @since 0.1
 */
public sealed interface MergeDecision {
    /**
     * Returns the merged pull request.
     *
     * @return the pull request
     * @throws IllegalStateException if something stands against it; the message says what
     */
    PullRequest orThrow();

    /** {@return whether it was merged} */
    default boolean isMerged() {
        return this instanceof Merged;
    }

    /**
     * Nothing stands against it.
     *
     * @param pullRequest the pull request, merged
     * @since 0.1
     */
    record Merged(PullRequest pullRequest) implements MergeDecision {
        /** Creates the decision. */
        public Merged {
            requireNonNull(pullRequest, "pullRequest");
        }

        @Override
        public PullRequest orThrow() {
            return pullRequest;
        }
    }

    /**
     * Something stands against it.
     *
     * @param pullRequest the pull request, as it was
     * @param obstacles what stands against it, in the order of the constants
     * @since 0.1
     */
    record Refused(PullRequest pullRequest, List<MergeObstacle> obstacles) implements MergeDecision {
        /** Creates the decision. */
        public Refused {
            requireNonNull(pullRequest, "pullRequest");
            obstacles = List.copyOf(requireNonNull(obstacles, "obstacles"));
        }

        @Override
        public PullRequest orThrow() {
            throw new IllegalStateException(obstacles.stream()
                    .map(MergeObstacle::message)
                    .collect(Collectors.joining("; ", "pull request " + pullRequest.id() + " cannot be merged: ", "")));
        }
    }
}

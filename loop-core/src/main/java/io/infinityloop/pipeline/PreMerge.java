package io.infinityloop.pipeline;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildResult;
import io.infinityloop.artifact.MergeDecision;
import io.infinityloop.artifact.PullRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * The word of the checks on a pull request: it is merged only if all of them passed, and nothing else stands against
 * it.
 *
 * <p>Source: requirement GATE-02.
 *
 * @param run the checks, as far as they went
 * @param decision what became of the merge
 * @since 0.1
 */
public record PreMerge(PipelineRun run, MergeDecision decision) {
    /** Creates the word of the checks. */
    public PreMerge {
        requireNonNull(run, "run");
        requireNonNull(decision, "decision");
    }

    /**
     * Merges a pull request if its checks passed and nothing else stands against it.
     *
     * @param request the pull request
     * @param run its checks
     * @param build the checks as they are recorded, see {@link PipelineRun#build}
     * @param at when, not before it was opened
     * @return what became of it
     * @throws IllegalArgumentException if the build is no record of the run, or nothing stands against the merge and
     *     {@code at} is before the request was opened
     */
    public static PreMerge decide(PullRequest request, PipelineRun run, Build build, Instant at) {
        if (!build.equals(run.build(build.metadata()))) {
            throw new IllegalArgumentException("build " + build.id() + " of " + build.subject() + ", " + build.outcome()
                    + ", is no record of the run of " + run.pipeline().name() + ", " + run.outcome());
        }
        return new PreMerge(run, request.with(BuildResult.of(build)).merge(at));
    }

    /** {@return whether it was merged, cannot be, or may still be} */
    public State state() {
        if (decision.isMerged()) {
            return State.MERGED;
        }
        return run.outcome() == Outcome.RUNNING ? State.WAITING : State.REJECTED;
    }

    /** {@return what people are to be told: which checks failed, or that all passed; empty while they run} */
    public Optional<Notice> notice() {
        return run.notice();
    }

    /**
     * What became of the merge.
     *
     * @since 0.1
     */
    public enum State {
        /** The pull request is merged. */
        MERGED,
        /** No check failed, and not all have ended. */
        WAITING,
        /** A check failed, or something else stands against it. */
        REJECTED
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Environment;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of a build, with the revisions that it built.
 *
 * @param id the id of the build
 * @param subject the name of the pipeline or job
 * @param outcome how it ended
 * @param queuedAt since when it waited for a machine; null if nobody said, see {@link Labels#QUEUED}
 * @param startedAt when it started
 * @param finishedAt when it ended; null if it has not, or nobody said
 * @param branch the branch that it is of: what {@link Labels#BRANCH} says, else that of its commits; empty if unknown
 * @param isOfPullRequest whether its lineage names a pull request: it was not built on the main line
 * @param environment where it ran: what {@link Labels#ENVIRONMENT} says, if that is a name of {@link Environment}
 * @param trigger who or what set it off
 * @param revisions the commits that it built, sorted
 * @param attempt which try it was
 * @param labels short facts to split numbers by
 * @param evidence the event that told of it
 * @since 0.1
 */
public record BuildRun(
        String id,
        String subject,
        Outcome outcome,
        @Nullable Instant queuedAt,
        Instant startedAt,
        @Nullable Instant finishedAt,
        String branch,
        boolean isOfPullRequest,
        Environment environment,
        Trigger trigger,
        List<String> revisions,
        Attempt attempt,
        Labels labels,
        List<EventKey> evidence)
        implements Run {
    /**
     * Creates a run.
     *
     * @throws NullPointerException if anything but {@code queuedAt} and {@code finishedAt} is null
     */
    public BuildRun {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(outcome, "outcome");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(branch, "branch");
        requireNonNull(environment, "environment");
        requireNonNull(trigger, "trigger");
        revisions = List.copyOf(revisions);
        requireNonNull(attempt, "attempt");
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /**
     * Tells whether it was built on the main line.
     *
     * @param mainLine which branches are the main line
     * @return whether it was: not of a pull request, not on a developer's own machine
     */
    public boolean isOn(MainLine mainLine) {
        return !isOfPullRequest && !isLocal() && mainLine.includes(branch);
    }

    BuildRun with(Attempt which) {
        return new BuildRun(
                id,
                subject,
                outcome,
                queuedAt,
                startedAt,
                finishedAt,
                branch,
                isOfPullRequest,
                environment,
                trigger,
                revisions,
                which,
                labels,
                evidence);
    }
}

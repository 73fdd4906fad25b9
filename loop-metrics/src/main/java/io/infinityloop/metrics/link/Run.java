package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.Outcome;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Environment;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that ran and ended one way or another: a build or a run of tests.
 *
 * @since 0.1
 */
public sealed interface Run extends Subject permits BuildRun, TestRan {
    /** {@return the id of the run} */
    String id();

    /** {@return the name of the pipeline, job, suite or test} */
    String subject();

    /** {@return how it ended} */
    Outcome outcome();

    /** {@return when it started} */
    Instant startedAt();

    /** {@return when it ended; null if it has not, or nobody said} */
    @Nullable
    Instant finishedAt();

    /** {@return where it ran; UNKNOWN if nobody said} */
    Environment environment();

    /** {@return who or what set it off} */
    Trigger trigger();

    /** {@return the commits that it was about, as far as its lineage tells, sorted} */
    List<String> revisions();

    /** {@return which try it was} */
    Attempt attempt();

    /** {@return the instant at which its outcome was known: its end, or its start where nobody told of an end} */
    default Instant endedAt() {
        Instant end = finishedAt();
        return end != null ? end : startedAt();
    }

    /** {@return whether it ended well or badly: it was not cancelled or skipped, and is not running} */
    default boolean hasVerdict() {
        return outcome().isSuccess() || outcome().isFailure();
    }

    /** {@return whether it ran on a developer's own machine} */
    default boolean isLocal() {
        return environment() == Environment.LOCAL;
    }

    /**
     * {@return whether it failed because of what it ran on: its outcome is ERROR, or the label {@link Labels#CAUSE} is
     * {@code environment}}
     */
    default boolean isEnvironmentCaused() {
        boolean marked = labels().get(Labels.CAUSE)
                .filter("environment"::equalsIgnoreCase)
                .isPresent();
        return outcome() == Outcome.ERROR || (outcome().isFailure() && marked);
    }
}

package io.infinityloop.metrics.preset;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import io.infinityloop.metrics.link.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a pipeline whose last stage may bring a version into production: a build with its deployment, or a
 * deployment of which no build is known.
 *
 * @param pipeline the pipeline
 * @param id the id of the build, or of the deployment
 * @param startedAt when the run started
 * @param target how the deployment into production ended; null if the run did not come so far
 * @param targetAt when it ended; null if it did not
 * @param deployment the id of the deployment; empty if the run did not come so far
 * @param commits when the commits were made that this run was the first to build
 * @param labels short facts to split numbers by
 * @param evidence the events of build and deployment
 * @since 0.1
 */
public record PipelineRun(
        String pipeline,
        String id,
        Instant startedAt,
        @Nullable Target target,
        @Nullable Instant targetAt,
        String deployment,
        List<Instant> commits,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /** Creates a run. */
    public PipelineRun {
        requireNonNull(pipeline, "pipeline");
        requireNonNull(id, "id");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(deployment, "deployment");
        commits = List.copyOf(commits);
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }

    /**
     * How the deployment into production ended.
     *
     * @since 0.1
     */
    public enum Target {
        /** The version runs. */
        SUCCESS,
        /** It does not. */
        FAILED,
        /** It was stopped, or nobody told. */
        OTHER
    }
}

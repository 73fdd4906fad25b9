package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.event.EventKey;
import java.util.List;

/**
 * A run of a build, with how many tests it ran: those of the runs of tests that name it, that were made of the same
 * revision in BUILD, or that were recorded with the same loop.
 *
 * @param build the run of the build
 * @param tests how many tests passed or failed
 * @since 0.1
 */
public record TestedBuild(BuildRun build, long tests) implements Subject {
    /** Creates it. */
    public TestedBuild {
        requireNonNull(build, "build");
    }

    @Override
    public Labels labels() {
        return build.labels();
    }

    @Override
    public List<EventKey> evidence() {
        return build.evidence();
    }
}

package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;

/**
 * How a build ended, as what waits for it sees it.
 *
 * <p>Source: requirement ART-11.
 *
 * @param build which build
 * @param outcome how it ended
 * @since 0.1
 */
public record BuildResult(ArtifactRef build, Outcome outcome) {
    /** Creates a result. */
    public BuildResult {
        requireNonNull(build, "build");
        requireNonNull(outcome, "outcome");
    }

    /**
     * Returns the result of a build.
     *
     * @param build the build
     * @return its result
     */
    public static BuildResult of(Build build) {
        return new BuildResult(build.ref(), build.outcome());
    }
}

package io.infinityloop.release;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Preparation;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import io.infinityloop.internal.Texts;
import io.infinityloop.inventory.TestReport;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What could be released, because it came to the main line and its tests are green.
 *
 * <p>Source: requirement REL-13.
 *
 * @param merged the commit that came to the main line
 * @param artifact what was built from it
 * @since 0.1
 */
public record ReleaseCandidate(Commit merged, BuildArtifact artifact) {
    /** Creates a candidate. */
    public ReleaseCandidate {
        requireNonNull(merged, "merged");
        requireNonNull(artifact, "artifact");
    }

    /**
     * Returns the candidate that a commit opens.
     *
     * @param mainLine the name of the branch that is released from
     * @param merged a commit, with the branch that it came to in its details
     * @param artifact what was built
     * @param runs test runs, in any order; those of other artifacts are passed over
     * @return the candidate; empty if the commit came to another branch, the artifact was built from another commit, or
     *     the tests of the artifact did not pass, or not yet
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters
     */
    public static Optional<ReleaseCandidate> of(
            String mainLine, Commit merged, BuildArtifact artifact, Collection<TestRun> runs) {
        Texts.id("main line", mainLine);
        boolean opens = merged.details().branch().equals(mainLine)
                && artifact.sourceRevision().equals(merged.id())
                && TestReport.of(artifact.digest(), runs).outcome() == Outcome.PASSED;
        return opens ? Optional.of(new ReleaseCandidate(merged, artifact)) : Optional.empty();
    }

    /**
     * Returns the release that the candidate becomes.
     *
     * @param id the id of the release
     * @param at when it is opened
     * @param version its version
     * @return the release, IN_PREPARATION, of what was tested; without a tag
     * @throws IllegalArgumentException if the id is blank or has more than 500 characters
     */
    public Release open(String id, Instant at, SemanticVersion version) {
        return Release.of(id, at, version.toString(), List.of(merged.ref(), artifact.ref()))
                .with(Preparation.NONE.withDigests(artifact.digests()));
    }
}

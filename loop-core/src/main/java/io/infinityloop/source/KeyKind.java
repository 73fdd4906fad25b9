package io.infinityloop.source;

import io.infinityloop.artifact.AlertFiring;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Build;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.artifact.Incident;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.artifact.PullRequest;
import io.infinityloop.artifact.Release;
import io.infinityloop.artifact.TestRun;
import java.util.Map;
import java.util.Optional;

/**
 * What a key names that one source gives and another one may know: the words of CDEvents 0.6 for the same.
 *
 * @since 0.1
 */
public enum KeyKind {
    /** A pull request or merge request. */
    PR,
    /** A commit, by its hash. */
    COMMIT,
    /** An issue or ticket: a plan item. */
    ISSUE,
    /** A branch. */
    BRANCH,
    /** A tag: a release. */
    TAG,
    /** Something that ran: a build, a test run, a deployment. */
    EXECUTION,
    /** What a build made. */
    ARTIFACT,
    /** An environment. */
    ENVIRONMENT,
    /** An alert or incident. */
    ALERT;

    private static final Map<String, KeyKind> BY_KIND = Map.ofEntries(
            Map.entry(PullRequest.KIND.name(), PR),
            Map.entry(Commit.KIND.name(), COMMIT),
            Map.entry(PlanItem.KIND.name(), ISSUE),
            Map.entry(Branch.KIND.name(), BRANCH),
            Map.entry(Release.KIND.name(), TAG),
            Map.entry(Build.KIND.name(), EXECUTION),
            Map.entry(TestRun.KIND.name(), EXECUTION),
            Map.entry(Deployment.KIND.name(), EXECUTION),
            Map.entry(BuildArtifact.KIND.name(), ARTIFACT),
            Map.entry(AlertFiring.KIND.name(), ALERT),
            Map.entry(Incident.KIND.name(), ALERT));

    /**
     * Returns the kind of the key that a reference is.
     *
     * @param ref the reference
     * @return the kind; empty if artifacts of that kind have no key that another source could know
     */
    public static Optional<KeyKind> of(ArtifactRef ref) {
        return Optional.ofNullable(BY_KIND.get(ref.kind()));
    }
}

package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.artifact.ChangeDetails;
import io.infinityloop.event.EventKey;
import java.time.Instant;
import java.util.List;

/**
 * A commit, with the builds and test runs that were about it.
 *
 * @param commit the hash
 * @param at when it was committed
 * @param isMerge whether it only joins lines of work and is no change of its own
 * @param details its size, its branch, and what sorts of things it changes, as far as somebody said
 * @param isObserved whether any build is known at all; else nothing follows from a commit without one
 * @param builds the builds of it, in the order of their starts
 * @param tests the test runs about it, in the order of their starts
 * @param labels short facts to split numbers by
 * @param evidence the events of the commit, the builds and the test runs
 * @since 0.1
 */
public record Revision(
        String commit,
        Instant at,
        boolean isMerge,
        ChangeDetails details,
        boolean isObserved,
        List<BuildRun> builds,
        List<TestRan> tests,
        Labels labels,
        List<EventKey> evidence)
        implements Subject {
    /** Creates a revision. */
    public Revision {
        requireNonNull(commit, "commit");
        requireNonNull(at, "at");
        requireNonNull(details, "details");
        builds = List.copyOf(builds);
        tests = List.copyOf(tests);
        requireNonNull(labels, "labels");
        evidence = List.copyOf(evidence);
    }
}

package io.infinityloop.cli.git;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.jspecify.annotations.Nullable;

/** Turns commits, branches and release tags into events. Not safe for use by many threads. */
final class GitEvents {
    /** Of one day: zones differ by as much, and a clock that is a little fast does no harm. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private final String source;
    private final Labels labels;
    private final List<LoopEvent> events = new ArrayList<>();
    private final BitSet cutOff = new BitSet();
    private long commits;
    private long merges;
    private final Names undated = new Names();

    GitEvents(String repository) {
        this.source = "git:" + repository;
        this.labels = Labels.of(Labels.REPOSITORY, repository).with(Labels.SERVICE, repository);
    }

    /** Records what a commit says whose body was parsed, and lets go of the body. */
    void read(NumberedCommit commit) throws CorruptObjectException {
        CommitFacts facts = CommitFacts.of(commit);
        commits++;
        merges += facts.parents().size() > 1 ? 1 : 0;
        if (facts.isCutOff()) {
            cutOff.set(commit.number());
        }
        if (facts.isOddlyDated()) {
            undated.add(commit.hash());
        } else {
            commit.record(facts.artifact());
        }
        commit.disposeBody();
    }

    /** Adds a commit that was read, unless it is left out. */
    void add(NumberedCommit commit) {
        Commit recorded = commit.recorded();
        if (recorded != null) {
            add(commit.hash(), recorded.at(), labels, recorded);
        }
    }

    /** Adds a branch that was merged. */
    void add(Branch branch, Instant mergedAt) {
        add("branch/" + branch.id(), mergedAt, labels, branch);
    }

    /**
     * Adds a release. The first one of a component, and one where a shallow clone is cut off, holds the history before
     * it: how old that is, and how much, says nothing.
     *
     * @param release the tag
     * @param contents what it is the first to contain
     * @param own labels of this release alone
     * @param first whether it is the first one of its component
     */
    void add(ReleaseTag release, Collection<NumberedCommit> contents, Labels own, boolean first) {
        ArtifactMetadata metadata =
                ArtifactMetadata.of(release.name(), release.at()).derivedFrom(NumberedCommit.refs(contents));
        Labels ofRelease = labels.with(own);
        if (first) {
            ofRelease = ofRelease.with(Labels.BASELINE, "the history before the first release");
        } else if (contents.stream().anyMatch(commit -> cutOff.get(commit.number()))) {
            ofRelease = ofRelease.with(Labels.BASELINE, "the history where the clone is cut off");
        }
        Release artifact = new Release(metadata, release.version(), release.name());
        add("release/" + release.name(), artifact.at(), ofRelease, artifact);
    }

    private void add(String id, Instant at, Labels ofEvent, Artifact artifact) {
        EventMetadata metadata = new EventMetadata(id, source, at, ofEvent, Trigger.UNKNOWN);
        events.add(new Recorded(metadata, null, artifact));
    }

    private static int compare(LoopEvent one, LoopEvent other) {
        int byTime = one.at().compareTo(other.at());
        return byTime != 0 ? byTime : one.id().compareTo(other.id());
    }

    /** {@return the events, sorted by instant and id} */
    List<LoopEvent> sorted() {
        events.sort(GitEvents::compare);
        return events;
    }

    long commits() {
        return commits;
    }

    long merges() {
        return merges;
    }

    /** {@return at how many commits the history of a shallow clone ends} */
    long cutOff() {
        return cutOff.cardinality();
    }

    /** {@return what the reader of numbers must know of the dates, in sentences} */
    List<String> warnings(@Nullable Instant now) {
        List<String> warnings = new ArrayList<>();
        undated.leftOut("commits are dated before 1970-01-02 or after 2199").ifPresent(warnings::add);
        long future = now == null ? 0 : after(now.plus(TOLERANCE));
        if (future > 0) {
            warnings.add(future + " commits or releases are dated in the future, more than a day after " + now
                    + ": some clock was wrong, and times between them and others are, too");
        }
        return warnings;
    }

    private long after(Instant limit) {
        return events.stream()
                .map(event -> ((Recorded) event).artifact())
                .filter(artifact -> artifact.at().isAfter(limit)
                        || (artifact instanceof Commit commit
                                && commit.authoredAt().isAfter(limit)))
                .count();
    }
}

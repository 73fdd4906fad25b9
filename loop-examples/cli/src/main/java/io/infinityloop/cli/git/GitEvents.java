package io.infinityloop.cli.git;

import io.infinityloop.Labels;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactMetadata;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Release;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.revwalk.RevCommit;

/** Turns commits and release tags into events. Not safe for use by many threads. */
final class GitEvents {
    private static final int SUBJECT_LIMIT = 1_000;

    private final String source;
    private final Labels labels;
    private final List<LoopEvent> events = new ArrayList<>();
    private final Set<RevCommit> cutOff = new HashSet<>();
    private long commits;
    private long merges;
    private final Names undated = new Names();

    GitEvents(String repository) {
        this.source = "git:" + repository;
        this.labels = Labels.of(Labels.REPOSITORY, repository).with(Labels.SERVICE, repository);
    }

    /** Adds a commit whose body was parsed, and lets go of the body. */
    void add(RevCommit commit) throws CorruptObjectException {
        CommitFacts facts = CommitFacts.of(commit);
        commits++;
        merges += facts.parents().size() > 1 ? 1 : 0;
        if (facts.parents().size() > commit.getParentCount()) {
            cutOff.add(commit);
        }
        if (facts.isOddlyDated()) {
            undated.add(commit.name());
        } else {
            add(
                    "commit/" + commit.name(),
                    labels,
                    new Commit(
                            ArtifactMetadata.of(commit.name(), facts.committed()),
                            facts.authored(),
                            shortened(commit.getFirstMessageLine()),
                            facts.parents()));
        }
        commit.disposeBody();
    }

    private static String shortened(String subject) {
        if (subject.length() <= SUBJECT_LIMIT) {
            return subject;
        }
        boolean splitsPair = Character.isHighSurrogate(subject.charAt(SUBJECT_LIMIT - 1));
        return subject.substring(0, splitsPair ? SUBJECT_LIMIT - 1 : SUBJECT_LIMIT);
    }

    /**
     * Adds a release. The first one of a component, and one where a shallow clone is cut off, holds the history before
     * it: how old that is, and how much, says nothing.
     */
    void add(ReleaseTag release, Collection<RevCommit> contents, boolean first) {
        List<ArtifactRef> refs = contents.stream()
                .map(commit -> ArtifactRef.of(Commit.KIND, commit.name()))
                .sorted()
                .toList();
        ArtifactMetadata metadata =
                ArtifactMetadata.of(release.name(), release.at()).derivedFrom(refs);
        Labels ofRelease = release.component().isEmpty() ? labels : labels.with(Labels.COMPONENT, release.component());
        if (first) {
            ofRelease = ofRelease.with(Labels.BASELINE, "the history before the first release");
        } else if (!Collections.disjoint(cutOff, contents)) {
            ofRelease = ofRelease.with(Labels.BASELINE, "the history where the clone is cut off");
        }
        add("release/" + release.name(), ofRelease, new Release(metadata, release.version(), release.name()));
    }

    private void add(String id, Labels ofEvent, Artifact artifact) {
        EventMetadata metadata = new EventMetadata(id, source, artifact.at(), ofEvent, Trigger.UNKNOWN);
        events.add(new Recorded(metadata, null, artifact));
    }

    /** {@return the events, sorted by instant and id} */
    List<LoopEvent> sorted() {
        return events.stream()
                .sorted(Comparator.comparing(LoopEvent::at).thenComparing(LoopEvent::id))
                .toList();
    }

    long commits() {
        return commits;
    }

    long merges() {
        return merges;
    }

    /** {@return at how many commits the history of a shallow clone ends} */
    long cutOff() {
        return cutOff.size();
    }

    /** {@return the commits that are oddly dated, and no events} */
    Names undated() {
        return undated;
    }
}

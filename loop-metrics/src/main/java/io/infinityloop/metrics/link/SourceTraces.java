package io.infinityloop.metrics.link;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** From which sources things were built; nothing is said while no commit was recorded at all. */
final class SourceTraces implements SubjectProducer {
    /** The shortest beginning of a hash that is taken for the whole. */
    private static final int ABBREVIATED = 7;

    @Override
    public void produce(Derivation derivation) {
        List<Snapshot<BuildArtifact>> built = derivation.latest(BuildArtifact.class);
        if (built.isEmpty() || derivation.latest(Commit.class).isEmpty()) {
            return;
        }
        NavigableSet<String> commits = new TreeSet<>();
        for (Snapshot<BuildArtifact> snapshot : built) {
            BuildArtifact made = snapshot.artifact();
            derivation.emit(new SourceTrace(
                    made.id(),
                    made.sourceRevision(),
                    isKnown(snapshot, commits, derivation),
                    made.at(),
                    snapshot.labels(),
                    List.of(snapshot.evidence())));
        }
    }

    /** Hashes are sorted only once one of them may have been abbreviated: there may be very many. */
    private static boolean isKnown(
            Snapshot<BuildArtifact> snapshot, NavigableSet<String> commits, Derivation derivation) {
        String revision = snapshot.artifact().sourceRevision();
        String source = snapshot.event().source();
        if (!derivation.find(ArtifactRef.of(Commit.KIND, revision), source).isEmpty()) {
            return true;
        }
        if (revision.length() < ABBREVIATED) {
            return false;
        }
        if (commits.isEmpty()) {
            derivation
                    .latest(Commit.class)
                    .forEach(commit -> commits.add(commit.artifact().id()));
        }
        String next = commits.ceiling(revision);
        return next != null && next.startsWith(revision);
    }
}

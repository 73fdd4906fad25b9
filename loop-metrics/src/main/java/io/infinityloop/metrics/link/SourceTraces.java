package io.infinityloop.metrics.link;

import io.infinityloop.artifact.BuildArtifact;
import io.infinityloop.artifact.Commit;
import java.util.List;
import java.util.TreeSet;

/** From which sources things were built; nothing is said while no commit was recorded at all. */
final class SourceTraces implements SubjectProducer {
    /** The shortest beginning of a hash that is taken for the whole. */
    private static final int ABBREVIATED = 7;

    @Override
    public void produce(Derivation derivation) {
        TreeSet<String> commits = new TreeSet<>();
        derivation
                .latest(Commit.class)
                .forEach(snapshot -> commits.add(snapshot.artifact().id()));
        if (commits.isEmpty()) {
            return;
        }
        for (Snapshot<BuildArtifact> snapshot : derivation.latest(BuildArtifact.class)) {
            BuildArtifact made = snapshot.artifact();
            derivation.emit(new SourceTrace(
                    made.id(),
                    made.sourceRevision(),
                    isKnown(made.sourceRevision(), commits),
                    made.at(),
                    snapshot.labels(),
                    List.of(snapshot.evidence())));
        }
    }

    private static boolean isKnown(String revision, TreeSet<String> commits) {
        String next = commits.ceiling(revision);
        return next != null
                && (next.equals(revision) || (revision.length() >= ABBREVIATED && next.startsWith(revision)));
    }
}

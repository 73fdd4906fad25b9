package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Branch;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.PullRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What came to the main line, by pull request or by branch. */
final class Integrations implements SubjectProducer {
    /** A branch of a repository. */
    private record Name(String repository, Scope scope, String branch) {
        static Name of(Labels labels, String branch) {
            return new Name(labels.get(Labels.REPOSITORY).orElse(""), Scope.of(labels), branch);
        }
    }

    @Override
    public void produce(Derivation derivation) {
        Set<Name> merged = new HashSet<>();
        Set<ArtifactRef> commits = new HashSet<>();
        for (Snapshot<PullRequest> snapshot : derivation.latest(PullRequest.class)) {
            PullRequest request = snapshot.artifact();
            Instant at = request.closedAt();
            if (request.status() == PullRequest.Status.MERGED && at != null) {
                emit(derivation, snapshot, at);
                merged.add(Name.of(snapshot.labels(), request.details().branch()));
                request.derivedFrom().stream()
                        .filter(ref -> ref.isOf(Commit.KIND))
                        .forEach(commits::add);
            }
        }
        for (Snapshot<Branch> snapshot : derivation.latest(Branch.class)) {
            Branch branch = snapshot.artifact();
            Instant at = branch.mergedAt();
            boolean isTold = merged.contains(Name.of(snapshot.labels(), branch.name()))
                    || branch.derivedFrom().stream().anyMatch(commits::contains);
            if (at != null && !isTold) {
                emit(derivation, snapshot, at);
            }
        }
    }

    private static void emit(Derivation derivation, Snapshot<? extends Artifact> snapshot, Instant at) {
        derivation.emit(new Integrated(
                snapshot.artifact().ref().toString(), at, snapshot.labels(), List.of(snapshot.evidence())));
    }
}

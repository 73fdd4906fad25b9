package io.infinityloop.metrics.link;

import io.infinityloop.artifact.PullRequest;
import java.util.List;

/** The lives of pull requests. */
final class PullRequests implements SubjectProducer {
    @Override
    public void produce(Derivation derivation) {
        for (Snapshot<PullRequest> snapshot : derivation.latest(PullRequest.class)) {
            PullRequest request = snapshot.artifact();
            derivation.emit(new PullRequestLife(
                    request.id(),
                    request.at(),
                    request.status(),
                    request.closedAt(),
                    request.reviews(),
                    request.details(),
                    snapshot.labels(),
                    List.of(snapshot.evidence())));
        }
    }
}

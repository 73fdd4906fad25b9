package io.infinityloop.metrics.link;

import io.infinityloop.Labels;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.Recorded;
import java.time.Instant;

/**
 * The latest that is known of an artifact.
 *
 * @param artifact the artifact
 * @param event the event that told
 */
record Snapshot<A extends Artifact>(A artifact, Recorded event) {
    /** What names an artifact among those of all sources; a commit's hash needs no source to be unique. */
    record Key(ArtifactRef ref, String source) {}

    Key key() {
        return new Key(artifact.ref(), artifact instanceof Commit ? "" : event.source());
    }

    EventKey evidence() {
        return event.key();
    }

    /** The labels of event and artifact; where both have a key, the artifact's value counts. */
    Labels labels() {
        return Scope.united(event.labels(), artifact.labels());
    }

    /** When it was there for others: the end of a deployment, the instant of everything else. */
    Instant deliveredAt() {
        if (artifact instanceof Deployment deployment) {
            Instant finishedAt = deployment.finishedAt();
            return finishedAt != null ? finishedAt : event.at();
        }
        return artifact.at();
    }
}

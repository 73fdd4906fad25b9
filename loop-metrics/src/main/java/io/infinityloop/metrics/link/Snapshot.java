package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.NaturalOrder;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.Recorded;
import java.time.Instant;
import java.util.Comparator;

/**
 * What an event told of an artifact.
 *
 * @param artifact the artifact
 * @param event the event that told
 * @param <A> the type of the artifact
 * @since 0.1
 */
public record Snapshot<A extends Artifact>(A artifact, Recorded event) {
    /** By the instant of the delivery; at one instant by source and id. */
    static final Comparator<Snapshot<?>> IN_TIME = Comparator.<Snapshot<?>, Instant>comparing(Snapshot::deliveredAt)
            .thenComparing(snapshot -> snapshot.event().source())
            .thenComparing(snapshot -> snapshot.event().id(), NaturalOrder.INSTANCE);

    /** Creates a snapshot. */
    public Snapshot {
        requireNonNull(artifact, "artifact");
        requireNonNull(event, "event");
    }

    /** What names an artifact among those of all sources; a commit's hash needs no source to be unique. */
    record Key(ArtifactRef ref, String source) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::ref).thenComparing(Key::source);
    }

    Key key() {
        return new Key(artifact.ref(), artifact instanceof Commit ? "" : event.source());
    }

    /** {@return the name of the event that told} */
    public EventKey evidence() {
        return event.key();
    }

    /** {@return the labels of event and artifact; where both have a key, the artifact's value counts} */
    public Labels labels() {
        return Scope.united(event.labels(), artifact.labels());
    }

    /** {@return when it was there for others: the end of a deployment, the instant of everything else} */
    public Instant deliveredAt() {
        if (artifact instanceof Deployment deployment) {
            Instant finishedAt = deployment.finishedAt();
            return finishedAt != null ? finishedAt : event.at();
        }
        return artifact.at();
    }
}

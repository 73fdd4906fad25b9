package io.infinityloop.metrics.link;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.NaturalOrder;
import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.Deployment;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.EventMetadata;
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
    static final Comparator<Snapshot<?>> IN_TIME = Snapshot::compare;

    private static int compare(Snapshot<?> one, Snapshot<?> other) {
        int byInstant = one.deliveredAt().compareTo(other.deliveredAt());
        int bySource = byInstant != 0 ? byInstant : one.event.source().compareTo(other.event.source());
        return bySource != 0 ? bySource : NaturalOrder.INSTANCE.compare(one.event.id(), other.event.id());
    }

    /** Creates a snapshot. */
    public Snapshot {
        requireNonNull(artifact, "artifact");
        requireNonNull(event, "event");
    }

    /** What names an artifact among those of all sources; a commit's hash needs no source to be unique. */
    record Key(ArtifactRef ref, String source) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::ref).thenComparing(Key::source);
    }

    /** What tells apart the services that one deployment counts for. */
    record Mark(EventKey event, Scope scope) {}

    Mark mark() {
        return new Mark(event.key(), Scope.of(labels()));
    }

    Key key() {
        return new Key(artifact.ref(), artifact instanceof Commit ? "" : event.source());
    }

    /** {@return the name of the event that told} */
    public EventKey evidence() {
        return event.key();
    }

    /** {@return this, of an artifact of a type} */
    <B extends Artifact> Snapshot<B> as(Class<B> type) {
        return new Snapshot<>(type.cast(artifact), event);
    }

    /** {@return this with another label of the event, where neither event nor artifact has it} */
    Snapshot<A> with(Labels more) {
        EventMetadata metadata = new EventMetadata(
                event.id(), event.source(), event.at(), Scope.united(event.labels(), more), event.trigger());
        return new Snapshot<>(artifact, new Recorded(metadata, event.loop(), event.artifact()));
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

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
 * What an event told of an artifact. Immutable; two are equal if artifact and event are.
 *
 * @param <A> the type of the artifact
 * @since 0.1
 */
public final class Snapshot<A extends Artifact> {
    /** By the instant of the delivery; at one instant by source and id. */
    static final Comparator<Snapshot<?>> IN_TIME = Snapshot::compare;

    private final A artifact;
    private final Recorded event;

    // Kept, because they are asked for again and again, and the events of a long log lie far apart.
    private final EventKey evidence;
    private final Labels labels;
    private final Instant deliveredAt;

    private static int compare(Snapshot<?> one, Snapshot<?> other) {
        int byInstant = one.deliveredAt.compareTo(other.deliveredAt);
        int bySource = byInstant != 0 ? byInstant : one.evidence.source().compareTo(other.evidence.source());
        return bySource != 0 ? bySource : NaturalOrder.INSTANCE.compare(one.evidence.id(), other.evidence.id());
    }

    /**
     * Creates a snapshot.
     *
     * @param artifact the artifact
     * @param event the event that told
     */
    public Snapshot(A artifact, Recorded event) {
        this.artifact = requireNonNull(artifact, "artifact");
        this.event = requireNonNull(event, "event");
        this.evidence = event.key();
        this.labels = Scope.united(event.labels(), artifact.labels());
        this.deliveredAt = deliveredAt(artifact, event);
    }

    private static Instant deliveredAt(Artifact artifact, Recorded event) {
        if (artifact instanceof Deployment deployment) {
            Instant finishedAt = deployment.finishedAt();
            return finishedAt != null ? finishedAt : event.at();
        }
        return artifact.at();
    }

    /** {@return the artifact} */
    public A artifact() {
        return artifact;
    }

    /** {@return the event that told} */
    public Recorded event() {
        return event;
    }

    /** What names an artifact among those of all sources; a commit's hash needs no source to be unique. */
    record Key(ArtifactRef ref, String source) {
        static final Comparator<Key> ORDER = Comparator.comparing(Key::ref).thenComparing(Key::source);
    }

    /** What tells apart the services that one deployment counts for. */
    record Mark(EventKey event, Scope scope) {}

    Mark mark() {
        return new Mark(evidence, Scope.of(labels));
    }

    Key key() {
        return new Key(artifact.ref(), artifact instanceof Commit ? "" : event.source());
    }

    /** {@return the name of the event that told} */
    public EventKey evidence() {
        return evidence;
    }

    /** {@return this, of an artifact of a type} */
    @SuppressWarnings("unchecked") // The artifact is of the type.
    <B extends Artifact> Snapshot<B> as(Class<B> type) {
        if (!type.isInstance(artifact)) {
            throw new ClassCastException(artifact.ref() + " is no " + type.getSimpleName());
        }
        return (Snapshot<B>) this;
    }

    /** {@return this with another label of the event, where neither event nor artifact has it} */
    Snapshot<A> with(Labels more) {
        EventMetadata metadata = new EventMetadata(
                event.id(), event.source(), event.at(), Scope.united(event.labels(), more), event.trigger());
        return new Snapshot<>(artifact, new Recorded(metadata, event.loop(), event.artifact()));
    }

    /** {@return the labels of event and artifact; where both have a key, the artifact's value counts} */
    public Labels labels() {
        return labels;
    }

    /** {@return when it was there for others: the end of a deployment, the instant of everything else} */
    public Instant deliveredAt() {
        return deliveredAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Snapshot<?> snapshot
                && artifact.equals(snapshot.artifact)
                && event.equals(snapshot.event);
    }

    @Override
    public int hashCode() {
        return 31 * artifact.hashCode() + event.hashCode();
    }

    @Override
    public String toString() {
        return "Snapshot[artifact=" + artifact + ", event=" + event + "]";
    }
}

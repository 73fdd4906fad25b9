package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened while a version ran for a while. Its {@linkplain #derivedFrom() lineage} names the deployment, and the
 * alerts, incidents and scaling actions of the period. A quiet period is a record too, and says that it was quiet.
 *
 * <p>Source: requirement ART-23.
 *
 * @param metadata id, instant (of the period's end), lineage and labels
 * @param summary what happened, in words
 * @param from when the period began; null if nobody said
 * @param activity whether anything happened
 * @since 0.1
 */
public record OperationRecord(
        ArtifactMetadata metadata, String summary, @Nullable Instant from, Activity activity)
        implements OperateStageArtifact {
    /** The kind {@code operation-record}. */
    public static final ArtifactKind KIND = new ArtifactKind("operation-record", Stage.OPERATE);

    /**
     * Creates an operation record.
     *
     * @throws IllegalArgumentException if the summary has more than 100,000 characters, the period ends before it
     *     begins, a quiet period names alerts, incidents or scaling actions, or an eventful one names none
     */
    public OperationRecord {
        requireNonNull(metadata, "metadata");
        Texts.prose("summary", summary);
        requireNonNull(activity, "activity");
        if (from != null && metadata.at().isBefore(from)) {
            throw new IllegalArgumentException("operation record " + metadata.id() + " ends at " + metadata.at()
                    + ", before it begins at " + from);
        }
        boolean eventful = metadata.derivedFrom().stream().anyMatch(OperationRecord::isHappening);
        if (activity == Activity.QUIET && eventful) {
            throw new IllegalArgumentException("operation record " + metadata.id()
                    + " is of a quiet period and names alerts, incidents or scaling actions: expected none of them, or"
                    + " EVENTFUL");
        }
        if (activity == Activity.EVENTFUL && !eventful) {
            throw new IllegalArgumentException("operation record " + metadata.id() + " is of an eventful period and"
                    + " names no alert, incident or scaling action: expected one of them, or QUIET");
        }
    }

    /**
     * Creates an operation record of a period whose beginning is not known.
     *
     * @param metadata id, instant (of the period's end), lineage and labels
     * @param summary what happened, in words
     * @throws IllegalArgumentException if the summary has more than 100,000 characters
     */
    public OperationRecord(ArtifactMetadata metadata, String summary) {
        this(metadata, summary, null, Activity.UNKNOWN);
    }

    /**
     * Returns an operation record.
     *
     * @param id the id
     * @param at the end of the period
     * @param summary what happened
     * @return the operation record
     */
    public static OperationRecord of(String id, Instant at, String summary) {
        return new OperationRecord(ArtifactMetadata.of(id, at), summary);
    }

    /**
     * Returns the record of a period in which nothing happened.
     *
     * @param id the id
     * @param from the beginning of the period
     * @param until its end
     * @return the operation record
     * @throws IllegalArgumentException if it ends before it begins
     */
    public static OperationRecord quiet(String id, Instant from, Instant until) {
        return new OperationRecord(ArtifactMetadata.of(id, until), "", requireNonNull(from, "from"), Activity.QUIET);
    }

    /**
     * Returns the record of a period in which something happened.
     *
     * @param id the id
     * @param from the beginning of the period
     * @param until its end
     * @param happenings the alerts, incidents and scaling actions of the period, at least one
     * @return the operation record
     * @throws IllegalArgumentException if it ends before it begins, or nothing is named
     */
    public static OperationRecord eventful(
            String id, Instant from, Instant until, List<? extends OperateStageArtifact> happenings) {
        List<ArtifactRef> refs = happenings.stream().map(Artifact::ref).toList();
        return new OperationRecord(
                ArtifactMetadata.of(id, until).derivedFrom(refs), "", requireNonNull(from, "from"), Activity.EVENTFUL);
    }

    /** {@return the incidents of the period, in the order given} */
    public List<ArtifactRef> incidents() {
        return named(Incident.KIND);
    }

    /** {@return the alerts of the period, in the order given} */
    public List<ArtifactRef> alerts() {
        return named(AlertFiring.KIND);
    }

    /** {@return the scaling actions of the period, in the order given} */
    public List<ArtifactRef> scalingActions() {
        return named(ScalingAction.KIND);
    }

    @Override
    public OperationRecord with(ArtifactMetadata other) {
        return new OperationRecord(other, summary, from, activity);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    private List<ArtifactRef> named(ArtifactKind kind) {
        return derivedFrom().stream().filter(ref -> ref.isOf(kind)).toList();
    }

    private static boolean isHappening(ArtifactRef ref) {
        return ref.isOf(Incident.KIND) || ref.isOf(AlertFiring.KIND) || ref.isOf(ScalingAction.KIND);
    }

    /**
     * Whether anything happened in a period.
     *
     * @since 0.1
     */
    public enum Activity {
        /** Nobody said; the summary may tell. */
        UNKNOWN,
        /** Nothing happened. */
        QUIET,
        /** There were alerts, incidents or scaling actions; the lineage names them. */
        EVENTFUL
    }
}

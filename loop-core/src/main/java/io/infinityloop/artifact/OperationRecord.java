package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;

/**
 * What happened while a version ran for a while. A quiet period is a record too.
 *
 * <p>Source: requirement ART-23.
 *
 * @param metadata id, instant (of the period's end), lineage and labels
 * @param summary what happened, in words
 * @since 0.1
 */
public record OperationRecord(ArtifactMetadata metadata, String summary) implements OperateStageArtifact {
    /** The kind {@code operation-record}. */
    public static final ArtifactKind KIND = new ArtifactKind("operation-record", Stage.OPERATE);

    /**
     * Creates an operation record.
     *
     * @throws IllegalArgumentException if the summary has more than 100,000 characters
     */
    public OperationRecord {
        requireNonNull(metadata, "metadata");
        Texts.prose("summary", summary);
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

    @Override
    public ArtifactKind kind() {
        return KIND;
    }
}

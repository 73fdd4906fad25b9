package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;

/**
 * More or fewer instances of something that runs. Its {@linkplain #derivedFrom() lineage} may name the alert that led
 * to it.
 *
 * <p>Source: requirement ART-23.
 *
 * @param metadata id, instant, lineage and labels
 * @param resource what was scaled
 * @param from how many instances there were, not negative
 * @param to how many there were to be, not negative
 * @param reason why, in words; empty if nobody said
 * @since 0.1
 */
public record ScalingAction(ArtifactMetadata metadata, String resource, long from, long to, String reason)
        implements OperateStageArtifact {
    /** The kind {@code scaling-action}. */
    public static final ArtifactKind KIND = new ArtifactKind("scaling-action", Stage.OPERATE);

    /**
     * Creates a scaling action.
     *
     * @throws IllegalArgumentException if the resource is blank or has more than 500 characters, a number is negative,
     *     or the reason has more than 100,000 characters
     */
    public ScalingAction {
        requireNonNull(metadata, "metadata");
        Texts.id("resource", resource);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException("numbers of instances must not be negative: from " + from + " to " + to);
        }
        Texts.prose("reason", reason);
    }

    /**
     * Returns a scaling action of which nobody said why.
     *
     * @param id the id
     * @param at when it happened
     * @param resource what was scaled
     * @param from how many instances there were
     * @param to how many there were to be
     * @return the scaling action
     */
    public static ScalingAction of(String id, Instant at, String resource, long from, long to) {
        return new ScalingAction(ArtifactMetadata.of(id, at), resource, from, to, "");
    }

    @Override
    public ScalingAction with(ArtifactMetadata other) {
        return new ScalingAction(other, resource, from, to, reason);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }
}

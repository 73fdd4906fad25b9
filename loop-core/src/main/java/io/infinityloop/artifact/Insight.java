package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;

/**
 * What was learned from a version in use, for the next plan. Its {@linkplain #derivedFrom() lineage} names the
 * evidence.
 *
 * <p>Source: requirement ART-24.
 *
 * @param metadata id, instant, lineage and labels
 * @param observation what was seen
 * @param proposedAction what to do about it; empty if nothing
 * @since 0.1
 */
public record Insight(ArtifactMetadata metadata, String observation, String proposedAction)
        implements MonitorStageArtifact {
    /** The kind {@code insight}. */
    public static final ArtifactKind KIND = new ArtifactKind("insight", Stage.MONITOR);

    /**
     * Creates an insight.
     *
     * @throws IllegalArgumentException if the observation is blank or a text has more than 100,000 characters
     */
    public Insight {
        requireNonNull(metadata, "metadata");
        Texts.bounded("observation", observation, Texts.PROSE_LIMIT);
        Texts.prose("proposedAction", proposedAction);
    }

    /**
     * Returns an insight.
     *
     * @param id the id
     * @param at when it was found
     * @param observation what was seen
     * @return the insight
     */
    public static Insight of(String id, Instant at, String observation) {
        return new Insight(ArtifactMetadata.of(id, at), observation, "");
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }
}

package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A piece of planned work: a feature, a story, a fix.
 *
 * <p>Source: requirement ART-04.
 *
 * @param metadata id, instant, lineage and labels
 * @param title what is to be done, in one line
 * @param acceptanceCriteria how its completion is recognised; empty if nobody said
 * @since 0.1
 */
public record PlanItem(ArtifactMetadata metadata, String title, List<String> acceptanceCriteria)
        implements PlanStageArtifact {
    /** The kind {@code plan-item}. */
    public static final ArtifactKind KIND = new ArtifactKind("plan-item", Stage.PLAN);

    /**
     * Creates a plan item.
     *
     * @throws IllegalArgumentException if a text has more than 100,000 characters
     */
    public PlanItem {
        requireNonNull(metadata, "metadata");
        Texts.prose("title", title);
        acceptanceCriteria = List.copyOf(requireNonNull(acceptanceCriteria, "acceptanceCriteria"));
        acceptanceCriteria.forEach(criterion -> Texts.prose("acceptance criterion", criterion));
    }

    /**
     * Returns a plan item without acceptance criteria.
     *
     * @param id the id, not blank
     * @param at when it was planned
     * @param title what is to be done
     * @return the plan item
     */
    public static PlanItem of(String id, Instant at, String title) {
        return new PlanItem(ArtifactMetadata.of(id, at), title, List.of());
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }
}

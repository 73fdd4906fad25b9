package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A piece of planned work: an epic, a feature, a story, a fix, a task of operations. It is recorded again under the
 * same id when more is known, for example what became of its {@linkplain Assumption assumptions}.
 *
 * <p>Only the id and the instant must be known. What else a plan had better say is in {@link #gaps()}.
 *
 * <p>Source: requirement ART-04.
 *
 * @param metadata id, instant, lineage and labels
 * @param title what is to be done, in one line
 * @param tasks the steps of the work, in order; empty if nobody said
 * @param acceptanceCriteria how its completion is recognised; empty if nobody said
 * @param place where it stands among the other items
 * @param brief what was thought through before the work
 * @since 0.1
 */
public record PlanItem(
        ArtifactMetadata metadata,
        String title,
        List<String> tasks,
        List<String> acceptanceCriteria,
        PlanPlace place,
        PlanBrief brief)
        implements PlanStageArtifact {
    /** The kind {@code plan-item}. */
    public static final ArtifactKind KIND = new ArtifactKind("plan-item", Stage.PLAN);

    /**
     * Creates a plan item.
     *
     * @throws IllegalArgumentException if a text has more than 100,000 characters, or the item is its own parent
     */
    public PlanItem {
        requireNonNull(metadata, "metadata");
        Texts.prose("title", title);
        tasks = List.copyOf(requireNonNull(tasks, "tasks"));
        tasks.forEach(task -> Texts.prose("task", task));
        acceptanceCriteria = List.copyOf(requireNonNull(acceptanceCriteria, "acceptanceCriteria"));
        acceptanceCriteria.forEach(criterion -> Texts.prose("acceptance criterion", criterion));
        requireNonNull(place, "place");
        requireNonNull(brief, "brief");
        if (place.parent().equals(metadata.id())) {
            throw new IllegalArgumentException("plan item " + metadata.id() + " is its own parent");
        }
    }

    /**
     * Creates a plan item of which only title and acceptance criteria are known.
     *
     * @param metadata id, instant, lineage and labels
     * @param title what is to be done, in one line
     * @param acceptanceCriteria how its completion is recognised
     * @throws IllegalArgumentException if a text has more than 100,000 characters
     */
    public PlanItem(ArtifactMetadata metadata, String title, List<String> acceptanceCriteria) {
        this(metadata, title, List.of(), acceptanceCriteria, PlanPlace.UNKNOWN, PlanBrief.UNKNOWN);
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

    /**
     * Begins a plan item of which more is to be said.
     *
     * @param id the id, not blank
     * @param at when it was planned
     * @param title what is to be done
     * @return a builder
     */
    public static PlanItemBuilder builder(String id, Instant at, String title) {
        return of(id, at, title).toBuilder();
    }

    /** {@return a builder that begins with all that this item says, for a fuller snapshot} */
    public PlanItemBuilder toBuilder() {
        return new PlanItemBuilder(this);
    }

    /**
     * Returns this item with evidence for or against one of its assumptions.
     *
     * @param statement the statement of the assumption
     * @param evidence what was found
     * @return the item
     * @throws IllegalArgumentException if the item makes no such assumption
     */
    public PlanItem with(String statement, Assumption.Evidence evidence) {
        if (brief.assumptions().stream()
                .noneMatch(assumption -> assumption.statement().equals(statement))) {
            throw new IllegalArgumentException("plan item " + id() + " does not assume '" + statement + "'");
        }
        return toBuilder()
                .assumptions(brief.assumptions().stream()
                        .map(known -> known.statement().equals(statement) ? known.with(evidence) : known)
                        .toList())
                .build();
    }

    /** {@return the assumptions without any evidence, in their order, unmodifiable} */
    public List<Assumption> openAssumptions() {
        return brief.assumptions().stream().filter(Assumption::isOpen).toList();
    }

    @Override
    public PlanItem with(ArtifactMetadata other) {
        return new PlanItem(other, title, tasks, acceptanceCriteria, place, brief);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    @Override
    public List<Gap> gaps() {
        return PlanGaps.of(this);
    }
}

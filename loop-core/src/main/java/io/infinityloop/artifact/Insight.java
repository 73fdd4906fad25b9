package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;

/**
 * What was learned from a version in use, for the next plan. Its {@linkplain #derivedFrom() lineage} names what it was
 * learned from: operation records, incidents, feedback, measurements.
 *
 * <p>Source: requirements ART-24, FBK-01, FBK-07, FBK-08 and OBS-20.
 *
 * @param metadata id, instant, lineage and labels
 * @param observation what was seen
 * @param proposedAction what to do about it; empty if nothing
 * @param grounds what it stands on: the evidence, or a word on why there is none
 * @param aim whom it is for, and what it would change
 * @since 0.1
 */
public record Insight(ArtifactMetadata metadata, String observation, String proposedAction, Grounds grounds, Aim aim)
        implements MonitorStageArtifact {
    /** The kind {@code insight}. */
    public static final ArtifactKind KIND = new ArtifactKind("insight", Stage.MONITOR);

    /**
     * Creates an insight.
     *
     * @throws IllegalArgumentException if the observation is blank, a text has more than 100,000 characters, or there
     *     is something to do about nothing
     */
    public Insight {
        requireNonNull(metadata, "metadata");
        Texts.bounded("observation", observation, Texts.PROSE_LIMIT);
        Texts.prose("proposedAction", proposedAction);
        requireNonNull(grounds, "grounds");
        requireNonNull(aim, "aim");
        if (grounds.basis() == Grounds.Basis.NOTHING_FOUND && !proposedAction.isEmpty()) {
            throw new IllegalArgumentException(
                    "insight " + metadata.id() + " says that nothing was found, and proposes an action");
        }
    }

    /**
     * Creates an insight of which nobody said what it stands on and whom it is for.
     *
     * @param metadata id, instant, lineage and labels
     * @param observation what was seen
     * @param proposedAction what to do about it; empty if nothing
     * @throws IllegalArgumentException if the observation is blank or a text has more than 100,000 characters
     */
    public Insight(ArtifactMetadata metadata, String observation, String proposedAction) {
        this(metadata, observation, proposedAction, Grounds.UNREPORTED, Aim.UNKNOWN);
    }

    /**
     * Returns an insight of which nobody said what it stands on and whom it is for.
     *
     * @param id the id
     * @param at when it was found
     * @param observation what was seen
     * @return the insight
     */
    public static Insight of(String id, Instant at, String observation) {
        return new Insight(ArtifactMetadata.of(id, at), observation, "");
    }

    /**
     * Returns the record that somebody looked and found nothing to act on. It lets a loop go on to the next cycle as an
     * insight does.
     *
     * @param id the id
     * @param at when that was found
     * @return the insight
     */
    public static Insight nothingFound(String id, Instant at) {
        return new Insight(
                ArtifactMetadata.of(id, at), "nothing to act on was found", "", Grounds.NOTHING_FOUND, Aim.UNKNOWN);
    }

    /**
     * Returns this insight on other grounds.
     *
     * @param newGrounds what it stands on
     * @return the insight
     */
    public Insight with(Grounds newGrounds) {
        return new Insight(metadata, observation, proposedAction, newGrounds, aim);
    }

    /**
     * Returns this insight with another aim.
     *
     * @param newAim whom it is for, and what it would change
     * @return the insight
     */
    public Insight with(Aim newAim) {
        return new Insight(metadata, observation, proposedAction, grounds, newAim);
    }

    /**
     * Returns this insight with another proposal.
     *
     * @param action what to do about it
     * @return the insight
     */
    public Insight proposing(String action) {
        return new Insight(metadata, observation, action, grounds, aim);
    }

    /** {@return whether it says that there is nothing to act on} */
    public boolean isNothingFound() {
        return grounds.basis() == Grounds.Basis.NOTHING_FOUND;
    }

    @Override
    public Insight with(ArtifactMetadata other) {
        return new Insight(other, observation, proposedAction, grounds, aim);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    @Override
    public List<Gap> gaps() {
        return grounds.basis() == Grounds.Basis.UNREPORTED
                ? List.of(new Gap("evidence", "nobody said what was measured: the insight can not be checked"))
                : List.of();
    }
}

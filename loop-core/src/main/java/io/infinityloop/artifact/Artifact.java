package io.infinityloop.artifact;

import io.infinityloop.Labels;
import io.infinityloop.Stage;
import java.time.Instant;
import java.util.List;

/**
 * A snapshot of something that a stage produced.
 *
 * <p>The hierarchy is closed: one sealed sub-interface a stage, and below it one record a kind. A later version may add
 * kinds; an exhaustive {@code switch} over them then no longer compiles, which is meant. {@link CustomArtifact} is the
 * one door for kinds that a tool brings along.
 *
 * <p>Source: requirement ART-01.
 *
 * @since 0.1
 */
public sealed interface Artifact
        permits PlanStageArtifact,
                CodeStageArtifact,
                BuildStageArtifact,
                TestStageArtifact,
                ReleaseStageArtifact,
                DeployStageArtifact,
                OperateStageArtifact,
                MonitorStageArtifact,
                CustomArtifact {

    /** {@return the kind of this artifact} */
    ArtifactKind kind();

    /** {@return id, instant, lineage and labels} */
    ArtifactMetadata metadata();

    /**
     * Returns this artifact with other metadata, for example with more lineage.
     *
     * @param other id, instant, lineage and labels
     * @return the artifact
     * @throws IllegalArgumentException if the artifact would then break a rule of its kind, such as to end before it
     *     began
     */
    Artifact with(ArtifactMetadata other);

    /**
     * Returns the stage that this artifact belongs to: the one that produces its kind, unless the artifact says
     * otherwise (a test run may belong to BUILD).
     *
     * @return the stage
     */
    default Stage stage() {
        return kind().stage();
    }

    /** {@return the id, unique among the artifacts of the same kind and source} */
    default String id() {
        return metadata().id();
    }

    /** {@return when the artifact came to be} */
    default Instant at() {
        return metadata().at();
    }

    /** {@return what it was made from, in the order given} */
    default List<ArtifactRef> derivedFrom() {
        return metadata().derivedFrom();
    }

    /** {@return short facts to split numbers by} */
    default Labels labels() {
        return metadata().labels();
    }

    /**
     * Returns what this artifact had better say and does not.
     *
     * @return the gaps in the order of the fields, unmodifiable; empty if it is complete
     */
    default List<Gap> gaps() {
        return List.of();
    }

    /** {@return the reference that points to this artifact} */
    default ArtifactRef ref() {
        return ArtifactRef.of(kind(), id());
    }
}

package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every artifact has, whatever its kind.
 *
 * @param id names the artifact among those of its kind and source, not blank
 * @param at when the artifact came to be; for a commit its committer's time, for a deployment its start
 * @param derivedFrom what it was made from (lineage), in the order given, without duplicates
 * @param labels short facts to split numbers by
 * @since 0.1
 */
public record ArtifactMetadata(String id, Instant at, List<ArtifactRef> derivedFrom, Labels labels) {
    /**
     * Creates the metadata.
     *
     * @throws IllegalArgumentException if the id is blank or has more than 500 characters
     */
    public ArtifactMetadata {
        Texts.id("artifact id", id);
        requireNonNull(at, "at");
        derivedFrom = List.copyOf(new LinkedHashSet<>(requireNonNull(derivedFrom, "derivedFrom")));
        requireNonNull(labels, "labels");
    }

    /** Refuses what ended before it began. */
    void checkEnd(String what, @Nullable Instant finishedAt) {
        if (finishedAt != null && finishedAt.isBefore(at)) {
            throw new IllegalArgumentException(
                    what + " " + id + " ends at " + finishedAt + ", before it starts at " + at);
        }
    }

    /**
     * Returns metadata without lineage and labels.
     *
     * @param id names the artifact among those of its kind and source, not blank
     * @param at when the artifact came to be
     * @return the metadata
     * @throws IllegalArgumentException if the id is blank or has more than 500 characters
     */
    public static ArtifactMetadata of(String id, Instant at) {
        return new ArtifactMetadata(id, at, List.of(), Labels.none());
    }

    /**
     * Returns this metadata with more lineage.
     *
     * @param more what the artifact was made from, besides what is already there
     * @return the metadata
     */
    public ArtifactMetadata derivedFrom(List<ArtifactRef> more) {
        return new ArtifactMetadata(
                id, at, Stream.concat(derivedFrom.stream(), more.stream()).toList(), labels);
    }

    /**
     * Returns this metadata with more labels; where both have a key, the new value counts.
     *
     * @param more the labels to add
     * @return the metadata
     */
    public ArtifactMetadata with(Labels more) {
        return new ArtifactMetadata(id, at, derivedFrom, labels.with(more));
    }
}

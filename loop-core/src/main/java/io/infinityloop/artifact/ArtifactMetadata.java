package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Labels;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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
        derivedFrom = distinct(requireNonNull(derivedFrom, "derivedFrom"));
        requireNonNull(labels, "labels");
    }

    /** A long history has many of these: what is in ascending order, as of nothing or of one, is not looked up. */
    private static List<ArtifactRef> distinct(List<ArtifactRef> refs) {
        List<ArtifactRef> copy = List.copyOf(refs);
        for (int i = 1; i < copy.size(); i++) {
            if (copy.get(i - 1).compareTo(copy.get(i)) >= 0) {
                return List.copyOf(new LinkedHashSet<>(copy));
            }
        }
        return copy;
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
        List<ArtifactRef> all = new ArrayList<>(derivedFrom);
        all.addAll(more);
        return new ArtifactMetadata(id, at, all, labels);
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

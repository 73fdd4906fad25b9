package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A commit of a version control system. Its id is the full hash; its instant is the committer's time.
 *
 * <p>Who wrote it is left out on purpose: no number of this library is about a person.
 *
 * <p>Its {@linkplain #derivedFrom() lineage} names the plan items that it serves.
 *
 * <p>Source: requirements ART-10 and ART-31.
 *
 * @param metadata id, instant, lineage and labels
 * @param authoredAt when the change was first written; the same as {@link #at()} where nobody rebased or amended it
 * @param subject the first line of the message, possibly empty
 * @param parents the hashes of the parents, in order; two or more for a merge, none for a root
 * @param reverts the hashes of the commits that this one says it undoes, in order; none for most
 * @param details its size, branch, intent and the like; {@link ChangeDetails#UNKNOWN} where nothing is known
 * @since 0.1
 */
public record Commit(
        ArtifactMetadata metadata,
        Instant authoredAt,
        String subject,
        List<String> parents,
        List<String> reverts,
        ChangeDetails details)
        implements CodeStageArtifact {
    /** The kind {@code commit}. */
    public static final ArtifactKind KIND = new ArtifactKind("commit", Stage.CODE);

    /**
     * Creates a commit.
     *
     * @throws IllegalArgumentException if the subject has more than 100,000 characters, or a hash is blank or has more
     *     than 500
     */
    public Commit {
        requireNonNull(metadata, "metadata");
        requireNonNull(authoredAt, "authoredAt");
        Texts.prose("subject", subject);
        parents = List.copyOf(requireNonNull(parents, "parents"));
        parents.forEach(parent -> Texts.id("parent", parent));
        reverts = List.copyOf(requireNonNull(reverts, "reverts"));
        reverts.forEach(reverted -> Texts.id("reverted commit", reverted));
        requireNonNull(details, "details");
    }

    /**
     * Creates a commit of which no details are known.
     *
     * @param metadata id, instant, lineage and labels
     * @param authoredAt when the change was first written
     * @param subject the first line of the message, possibly empty
     * @param parents the hashes of the parents, in order
     * @param reverts the hashes of the commits that this one says it undoes, in order
     * @throws IllegalArgumentException if the subject has more than 100,000 characters, or a hash is blank or has more
     *     than 500
     */
    public Commit(
            ArtifactMetadata metadata, Instant authoredAt, String subject, List<String> parents, List<String> reverts) {
        this(metadata, authoredAt, subject, parents, reverts, ChangeDetails.UNKNOWN);
    }

    /**
     * Creates a commit that does not say that it undoes another.
     *
     * @param metadata id, instant, lineage and labels
     * @param authoredAt when the change was first written
     * @param subject the first line of the message, possibly empty
     * @param parents the hashes of the parents, in order
     * @throws IllegalArgumentException if the subject has more than 100,000 characters, or a hash is blank or has more
     *     than 500
     */
    public Commit(ArtifactMetadata metadata, Instant authoredAt, String subject, List<String> parents) {
        this(metadata, authoredAt, subject, parents, List.of());
    }

    /**
     * Returns a commit that was authored when it was committed and whose parents are not known.
     *
     * @param hash the full hash
     * @param at when it was committed
     * @param subject the first line of the message
     * @return the commit
     */
    public static Commit of(String hash, Instant at, String subject) {
        return new Commit(ArtifactMetadata.of(hash, at), at, subject, List.of());
    }

    /**
     * Returns this commit with details.
     *
     * @param known what is known
     * @return the commit
     */
    public Commit with(ChangeDetails known) {
        return new Commit(metadata, authoredAt, subject, parents, reverts, known);
    }

    @Override
    public Commit with(ArtifactMetadata other) {
        return new Commit(other, authoredAt, subject, parents, reverts, details);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    @Override
    public List<Gap> gaps() {
        return details.gaps();
    }

    /** {@return the plan items that its lineage names, in the order given, unmodifiable} */
    public List<ArtifactRef> planItems() {
        return derivedFrom().stream().filter(ref -> ref.isOf(PlanItem.KIND)).toList();
    }

    /** {@return whether this joins two or more lines of work and is no change of its own} */
    public boolean isMerge() {
        return parents.size() > 1;
    }
}

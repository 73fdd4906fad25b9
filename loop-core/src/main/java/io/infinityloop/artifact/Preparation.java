package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was made ready for a release, as far as somebody said. Begin with {@link #NONE} and add to it.
 *
 * <p>Source: requirements ART-18, ART-19, ART-27 and OPS-22.
 *
 * @param notes what is new, in words; empty if there are none
 * @param digests the digests of what is released, in the order given
 * @param configuration which configuration it runs with, for example a revision; empty if nobody said
 * @param recovery what is done if the version is bad; null if nobody said
 * @param risks the known risks and the roles that accepted them, in the order given
 * @param documents the documents, in the order given
 * @param migrations the changes of stored data, in the order given
 * @since 0.1
 */
public record Preparation(
        String notes,
        List<String> digests,
        String configuration,
        @Nullable Recovery recovery,
        List<RiskAcceptance> risks,
        List<Document> documents,
        List<Migration> migrations) {
    /** Nothing is known. */
    public static final Preparation NONE = new Preparation("", List.of(), "", null, List.of(), List.of(), List.of());

    /**
     * Creates a preparation.
     *
     * @throws IllegalArgumentException if the notes have more than 100,000 characters, the configuration more than 500,
     *     or a digest is blank or too long
     */
    public Preparation {
        Texts.prose("notes", notes);
        digests = Texts.ids("digest", digests);
        Texts.idOrEmpty("configuration", configuration);
        risks = List.copyOf(requireNonNull(risks, "risks"));
        documents = List.copyOf(requireNonNull(documents, "documents"));
        migrations = List.copyOf(requireNonNull(migrations, "migrations"));
    }

    /**
     * Returns this with notes.
     *
     * @param text what is new, in words
     * @return the preparation
     * @throws IllegalArgumentException if the text has more than 100,000 characters
     */
    public Preparation withNotes(String text) {
        return new Preparation(text, digests, configuration, recovery, risks, documents, migrations);
    }

    /**
     * Returns this with what is released.
     *
     * @param released the digests
     * @return the preparation
     * @throws IllegalArgumentException if a digest is blank or too long
     */
    public Preparation withDigests(List<String> released) {
        return new Preparation(notes, released, configuration, recovery, risks, documents, migrations);
    }

    /**
     * Returns this with the configuration that it runs with.
     *
     * @param name names the configuration, for example its revision
     * @return the preparation
     * @throws IllegalArgumentException if the name has more than 500 characters
     */
    public Preparation withConfiguration(String name) {
        return new Preparation(notes, digests, name, recovery, risks, documents, migrations);
    }

    /**
     * Returns this with what is done if the version is bad.
     *
     * @param wayOut back or forward
     * @return the preparation
     */
    public Preparation withRecovery(Recovery wayOut) {
        return new Preparation(
                notes, digests, configuration, requireNonNull(wayOut, "wayOut"), risks, documents, migrations);
    }

    /**
     * Returns this with the risks that were accepted.
     *
     * @param accepted the risks, each with the role that took it
     * @return the preparation
     */
    public Preparation withRisks(List<RiskAcceptance> accepted) {
        return new Preparation(notes, digests, configuration, recovery, accepted, documents, migrations);
    }

    /**
     * Returns this with documents.
     *
     * @param written the documents
     * @return the preparation
     */
    public Preparation withDocuments(List<Document> written) {
        return new Preparation(notes, digests, configuration, recovery, risks, written, migrations);
    }

    /**
     * Returns this with changes of stored data.
     *
     * @param planned the changes
     * @return the preparation
     */
    public Preparation withMigrations(List<Migration> planned) {
        return new Preparation(notes, digests, configuration, recovery, risks, documents, planned);
    }
}

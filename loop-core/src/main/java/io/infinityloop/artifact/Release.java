package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A version that was prepared for delivery. Its {@linkplain #derivedFrom() lineage} names the commits that it is the
 * first to contain, and the build artifacts and approvals that belong to it. Prepared is not deployed: see
 * {@link Deployment}.
 *
 * <p>Source: requirements ART-18, ART-19, ART-27 and OPS-22.
 *
 * @param metadata id, instant, lineage and labels
 * @param version the version, for example {@code 1.4.2}
 * @param tag the tag under which version control knows it; empty if there is none
 * @param status how far its preparation has come
 * @param preparation what was made ready, as far as somebody said
 * @since 0.1
 */
public record Release(
        ArtifactMetadata metadata, String version, String tag, ReleaseStatus status, Preparation preparation)
        implements ReleaseStageArtifact, Digested {
    /** The kind {@code release}. */
    public static final ArtifactKind KIND = new ArtifactKind("release", Stage.RELEASE);

    /**
     * Creates a release.
     *
     * @throws IllegalArgumentException if the version is blank or a text has more than 500 characters, or the status is
     *     READY_FOR_DEPLOYMENT and something is {@linkplain #missing() missing}
     */
    public Release {
        requireNonNull(metadata, "metadata");
        Texts.id("version", version);
        Texts.idOrEmpty("tag", tag);
        requireNonNull(status, "status");
        List<String> missing = missing(tag, requireNonNull(preparation, "preparation"));
        if (status == ReleaseStatus.READY_FOR_DEPLOYMENT && !missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "release " + version + " cannot be READY_FOR_DEPLOYMENT, missing: " + String.join(", ", missing));
        }
    }

    /**
     * Creates a release of which nobody said how it was prepared.
     *
     * @param metadata id, instant, lineage and labels
     * @param version the version, for example {@code 1.4.2}
     * @param tag the tag under which version control knows it; empty if there is none
     * @throws IllegalArgumentException if the version is blank or a text has more than 500 characters
     */
    public Release(ArtifactMetadata metadata, String version, String tag) {
        this(metadata, version, tag, ReleaseStatus.UNKNOWN, Preparation.NONE);
    }

    /**
     * Returns a release without a tag.
     *
     * @param id the id
     * @param at when it was prepared
     * @param version the version
     * @param contents what it is the first to contain, usually commits
     * @return the release
     */
    public static Release of(String id, Instant at, String version, List<ArtifactRef> contents) {
        return new Release(ArtifactMetadata.of(id, at).derivedFrom(contents), version, "");
    }

    /**
     * Returns this release, in preparation, with what was made ready so far.
     *
     * @param made what was made ready
     * @return the release, IN_PREPARATION
     */
    public Release with(Preparation made) {
        return new Release(metadata, version, tag, ReleaseStatus.IN_PREPARATION, made);
    }

    /**
     * Returns this release, ready for deployment.
     *
     * @return the release, READY_FOR_DEPLOYMENT
     * @throws IllegalArgumentException if something is {@linkplain #missing() missing}; the message names it
     */
    public Release ready() {
        return new Release(metadata, version, tag, ReleaseStatus.READY_FOR_DEPLOYMENT, preparation);
    }

    @Override
    public Release with(ArtifactMetadata other) {
        return new Release(other, version, tag, status, preparation);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /** {@return the digests of what is released, in the order given; empty if nobody said} */
    @Override
    public List<String> digests() {
        return preparation.digests();
    }

    /** {@return what is done if the version is bad, or empty if nobody said} */
    public Optional<Recovery> recovery() {
        return Optional.ofNullable(preparation.recovery());
    }

    /** {@return the build artifacts that its lineage names, in order} */
    public List<ArtifactRef> artifacts() {
        return named(BuildArtifact.KIND);
    }

    /** {@return the approvals that its lineage names, in order} */
    public List<ArtifactRef> approvals() {
        return named(Approval.KIND);
    }

    /**
     * Returns the documents of a kind.
     *
     * @param kind the kind
     * @return the documents, in the order given
     */
    public List<Document> documents(DocumentKind kind) {
        return preparation.documents().stream()
                .filter(document -> document.kind() == kind)
                .toList();
    }

    /**
     * Returns what the release still needs before it can be READY_FOR_DEPLOYMENT: a tag, notes, and a test of each
     * migration.
     *
     * @return the names of the fields, with the migrations that are not tested; empty if it can be
     */
    public List<String> missing() {
        return missing(tag, preparation);
    }

    /** {@return what is missing, and what else it had better say: digests, configuration, recovery, documents} */
    @Override
    public List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        missing()
                .forEach(field -> gaps.add(new Gap(
                        field.startsWith("migrations") ? "migrations" : field,
                        "missing for READY_FOR_DEPLOYMENT: " + field)));
        if (digests().isEmpty()) {
            gaps.add(new Gap("digests", "no digest: nobody can tell whether what is released is what was tested"));
        }
        if (preparation.configuration().isEmpty()) {
            gaps.add(new Gap("configuration", "no configuration: nobody can tell what it runs with"));
        }
        if (recovery().isEmpty()) {
            gaps.add(new Gap("recovery", "no recovery path: expected ROLLBACK to a version, or FIX_FORWARD"));
        }
        for (DocumentKind kind : DocumentKind.values()) {
            if (documents(kind).isEmpty() && !(kind == DocumentKind.RELEASE_NOTES && hasNotes(preparation))) {
                gaps.add(new Gap("documents", "no document of the kind " + kind));
            }
        }
        return List.copyOf(gaps);
    }

    private List<ArtifactRef> named(ArtifactKind kind) {
        return derivedFrom().stream().filter(ref -> ref.isOf(kind)).toList();
    }

    private static List<String> missing(String tag, Preparation preparation) {
        List<String> missing = new ArrayList<>();
        if (tag.isEmpty()) {
            missing.add("tag");
        }
        if (!hasNotes(preparation)) {
            missing.add("notes");
        }
        preparation.migrations().stream()
                .filter(migration -> !migration.tested())
                .forEach(migration -> missing.add("migrations (" + migration.name() + " is not tested)"));
        return List.copyOf(missing);
    }

    private static boolean hasNotes(Preparation preparation) {
        return !preparation.notes().isBlank();
    }
}

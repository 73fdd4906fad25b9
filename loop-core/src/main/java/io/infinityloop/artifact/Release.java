package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;

/**
 * A version that was prepared for delivery. Its {@linkplain #derivedFrom() lineage} names the commits that it is the
 * first to contain. Prepared is not deployed: see {@link Deployment}.
 *
 * <p>Source: requirement ART-18.
 *
 * @param metadata id, instant, lineage and labels
 * @param version the version, for example {@code 1.4.2}
 * @param tag the tag under which version control knows it; empty if there is none
 * @since 0.1
 */
public record Release(ArtifactMetadata metadata, String version, String tag) implements ReleaseStageArtifact {
    /** The kind {@code release}. */
    public static final ArtifactKind KIND = new ArtifactKind("release", Stage.RELEASE);

    /**
     * Creates a release.
     *
     * @throws IllegalArgumentException if the version is blank or a text has more than 500 characters
     */
    public Release {
        requireNonNull(metadata, "metadata");
        Texts.id("version", version);
        if (!requireNonNull(tag, "tag").isEmpty()) {
            Texts.id("tag", tag);
        }
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

    @Override
    public ArtifactKind kind() {
        return KIND;
    }
}

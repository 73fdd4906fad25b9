package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;

/**
 * From this instant on, a feature flag shows something to a share of the users. That is not a {@link Deployment}: what
 * runs may be hidden, and what is shown can be hidden again without a deployment. Each change of the share is an
 * exposure of its own.
 *
 * <p>Source: requirements REL-09 and D-33.
 *
 * @param metadata id, instant, lineage (the deployment that brought the code) and labels
 * @param flag the name of the feature flag
 * @param share how many of the users see it from now on
 * @since 0.1
 */
public record Exposure(ArtifactMetadata metadata, String flag, Share share) implements DeployStageArtifact {
    /** The kind {@code exposure}. */
    public static final ArtifactKind KIND = new ArtifactKind("exposure", Stage.DEPLOY);

    /**
     * Creates an exposure.
     *
     * @throws IllegalArgumentException if the flag is blank or has more than 500 characters
     */
    public Exposure {
        requireNonNull(metadata, "metadata");
        Texts.id("flag", flag);
        requireNonNull(share, "share");
    }

    /**
     * Returns an exposure.
     *
     * @param id the id
     * @param at since when
     * @param flag the name of the feature flag
     * @param share how many of the users see it
     * @return the exposure
     * @throws IllegalArgumentException if the flag is blank or has more than 500 characters
     */
    public static Exposure of(String id, Instant at, String flag, Share share) {
        return new Exposure(ArtifactMetadata.of(id, at), flag, share);
    }

    @Override
    public Exposure with(ArtifactMetadata other) {
        return new Exposure(other, flag, share);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /** {@return whether anybody sees it} */
    public boolean isExposed() {
        return !share.isNone();
    }

    /**
     * Returns that nobody sees it any more: the roll-back that needs no deployment.
     *
     * @param id the id of the new exposure
     * @param at since when
     * @return the exposure of 0 %, with this one as lineage
     */
    public Exposure withdrawn(String id, Instant at) {
        return new Exposure(new ArtifactMetadata(id, at, List.of(ref()), labels()), flag, Share.NONE);
    }
}

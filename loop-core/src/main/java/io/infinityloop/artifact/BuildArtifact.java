package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a build made: bytes with a name, a version and a digest. Its {@linkplain #derivedFrom() lineage} names the build
 * and the commits. It is built once; what is tested, released and deployed is this digest.
 *
 * <p>Its version is the build's, unique and not for customers: a commit hash will do. The version that customers see is
 * that of the {@link Release}.
 *
 * <p>Source: requirements ART-13, D-06 and D-07.
 *
 * @param metadata id, instant, lineage and labels
 * @param packaging what form it has
 * @param name what is built, the same from version to version
 * @param version which of its builds this is
 * @param digest the digest of the bytes, for example {@code sha256:9f86d081}
 * @param sourceRevision the revision of the sources, usually the full hash of a commit
 * @param inputs names everything else that went in, such as the digest of a lock file; empty if nobody said
 * @since 0.1
 */
public record BuildArtifact(
        ArtifactMetadata metadata,
        Packaging packaging,
        String name,
        String version,
        String digest,
        String sourceRevision,
        String inputs)
        implements BuildStageArtifact, Digested {
    /** The kind {@code build-artifact}. */
    public static final ArtifactKind KIND = new ArtifactKind("build-artifact", Stage.BUILD);

    /**
     * Creates a build artifact. A {@linkplain #builder builder} does not mix up the texts.
     *
     * @throws IllegalArgumentException if name, version, digest or source revision is blank or a text has more than 500
     *     characters
     */
    public BuildArtifact {
        requireNonNull(metadata, "metadata");
        requireNonNull(packaging, "packaging");
        Texts.id("name", name);
        Texts.id("version", version);
        Texts.id("digest", digest);
        Texts.id("source revision", sourceRevision);
        Texts.idOrEmpty("inputs", inputs);
    }

    /**
     * Returns a build artifact of the packaging OTHER, named {@code name@version}.
     *
     * @param name what is built, the same from version to version
     * @param version which of its builds this is
     * @param at when it was built
     * @param digest what the bytes are
     * @param sourceRevision which sources it was made from
     * @return the build artifact
     * @throws IllegalArgumentException if a text is blank or too long
     */
    public static BuildArtifact of(String name, String version, Instant at, String digest, String sourceRevision) {
        return new BuildArtifact(
                ArtifactMetadata.of(name + "@" + version, at),
                Packaging.OTHER,
                name,
                version,
                digest,
                sourceRevision,
                "");
    }

    /**
     * Returns a builder; packaging, name, version, digest and source revision must be given.
     *
     * @param metadata id, instant, lineage and labels
     * @return the builder
     */
    public static Builder builder(ArtifactMetadata metadata) {
        return new Builder(requireNonNull(metadata, "metadata"));
    }

    @Override
    public BuildArtifact with(ArtifactMetadata other) {
        return new BuildArtifact(other, packaging, name, version, digest, sourceRevision, inputs);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /** {@return the one digest} */
    @Override
    public List<String> digests() {
        return List.of(digest);
    }

    /**
     * Collects the parts of a build artifact.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final ArtifactMetadata metadata;
        private @Nullable Packaging packaging;
        private @Nullable String name;
        private @Nullable String version;
        private @Nullable String digest;
        private @Nullable String sourceRevision;
        private String inputs = "";

        private Builder(ArtifactMetadata metadata) {
            this.metadata = metadata;
        }

        /**
         * Says what form it has.
         *
         * @param form the form
         * @return this builder
         */
        public Builder packaging(Packaging form) {
            packaging = form;
            return this;
        }

        /**
         * Says what is built.
         *
         * @param text the name, the same from version to version
         * @return this builder
         */
        public Builder name(String text) {
            name = text;
            return this;
        }

        /**
         * Says which of its builds this is.
         *
         * @param text the version of the build
         * @return this builder
         */
        public Builder version(String text) {
            version = text;
            return this;
        }

        /**
         * Says what the bytes are.
         *
         * @param text the digest
         * @return this builder
         */
        public Builder digest(String text) {
            digest = text;
            return this;
        }

        /**
         * Says which sources it was made from.
         *
         * @param text the revision
         * @return this builder
         */
        public Builder sourceRevision(String text) {
            sourceRevision = text;
            return this;
        }

        /**
         * Says what else went in.
         *
         * @param text names the inputs; empty if unknown
         * @return this builder
         */
        public Builder inputs(String text) {
            inputs = text;
            return this;
        }

        /**
         * Returns the build artifact.
         *
         * @return the build artifact
         * @throws IllegalArgumentException if a part is missing, blank or too long
         */
        public BuildArtifact build() {
            return new BuildArtifact(
                    metadata,
                    given("packaging", packaging),
                    given("name", name),
                    given("version", version),
                    given("digest", digest),
                    given("source revision", sourceRevision),
                    inputs);
        }

        private <T> T given(String what, @Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException("build artifact " + metadata.id() + " has no " + what
                        + ": it needs packaging, name, version, digest and source revision");
            }
            return value;
        }
    }
}

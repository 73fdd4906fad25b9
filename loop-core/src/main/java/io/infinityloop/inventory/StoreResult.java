package io.infinityloop.inventory;

import io.infinityloop.artifact.BuildArtifact;

/**
 * What became of an artifact that was to be stored.
 *
 * @since 0.1
 */
public sealed interface StoreResult {
    /**
     * It is stored.
     *
     * @param artifact the artifact
     * @since 0.1
     */
    record Stored(BuildArtifact artifact) implements StoreResult {}

    /**
     * Nothing was stored: the same content was there already, so this is a redelivery.
     *
     * @param artifact the artifact that was there
     * @since 0.1
     */
    record Present(BuildArtifact artifact) implements StoreResult {}

    /**
     * Nothing was stored: other content was there already.
     *
     * @param present the artifact that was there and stays
     * @param refused the artifact that was to be stored
     * @since 0.1
     */
    record Conflict(BuildArtifact present, BuildArtifact refused) implements StoreResult {
        /** {@return one sentence for people: which name and version is taken, and both digests} */
        public String message() {
            return present.name() + "@" + present.version() + " is stored with the digest " + present.digest()
                    + ", and cannot be stored with " + refused.digest() + ": expected another version";
        }
    }

    /**
     * Returns what the repository answers that has an artifact already.
     *
     * @param present the artifact that was there
     * @param artifact the artifact that was to be stored under the same name and version
     * @return {@link Present} if the digests are equal, else {@link Conflict}
     */
    static StoreResult taken(BuildArtifact present, BuildArtifact artifact) {
        return present.digest().equals(artifact.digest()) ? new Present(present) : new Conflict(present, artifact);
    }
}

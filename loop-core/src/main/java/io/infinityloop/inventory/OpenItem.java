package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.Gap;

/**
 * Something that was begun and not finished.
 *
 * @param artifact what it belongs to
 * @param gap what is left to do
 * @since 0.1
 */
public record OpenItem(ArtifactRef artifact, Gap gap) {
    /** Creates an item. */
    public OpenItem {
        requireNonNull(artifact, "artifact");
        requireNonNull(gap, "gap");
    }
}

package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.ArtifactRef;

/**
 * A lineage that leads nowhere: an artifact names a parent that is not there.
 *
 * <p>Source: requirement ART-26.
 *
 * @param child the artifact that names it
 * @param parent what it names
 * @since 0.1
 */
public record BrokenParent(ArtifactRef child, ArtifactRef parent) {
    /** Creates a finding. */
    public BrokenParent {
        requireNonNull(child, "child");
        requireNonNull(parent, "parent");
    }

    /** {@return the finding in words} */
    @Override
    public String toString() {
        return child + " is derived from " + parent + ", which is not there";
    }
}

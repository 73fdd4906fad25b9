package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * Something that a deployment changes, with the version that it changes it to.
 *
 * <p>Source: requirement ART-28.
 *
 * @param kind what sort of thing it is
 * @param name its name
 * @param version the version under version control; empty if it has none, which is a gap of the deployment
 * @since 0.1
 */
public record ChangedAsset(AssetKind kind, String name, String version) {
    /**
     * Creates a changed asset.
     *
     * @throws IllegalArgumentException if the name is blank or a text has more than 500 characters
     */
    public ChangedAsset {
        requireNonNull(kind, "kind");
        Texts.id("name", name);
        Texts.idOrEmpty("version", version);
    }

    /** {@return whether its version is known} */
    public boolean isVersioned() {
        return !version.isEmpty();
    }
}

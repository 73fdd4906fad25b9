package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * A document that goes with a release.
 *
 * <p>Source: requirement ART-27.
 *
 * @param kind what it is for
 * @param location where it is, for example an address or a path in the repository
 * @since 0.1
 */
public record Document(DocumentKind kind, String location) {
    /**
     * Creates a document.
     *
     * @throws IllegalArgumentException if the location is blank or has more than 500 characters
     */
    public Document {
        requireNonNull(kind, "kind");
        Texts.id("location", location);
    }
}

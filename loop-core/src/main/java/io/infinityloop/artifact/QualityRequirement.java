package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * What a change must be able to bear, besides what it does: a requirement that is not about functions.
 *
 * <p>Source: requirement ART-08.
 *
 * @param kind what it is about
 * @param text what is required, in words
 * @since 0.1
 */
public record QualityRequirement(Kind kind, String text) {
    /**
     * Creates a requirement.
     *
     * @throws IllegalArgumentException if the text is blank or has more than 100,000 characters
     */
    public QualityRequirement {
        requireNonNull(kind, "kind");
        Texts.bounded("requirement", text, Texts.PROSE_LIMIT);
    }

    /**
     * What such a requirement is about. A plan had better say something on each.
     *
     * @since 0.1
     */
    public enum Kind {
        /** How it bears more users or data. */
        SCALABILITY,
        /** How it is kept safe. */
        SECURITY,
        /** How it is seen to work. */
        MONITORING,
        /** How it comes into use. */
        DEPLOYMENT
    }
}

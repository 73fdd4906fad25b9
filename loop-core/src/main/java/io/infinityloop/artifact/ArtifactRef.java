package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;

/**
 * Points to an artifact by kind and id, for example from a release to the commits in it.
 *
 * @param kind the name of the artifact's kind, as in {@link ArtifactKind#name()}
 * @param id the artifact's id
 * @since 0.1
 */
public record ArtifactRef(String kind, String id) implements Comparable<ArtifactRef> {
    /**
     * Creates a reference.
     *
     * @throws IllegalArgumentException if a text is blank or too long, or the kind holds a colon
     */
    public ArtifactRef {
        Texts.bounded("artifact kind", kind, 100);
        Texts.id("artifact id", id);
        if (kind.indexOf(':') >= 0) {
            throw new IllegalArgumentException("artifact kind '" + kind + "' must not hold a colon");
        }
    }

    /**
     * Returns the reference to an artifact of a kind.
     *
     * @param kind the kind
     * @param id the artifact's id
     * @return the reference
     */
    public static ArtifactRef of(ArtifactKind kind, String id) {
        return new ArtifactRef(requireNonNull(kind, "kind").name(), id);
    }

    /**
     * Reads a reference from its text, {@code kind:id}. The id may hold further colons.
     *
     * @param text the text, for example {@code commit:4f2a91c}
     * @return the reference
     * @throws IllegalArgumentException if there is no colon, or kind or id is blank
     */
    public static ArtifactRef parse(String text) {
        int colon = requireNonNull(text, "text").indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(
                    "artifact reference has no colon, expected kind:id such as commit:4f2a91c");
        }
        return new ArtifactRef(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Tells whether this points to an artifact of a kind.
     *
     * @param other the kind
     * @return whether the names are equal
     */
    public boolean isOf(ArtifactKind other) {
        return kind.equals(other.name());
    }

    /** Compares by kind, then by id. */
    @Override
    public int compareTo(ArtifactRef other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : id.compareTo(other.id);
    }

    /** {@return the text that {@link #parse} reads: {@code kind:id}} */
    @Override
    public String toString() {
        return kind + ":" + id;
    }
}

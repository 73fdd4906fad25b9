package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.internal.Texts;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An artifact of a kind that a tool brings along. Its kind says which stage produces it, its fields are texts.
 *
 * <p>A kind's name had better begin with the name of the tool, as in {@code acme-bill-of-materials}: a later version of
 * this library may take a general name for a kind of its own.
 *
 * <p>Source: requirement SPI-11.
 *
 * @param metadata id, instant, lineage and labels
 * @param kind the kind, none that this library has
 * @param fields what the artifact says, sorted by name, unmodifiable; at most 1,000 fields, names of at most 100
 *     characters, values of at most 100,000 that may be empty
 * @since 0.1
 */
public record CustomArtifact(ArtifactMetadata metadata, ArtifactKind kind, SortedMap<String, String> fields)
        implements Artifact {
    private static final int MOST_FIELDS = 1_000;

    /**
     * Creates an artifact.
     *
     * @throws IllegalArgumentException if this library has a kind of that name, there are too many fields, or a name is
     *     blank or a text too long
     */
    public CustomArtifact {
        requireNonNull(metadata, "metadata");
        requireNonNull(kind, "kind");
        if (kind.isBuiltIn()) {
            throw new IllegalArgumentException("artifact kind '" + kind.name()
                    + "' is one of this library: a kind of your own needs a name of its own, such as 'acme-"
                    + kind.name() + "'");
        }
        fields = checked(requireNonNull(fields, "fields"));
    }

    private static SortedMap<String, String> checked(Map<String, String> fields) {
        if (fields.size() > MOST_FIELDS) {
            throw new IllegalArgumentException(fields.size() + " fields, at most " + MOST_FIELDS + " are accepted");
        }
        // A sorted map may come with an order of its own.
        SortedMap<String, String> copy = new TreeMap<>();
        fields.forEach(
                (name, value) -> copy.put(Texts.bounded("field name", name, 100), Texts.prose("field " + name, value)));
        return Collections.unmodifiableSortedMap(copy);
    }

    @Override
    public CustomArtifact with(ArtifactMetadata other) {
        return new CustomArtifact(other, kind, fields);
    }
}

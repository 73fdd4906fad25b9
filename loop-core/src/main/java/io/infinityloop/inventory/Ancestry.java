package io.infinityloop.inventory;

import static java.util.Objects.requireNonNull;

import io.infinityloop.artifact.Artifact;
import io.infinityloop.artifact.ArtifactKind;
import io.infinityloop.artifact.ArtifactRef;
import java.util.List;

/**
 * An answer of {@link Lineage}.
 *
 * @param artifacts the artifact that was asked for and those found from it, the nearest first, each once
 * @param broken the parents that these name and that are not there, sorted by child and parent
 * @since 0.1
 */
public record Ancestry(List<Artifact> artifacts, List<BrokenParent> broken) {
    /** Creates an answer. */
    public Ancestry {
        artifacts = List.copyOf(requireNonNull(artifacts, "artifacts"));
        broken = List.copyOf(requireNonNull(broken, "broken"));
    }

    /** {@return kind and id of the artifacts, in their order, unmodifiable} */
    public List<ArtifactRef> refs() {
        return artifacts.stream().map(Artifact::ref).toList();
    }

    /**
     * Returns the artifacts of one kind.
     *
     * @param kind the kind
     * @return the artifacts, the nearest first, unmodifiable
     */
    public List<Artifact> of(ArtifactKind kind) {
        return artifacts.stream()
                .filter(artifact -> artifact.kind().equals(kind))
                .toList();
    }

    /**
     * Returns this answer if it is whole.
     *
     * @return this
     * @throws BrokenLineageException if a parent is not there; the exception names it
     */
    public Ancestry orThrow() {
        if (!broken.isEmpty()) {
            throw new BrokenLineageException(broken);
        }
        return this;
    }
}

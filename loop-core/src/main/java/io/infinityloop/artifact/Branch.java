package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of work beside the main line, from its first commit until it is merged.
 *
 * <p>Source: requirement ART-12.
 *
 * @param metadata id, instant (when it began), lineage (its commits) and labels
 * @param name the name of the branch; what is known of it where the name is lost
 * @param mergedAt when it came to the main line, not before it began; null while it has not
 * @since 0.1
 */
public record Branch(
        ArtifactMetadata metadata, String name, @Nullable Instant mergedAt) implements CodeStageArtifact {
    /** The kind {@code branch}. */
    public static final ArtifactKind KIND = new ArtifactKind("branch", Stage.CODE);

    /**
     * Creates a branch.
     *
     * @throws IllegalArgumentException if the name is blank or has more than 500 characters, or the branch is merged
     *     before it begins
     */
    public Branch {
        requireNonNull(metadata, "metadata");
        Texts.id("branch name", name);
        if (mergedAt != null && mergedAt.isBefore(metadata.at())) {
            throw new IllegalArgumentException(
                    "branch is merged at " + mergedAt + ", before it begins at " + metadata.at());
        }
    }

    @Override
    public Branch with(ArtifactMetadata other) {
        return new Branch(other, name, mergedAt);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /**
     * Returns how old the branch is: until it was merged, or until now if it is not.
     *
     * @param now the instant that counts for a branch that is not merged
     * @return the age; negative if the branch begins after {@code now}
     */
    public Duration age(Instant now) {
        return Duration.between(at(), mergedAt != null ? mergedAt : now);
    }
}

package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A disturbance of the running service. Its {@linkplain #derivedFrom() lineage} names the deployment that caused it,
 * where that is known. It is recorded again under the same id when it is resolved.
 *
 * <p>Source: requirements ART-23 and D-14.
 *
 * @param metadata id, instant (of the failure's start), lineage and labels
 * @param title what is disturbed, in one line
 * @param customerImpact whether customers noticed
 * @param resolvedAt when the service was restored; null while it is not
 * @since 0.1
 */
public record Incident(
        ArtifactMetadata metadata,
        String title,
        boolean customerImpact,
        @Nullable Instant resolvedAt) implements OperateStageArtifact {
    /** The kind {@code incident}. */
    public static final ArtifactKind KIND = new ArtifactKind("incident", Stage.OPERATE);

    /**
     * Creates an incident.
     *
     * @throws IllegalArgumentException if the title has more than 100,000 characters, or the incident is resolved
     *     before it starts
     */
    public Incident {
        requireNonNull(metadata, "metadata");
        Texts.prose("title", title);
        if (resolvedAt != null && resolvedAt.isBefore(metadata.at())) {
            throw new IllegalArgumentException(
                    "incident is resolved at " + resolvedAt + ", before it starts at " + metadata.at());
        }
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }
}

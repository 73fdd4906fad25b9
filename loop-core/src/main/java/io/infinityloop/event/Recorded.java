package io.infinityloop.event;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.Artifact;
import org.jspecify.annotations.Nullable;

/**
 * An artifact came to be, or more became known of it. The later snapshot of the same (kind, source, id) replaces the
 * earlier.
 *
 * @param metadata id, source, instant, labels and trigger
 * @param loop the loop that it belongs to; null for a fact of a service, such as a release of many changes
 * @param artifact the artifact
 * @since 0.1
 */
public record Recorded(EventMetadata metadata, @Nullable LoopId loop, Artifact artifact) implements LoopEvent {
    /**
     * Creates the event.
     *
     * @throws NullPointerException if the metadata or the artifact is null
     */
    public Recorded {
        requireNonNull(metadata, "metadata");
        requireNonNull(artifact, "artifact");
    }

    /**
     * Returns the event that reports a fact of a service when it came to be.
     *
     * @param id the event's id within its source
     * @param source who reports it
     * @param artifact the artifact; its instant is the event's
     * @return the event
     */
    public static Recorded of(String id, String source, Artifact artifact) {
        return new Recorded(EventMetadata.of(id, source, artifact.at()), null, artifact);
    }
}

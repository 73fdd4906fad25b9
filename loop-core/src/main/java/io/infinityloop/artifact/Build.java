package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.internal.Texts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a build.
 *
 * <p>Source: requirement LOOP-06.
 *
 * @param metadata id, instant (of the start), lineage and labels
 * @param subject the name of the pipeline or job; a later run of the same subject replaces the verdict of this one
 * @param outcome how it ended
 * @param finishedAt when it ended; null if it has not, or nobody said
 * @since 0.1
 */
public record Build(
        ArtifactMetadata metadata,
        String subject,
        Outcome outcome,
        @Nullable Instant finishedAt) implements BuildStageArtifact, Checked {
    /** The kind {@code build}. */
    public static final ArtifactKind KIND = new ArtifactKind("build", Stage.BUILD);

    /**
     * Creates a build.
     *
     * @throws IllegalArgumentException if the subject is blank or has more than 500 characters, or the build ends
     *     before it starts
     */
    public Build {
        requireNonNull(metadata, "metadata");
        Texts.id("subject", subject);
        requireNonNull(outcome, "outcome");
        metadata.checkEnd("build", finishedAt);
    }

    /**
     * Returns a build of the subject {@code build} of which only the outcome is known.
     *
     * @param id the id of the run
     * @param at when it started
     * @param outcome how it ended
     * @return the build
     */
    public static Build of(String id, Instant at, Outcome outcome) {
        return new Build(ArtifactMetadata.of(id, at), "build", outcome, null);
    }

    @Override
    public Build with(ArtifactMetadata other) {
        return new Build(other, subject, outcome, finishedAt);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }
}

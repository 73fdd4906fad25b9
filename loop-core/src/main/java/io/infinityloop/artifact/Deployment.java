package io.infinityloop.artifact;

import static java.util.Objects.requireNonNull;

import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version brought into an environment. Its {@linkplain #derivedFrom() lineage} names the release or the commits.
 *
 * <p>Source: requirements ART-21, ART-22 and D-41.
 *
 * @param metadata id, instant (of the start), lineage and labels
 * @param environment where the version runs
 * @param status how far it has come
 * @param finishedAt when it ended; null if it has not, or nobody said
 * @since 0.1
 */
public record Deployment(
        ArtifactMetadata metadata,
        Environment environment,
        DeploymentStatus status,
        @Nullable Instant finishedAt) implements DeployStageArtifact, Checked {
    /** The kind {@code deployment}. */
    public static final ArtifactKind KIND = new ArtifactKind("deployment", Stage.DEPLOY);

    /**
     * Creates a deployment.
     *
     * @throws IllegalArgumentException if it ends before it starts
     */
    public Deployment {
        requireNonNull(metadata, "metadata");
        requireNonNull(environment, "environment");
        requireNonNull(status, "status");
        metadata.checkEnd("deployment", finishedAt);
    }

    /**
     * Returns a deployment that came to run in production at once.
     *
     * @param id the id
     * @param at when it ran
     * @param contents the release or the commits that were deployed
     * @return the deployment
     */
    public static Deployment toProduction(String id, Instant at, List<ArtifactRef> contents) {
        return new Deployment(
                ArtifactMetadata.of(id, at).derivedFrom(contents),
                Environment.PRODUCTION,
                DeploymentStatus.SUCCEEDED,
                at);
    }

    @Override
    public ArtifactKind kind() {
        return KIND;
    }

    /**
     * Returns the stage that the deployment belongs to: TEST where it brings a version into an environment before
     * production, DEPLOY otherwise.
     */
    @Override
    public Stage stage() {
        return switch (environment) {
            case LOCAL, CI, TEST, STAGING -> Stage.TEST;
            case PRODUCTION, UNKNOWN -> Stage.DEPLOY;
        };
    }

    @Override
    public Outcome outcome() {
        return status.outcome();
    }

    /** {@return the name of the environment: a later deployment there replaces the verdict of this one} */
    @Override
    public String subject() {
        return environment.name();
    }
}

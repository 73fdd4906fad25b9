package io.infinityloop.artifact;

/**
 * An artifact that the DEPLOY stage produces.
 *
 * @since 0.1
 */
public sealed interface DeployStageArtifact extends Artifact permits Deployment, Exposure {}

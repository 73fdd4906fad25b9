package io.infinityloop.artifact;

/**
 * An artifact that the RELEASE stage produces.
 *
 * @since 0.1
 */
public sealed interface ReleaseStageArtifact extends Artifact permits Approval, Release {}

package io.infinityloop.artifact;

/**
 * An artifact that the BUILD stage produces.
 *
 * @since 0.1
 */
public sealed interface BuildStageArtifact extends Artifact permits Build, BuildArtifact {}

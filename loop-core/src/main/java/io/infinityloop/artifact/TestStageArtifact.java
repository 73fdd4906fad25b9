package io.infinityloop.artifact;

/**
 * An artifact that the TEST stage produces.
 *
 * @since 0.1
 */
public sealed interface TestStageArtifact extends Artifact permits TestRun {}

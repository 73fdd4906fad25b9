package io.infinityloop.artifact;

/**
 * An artifact that the CODE stage produces.
 *
 * @since 0.1
 */
public sealed interface CodeStageArtifact extends Artifact permits Branch, Commit, PullRequest {}

package io.infinityloop.artifact;

/**
 * An artifact that the PLAN stage produces.
 *
 * @since 0.1
 */
public sealed interface PlanStageArtifact extends Artifact permits PlanItem {}

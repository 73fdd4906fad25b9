package io.infinityloop.artifact;

/**
 * An artifact that the OPERATE stage produces.
 *
 * @since 0.1
 */
public sealed interface OperateStageArtifact extends Artifact
        permits AlertFiring, Feedback, Incident, OperationRecord, ScalingAction {}

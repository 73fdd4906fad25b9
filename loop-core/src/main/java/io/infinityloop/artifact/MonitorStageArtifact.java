package io.infinityloop.artifact;

/**
 * An artifact that the MONITOR stage produces.
 *
 * @since 0.1
 */
public sealed interface MonitorStageArtifact extends Artifact permits Insight, Measurement {}

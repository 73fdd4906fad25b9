/**
 * What the stages produce: immutable snapshots of facts, one record a kind.
 *
 * <p>Start with {@link io.infinityloop.artifact.Artifact}. Every kind belongs to the stage that produces it; the sealed
 * sub-interfaces ({@link io.infinityloop.artifact.PlanStageArtifact} to
 * {@link io.infinityloop.artifact.MonitorStageArtifact}) say which kinds a stage has. Things with a life, such as an
 * incident that is opened and later resolved, are recorded again as fuller snapshots under the same id.
 *
 * <p>Every type is immutable and safe for use by many threads. The package needs nothing but the JDK.
 */
@NullMarked
package io.infinityloop.artifact;

import org.jspecify.annotations.NullMarked;

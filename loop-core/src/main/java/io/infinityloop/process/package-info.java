/**
 * Small state machines beside the loop: what a rollout, a release or an incident goes through.
 *
 * <p>Each process is three things. An enum has its states. A {@link io.infinityloop.process.Lifecycle} is the table of
 * the steps between them; it refuses every other step, says what would be accepted, and draws itself. A record around a
 * {@link io.infinityloop.process.Course} is one process on its way, with the verbs of its subject as methods;
 * {@link io.infinityloop.process.IncidentLife} is the shortest one to read. A process of one's own is made the same
 * way, and needs nothing of this package but the three.
 *
 * <p>There are processes for deployments ({@link io.infinityloop.process.DeploymentLife},
 * {@link io.infinityloop.process.BlueGreen}, {@link io.infinityloop.process.Rolling},
 * {@link io.infinityloop.process.Canary}), for what is shown to users ({@link io.infinityloop.process.FlagRollout} with
 * its {@link io.infinityloop.process.Audience}), for incidents and what is learned from them
 * ({@link io.infinityloop.process.LearningPath}), for {@linkplain io.infinityloop.process.FeedbackLife feedback} and
 * for {@linkplain io.infinityloop.process.MonitorRound monitoring}. They are many small types: one enum and one record
 * a process.
 *
 * <p>What rules that fire become, alerts and scaling actions, says {@link io.infinityloop.process.Reactions}.
 *
 * <p>A step that is asked for is answered with a {@link io.infinityloop.process.Progress}: moved, or refused with the
 * reason; nothing is thrown unless the caller says {@code orThrow()}. No process reads a clock or acts on anything: the
 * caller says what happened and when, and records what the process makes of it as artifacts.
 *
 * <p>All types are immutable and safe for use by many threads.
 */
@NullMarked
package io.infinityloop.process;

import org.jspecify.annotations.NullMarked;

/**
 * Small state machines beside the loop: what a rollout, a release or an incident goes through.
 *
 * <p>Each process is three things. An enum has its states. A {@link io.infinityloop.process.Lifecycle} is the table of
 * the steps between them; it refuses every other step, says what would be accepted, and draws itself. A record around a
 * {@link io.infinityloop.process.Course} is one process on its way, with the verbs of its subject as methods;
 * {@link io.infinityloop.process.IncidentLife} is the shortest one to read. A process of one's own is made the same
 * way, and needs nothing of this package but the three.
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

/**
 * The state machine that enforces Plan→…→Monitor→Plan for each loop.
 *
 * <p>Start with {@link io.infinityloop.machine.LoopEngine}: it starts and finds
 * {@linkplain io.infinityloop.machine.Loop loops}. Underneath, {@link io.infinityloop.machine.LoopDefinition} decides
 * as a pure function of state and command, and {@link io.infinityloop.machine.LoopState} evolves as a pure function of
 * state and event. Foreign feeds, which cannot be refused, are watched: see {@code io.infinityloop.watch}.
 *
 * <p>Values are immutable; {@code LoopEngine} and {@code Loop} are safe for use by many threads and hold no lock while
 * they call a listener or a journal.
 */
@NullMarked
package io.infinityloop.machine;

import org.jspecify.annotations.NullMarked;

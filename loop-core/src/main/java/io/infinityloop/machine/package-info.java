/**
 * The state machine that enforces Plan→…→Monitor→Plan for each loop, and the watcher that only looks on.
 *
 * <p>Start with {@link io.infinityloop.machine.LoopEngine}: it starts and finds
 * {@linkplain io.infinityloop.machine.Loop loops}. Underneath, {@link io.infinityloop.machine.LoopDefinition} decides
 * as a pure function of state and command, and {@link io.infinityloop.machine.LoopState} evolves as a pure function of
 * state and event. {@link io.infinityloop.machine.Watcher} reports what a foreign feed did that the machine would have
 * refused.
 *
 * <p>Values are immutable; {@code LoopEngine} and {@code Loop} are safe for use by many threads and hold no lock while
 * they call a listener or a journal.
 */
@NullMarked
package io.infinityloop.machine;

import org.jspecify.annotations.NullMarked;

/**
 * Looks on: what foreign feeds report of loops that no machine of ours moved.
 *
 * <p>Start with {@link io.infinityloop.watch.Watcher}. It takes any events, in any order, and makes of them an
 * {@link io.infinityloop.watch.Observation}: where each loop seems to stand, and every
 * {@link io.infinityloop.watch.Deviation} from what the machine would have allowed. It refuses nothing, because a
 * foreign feed cannot be refused.
 *
 * <p>Values are immutable and safe for use by many threads.
 */
@NullMarked
package io.infinityloop.watch;

import org.jspecify.annotations.NullMarked;

/**
 * What happened, and nothing else: a loop was started, something was recorded, a stage was left, a change was sent
 * back, a loop went on under other rules, a loop was retired.
 *
 * <p>Start with {@link io.infinityloop.event.LoopEvent}. Where an event stands in a log is no property of the event:
 * see {@code io.infinityloop.journal.Entry}. Feeds come from an {@link io.infinityloop.event.EventSource}, twice and in
 * disorder if they must: {@link io.infinityloop.event.EventOrder} says what counts. Every event is immutable and safe
 * for use by many threads.
 */
@NullMarked
package io.infinityloop.event;

import org.jspecify.annotations.NullMarked;

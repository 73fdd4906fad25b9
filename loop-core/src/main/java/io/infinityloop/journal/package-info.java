/**
 * Where events are kept: append-only, in order, with optimistic concurrency.
 *
 * <p>Start with {@link io.infinityloop.journal.Journal}. {@link io.infinityloop.journal.InMemoryJournal} is the one for
 * tests and short-lived tools. {@link io.infinityloop.journal.Subscription} hears of every entry at least once.
 * Journals are safe for use by many threads; the values are immutable.
 */
@NullMarked
package io.infinityloop.journal;

import org.jspecify.annotations.NullMarked;

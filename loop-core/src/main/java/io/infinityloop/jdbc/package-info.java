/**
 * A journal in a database: SQLite for one machine, PostgreSQL for many that share their loops.
 *
 * <p>Start with {@link io.infinityloop.jdbc.JdbcJournal}. {@link io.infinityloop.jdbc.JdbcSchema} prints the tables for
 * those who create them by hand, {@link io.infinityloop.jdbc.JournalException} is what goes wrong.
 *
 * <h2>What is kept</h2>
 *
 * Each event is a row of {@code loop_event}: its position, its loop and revision (no loop and revision 0 for a fact
 * without a loop), its source and id, the event as the line of JSON that {@link io.infinityloop.json} writes, and a
 * hash. The columns besides are made from the line, and may be queried. In them a backslash is doubled, what a database
 * can not hold in a text is written as in {@code \}{@code u0000}, and a text of more than 1,000 bytes is cut and ends
 * with {@code \}{@code #} and its SHA-256.
 *
 * <p>The one row of {@code loop_head} has the last position and hash. Who appends locks it until the transaction ends,
 * so positions become visible in their order and without gaps, and a reader passes over none.
 *
 * <p>{@code loop_checkpoint} has how far each subscription has read, {@code loop_snapshot} where loops stood; the
 * latter may be emptied.
 *
 * <p>The hash of an event is the SHA-256, in lower-case hexadecimal digits, of the hash of the event before (64 zeros
 * for the first), the position, the revision and the line, in UTF-8, with a line feed between them.
 *
 * <h2>What acknowledged means</h2>
 *
 * When an append returns, its events have been handed to the disk and survive a crash of the process and of the machine
 * as far as the disk keeps what it says. Settings under which the database would say so too early are refused.
 *
 * <p>The journal is safe for use by many threads; the values are immutable.
 */
@NullMarked
package io.infinityloop.jdbc;

import org.jspecify.annotations.NullMarked;

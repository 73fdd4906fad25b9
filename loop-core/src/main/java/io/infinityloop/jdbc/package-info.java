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
 * When an append returns, its events survive this much, as far as the disk keeps what it says:
 *
 * <table>
 * <caption>What an acknowledged append survives</caption>
 * <tr><th>journal</th><th>what has happened when the append returns</th><th>what the events survive</th></tr>
 * <tr><td>in memory</td><td>they are in this process</td><td>nothing: they end with it</td></tr>
 * <tr><td>SQLite</td><td>the log beside the file was synced</td><td>the end of the process and of the machine</td></tr>
 * <tr><td>PostgreSQL, {@code synchronous_commit} {@code local}, or {@code on} without a synchronous standby</td>
 * <td>the server has synced its log</td><td>the same on both machines, not the loss of the server's disk</td></tr>
 * <tr><td>PostgreSQL, {@code remote_write} with a synchronous standby</td><td>besides, the standby has received them</td>
 * <td>besides, the loss of the server, if the machine of the standby goes on</td></tr>
 * <tr><td>PostgreSQL, {@code on} with a synchronous standby</td><td>besides, the standby has synced its log</td>
 * <td>besides, the loss of the server's disk</td></tr>
 * <tr><td>PostgreSQL, {@code remote_apply}</td><td>besides, the standby shows them to its readers</td><td>the same</td></tr>
 * <tr><td>PostgreSQL, {@code synchronous_commit} {@code off}, or {@code fsync} off</td><td>refused</td><td></td></tr>
 * <tr><td>the transaction of a caller</td><td>nothing yet: they are there when the caller has committed</td>
 * <td>what the commit of the caller survives; one that waits for no disk is refused</td></tr>
 * </table>
 *
 * <p>Those who append at the same time may share a commit; each returns after it, and what it means is the same. An
 * append that finds a conflict or a duplicate commits nothing.
 *
 * <p>On SQLite the journal sets {@code journal_mode=WAL}, {@code synchronous=FULL}, {@code fullfsync} and what keeps
 * others from being locked out on each of its connections, and reads it back. On PostgreSQL the settings are the
 * server's: they are checked with each transaction, as are the tables that it leads to. A connection of a caller must
 * have them too; on macOS that is {@code fullfsync}, which is not looked at.
 *
 * <h2>When it fails</h2>
 *
 * After an error of the disk or damage the journal is closed: nothing is written a second time to a disk that refused
 * it. Open it again and {@linkplain io.infinityloop.jdbc.JdbcJournal#verify() verify} it; where it can not be opened
 * any more, {@linkplain io.infinityloop.jdbc.JdbcJournal#inspect inspect} it. Where an append says that its outcome is
 * unknown, append the same events again. A full disk closes nothing. On SQLite neither the file nor the log beside it
 * ({@code -wal}) may be moved or deleted while it is open, and no copy of the one without the other is whole. Before a
 * backup is put in the place of a file, delete what is beside that one, {@code -wal} and {@code -shm} with its name:
 * SQLite would write an old log over the backup. Nobody may have the file open then.
 *
 * <p>On PostgreSQL a role that writes needs SELECT and INSERT on {@code loop_event}, SELECT and UPDATE on
 * {@code loop_head}, SELECT on {@code loop_schema}, and all of them on the other two tables if it keeps something
 * there. The tables are those of the first schema in the {@code search_path} that has any.
 *
 * <p>The journal is safe for use by many threads; the values are immutable.
 */
@NullMarked
package io.infinityloop.jdbc;

import org.jspecify.annotations.NullMarked;

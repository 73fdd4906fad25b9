package io.infinityloop.jdbc;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Anchor;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Checkpoints;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import io.infinityloop.json.JournalLines;
import io.infinityloop.machine.SnapshotStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;

/**
 * A journal in a database, shared by all who open it, in this process and in others.
 *
 * <p>Appended means durable: the page of the package says how much that is. All methods throw {@link JournalException}
 * if the database fails. After a failure of the disk the journal is closed, because what a failed write left behind is
 * not known: open it again and {@linkplain #verify() verify} it.
 *
 * <p>SQLite: the journal keeps up to four connections open until it is {@linkplain #close() closed}. PostgreSQL: it
 * asks for a connection each time, so the data source should have a pool.
 *
 * @since 0.1
 */
public final class JdbcJournal implements Journal, AutoCloseable {
    private final Sessions sessions;
    private final GroupCommit commits;

    private JdbcJournal(Sessions sessions) {
        this.sessions = sessions;
        this.commits = new GroupCommit(sessions);
    }

    /**
     * Opens the journal in a database; if there is none yet, or one of an older release, its tables are made first.
     *
     * @param source leads to SQLite or PostgreSQL
     * @return the journal
     * @throws JournalException if the database can not be reached, its tables are those of a later release, or it would
     *     acknowledge what is not durable
     * @throws IllegalArgumentException if it is another database
     */
    public static JdbcJournal create(DataSource source) {
        return new JdbcJournal(Sessions.of(requireNonNull(source, "source"), Task.of("create"), true));
    }

    /**
     * Opens the journal in a database.
     *
     * @param source leads to SQLite or PostgreSQL
     * @return the journal
     * @throws JournalException if the database can not be reached, its tables are not those of this release, or it
     *     would acknowledge what is not durable
     * @throws IllegalArgumentException if it is another database
     */
    public static JdbcJournal open(DataSource source) {
        return new JdbcJournal(Sessions.of(requireNonNull(source, "source"), Task.of("open"), false));
    }

    /**
     * Reads a journal without opening it, and finds out what is wrong with it, also where {@link #open} refuses it: its
     * tables or triggers were changed, or its file is damaged. Nothing is made or changed. On SQLite the data source
     * should not make a file where there is none ({@code SQLiteOpenMode.CREATE} is left out).
     *
     * @param source leads to SQLite or PostgreSQL
     * @param kept the end of the journal at an earlier time, as for {@link #verify(Anchor)}; {@link Anchor#BEGINNING}
     *     if none was kept
     * @return what was found
     * @throws JournalException if the database can not be reached or read, or has no table of a journal
     * @throws IllegalArgumentException if it is another database
     */
    public static Inspection inspect(DataSource source, Anchor kept) {
        requireNonNull(kept, "kept");
        return Sessions.inspect(requireNonNull(source, "source"), Task.of("verify"), kept);
    }

    /**
     * {@inheritDoc}
     *
     * <p>If the connection breaks while the database commits, the events are looked for by their ids over a new one.
     */
    @Override
    public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
        Request request = Request.ofLoop(loop, expectedRevision, events);
        return sessions.told(request.task(), () -> commits.commit(request).toResult(request));
    }

    @Override
    public List<Entry> observe(List<Recorded> facts) {
        Request request = Request.ofFacts(facts);
        return request.drafts().isEmpty()
                ? List.of()
                : sessions.told(request.task(), () -> commits.commit(request).appended());
    }

    @Override
    public List<Entry> read(LoopId loop, long afterRevision) {
        requireNonNull(loop, "loop");
        return sessions.read(Reading.task(loop), connection -> Reading.loop(connection, loop, afterRevision));
    }

    @Override
    public List<Entry> readAll(long afterPosition, int limit) {
        Reading.checkLimit(limit);
        return sessions.read(Reading.ALL, connection -> Reading.page(connection, afterPosition, limit));
    }

    /**
     * Returns this journal as a part of a transaction of the caller: what is appended through it and what the caller
     * writes are committed together or not at all, and is durable when the caller has committed. It reads what the
     * transaction sees, its own appends included. {@link io.infinityloop.machine.LoopEngine#joining} moves loops
     * through it.
     *
     * <p>From the first append to the end of the transaction everybody else who appends has to wait: end it soon, and
     * write in the same thread only through what this returns, checkpoints and snapshots included. On SQLite begin it
     * so that it has the lock for writing from the beginning (in its driver, {@code transaction_mode=IMMEDIATE}).
     *
     * <p>The journal that is returned throws {@link JournalException} if the database fails or its commit would not be
     * durable, and {@link IllegalArgumentException} if the connection has no transaction; roll back then.
     *
     * @param connection has a transaction: auto-commit is off
     * @return the journal, to be used by the thread that uses the connection, until its transaction ends
     */
    public Journal within(Connection connection) {
        return new JoinedJournal(sessions, requireNonNull(connection, "connection"));
    }

    /**
     * Reads all events and finds the first that is not as it was appended. Others may append meanwhile; what they
     * append is left out.
     *
     * @return that all is intact, or what is not
     */
    public Verification verify() {
        return sessions.read(Task.of("verify"), connection -> Verifier.verify(sessions.database(), connection));
    }

    /**
     * Reads all events as {@link #verify()} does, and finds out whether the journal still holds what it held when the
     * anchor was taken.
     *
     * @param kept the {@linkplain Verification.Intact#anchor() end of the journal} at an earlier time, kept where
     *     nobody who may write the journal can change it
     * @return that all is intact and the anchor still in it, or what is not
     */
    public Verification verify(Anchor kept) {
        requireNonNull(kept, "kept");
        return sessions.read(Task.of("verify"), connection -> JdbcLines.verify(sessions.database(), connection, kept));
    }

    /**
     * Returns the journal as the lines that are stored, to be exported with {@link io.infinityloop.json.JournalWriter}
     * and imported with {@link io.infinityloop.json.JournalReader}: also those of a later release, which this one can
     * not read. Many lines that are appended together cost one wait for the disk.
     *
     * @return the lines; safe for use by many threads
     */
    public JournalLines lines() {
        return new JdbcLines(sessions);
    }

    /**
     * Copies the journal as it is now, checkpoints and snapshots included, to a new file, which {@link #open} opens.
     * Others may write meanwhile. When this returns, the copy is durable, and was read and found intact.
     *
     * @param file the copy; it must not be there yet
     * @return where the copy ends
     * @throws JournalException if the file is there, it can not be written, the journal is broken, or it is in
     *     PostgreSQL, which has its own tools for backups
     */
    public Anchor backup(Path file) {
        Path copy = file.toAbsolutePath();
        return sessions.read(
                Task.of("back up to " + copy), connection -> Backup.make(sessions.database(), connection, copy));
    }

    /** {@return where the data are, for messages, without user and password} */
    public String place() {
        return sessions.database().place();
    }

    /**
     * Returns checkpoints that are kept beside the journal, so that a subscription goes on after a crash, also in
     * another process.
     *
     * @return the checkpoints; keeping one is durable
     */
    public Checkpoints checkpoints() {
        return new JdbcCheckpoints(sessions);
    }

    /**
     * Returns snapshots that are kept beside the journal, the newest of each loop. The table may be emptied at any
     * time.
     *
     * @return the snapshots
     */
    public SnapshotStore snapshots() {
        return new JdbcSnapshots(sessions);
    }

    /** Gives back the connections that the journal keeps; every later call is refused. */
    @Override
    public void close() {
        sessions.close("it is closed");
    }
}

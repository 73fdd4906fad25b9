package io.infinityloop.jdbc;

import static java.util.Objects.requireNonNull;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Checkpoints;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.SnapshotStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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
    private static final Task OBSERVE = Task.of("observe facts");

    private final Sessions sessions;

    private JdbcJournal(Sessions sessions) {
        this.sessions = sessions;
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
     * {@inheritDoc}
     *
     * <p>If the connection breaks while the database commits, the events are looked for by their ids over a new one.
     */
    @Override
    public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
        List<Draft> drafts = Draft.ofLoop(loop, List.copyOf(events));
        AtomicReference<AppendResult> made = new AtomicReference<>();
        Sessions.Work<AppendResult> work = connection -> {
            AppendResult result = appending(connection).append(loop, expectedRevision, drafts);
            made.set(result);
            return result;
        };
        Task task = appendTo(loop, expectedRevision);
        try {
            return sessions.write(task, work);
        } catch (JournalException failure) {
            if (failure.isOutcomeUnknown() && made.get() instanceof AppendResult.Appended appended) {
                return settled(failure, appended, () -> sessions.write(task, work));
            }
            throw failure;
        }
    }

    /** Does it again; finds out in passing whether it was done the first time. */
    private static AppendResult settled(
            JournalException failure, AppendResult.Appended first, Supplier<AppendResult> again) {
        try {
            AppendResult second = again.get();
            boolean wasDone = second instanceof AppendResult.Duplicate duplicate
                    && duplicate.existing().equals(first.entries());
            return wasDone ? first : second;
        } catch (JournalException alsoFailed) {
            failure.addSuppressed(alsoFailed);
            throw failure;
        }
    }

    /**
     * Appends events of one loop in the transaction of the caller, so that they and what the caller writes are
     * committed together or not at all. They are durable when the caller has committed.
     *
     * <p>From here to the end of the transaction everybody else who appends has to wait: end it soon, and call no other
     * method of the journal that appends before. On SQLite begin it so that it has the lock for writing from the
     * beginning (in its driver, {@code transaction_mode=IMMEDIATE}).
     *
     * @param connection has a transaction: auto-commit is off
     * @param loop the loop, the same as that of every event
     * @param expectedRevision how many events the loop has; 0 for a new loop
     * @param events what to append, at least one, no two with the same source and id
     * @return what became of it, if the caller commits
     * @throws JournalException if the database fails, or its commit would not be durable; roll back then
     * @throws IllegalArgumentException if the connection has no transaction, or as {@link #append(LoopId, long, List)}
     *     says
     */
    public AppendResult append(
            Connection connection, LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
        List<Draft> drafts = Draft.ofLoop(loop, List.copyOf(events));
        return sessions.join(
                appendTo(loop, expectedRevision),
                requireNonNull(connection, "connection"),
                joined -> appending(joined).append(loop, expectedRevision, drafts));
    }

    /**
     * Appends facts that belong to no loop in the transaction of the caller, see {@link #append(Connection, LoopId,
     * long, List)}.
     *
     * @param connection has a transaction: auto-commit is off
     * @param facts what to append, each without a loop
     * @return the new entries, in the order of the facts, without those passed over
     * @throws JournalException if the database fails, or its commit would not be durable; roll back then
     * @throws IllegalArgumentException if the connection has no transaction, or a fact has a loop
     */
    public List<Entry> observe(Connection connection, List<Recorded> facts) {
        List<Draft> drafts = Draft.ofFacts(List.copyOf(facts));
        return sessions.join(
                OBSERVE,
                requireNonNull(connection, "connection"),
                joined -> appending(joined).observe(drafts));
    }

    private Appending appending(Connection connection) {
        return new Appending(sessions.database(), connection);
    }

    private static Task appendTo(LoopId loop, long expectedRevision) {
        return new Task("append to", loop, expectedRevision);
    }

    @Override
    public List<Entry> observe(List<Recorded> facts) {
        List<Draft> drafts = Draft.ofFacts(List.copyOf(facts));
        return drafts.isEmpty()
                ? List.of()
                : sessions.write(OBSERVE, connection -> appending(connection).observe(drafts));
    }

    @Override
    public List<Entry> read(LoopId loop, long afterRevision) {
        String key = KeyText.of(loop.value());
        return sessions.read(new Task("read", loop, -1), connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement(Rows.SELECT + "WHERE loop = ? AND revision > ? ORDER BY revision")) {
                query.setString(1, key);
                query.setLong(2, afterRevision);
                return Rows.entries(query);
            }
        });
    }

    @Override
    public List<Entry> readAll(long afterPosition, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be at least 1");
        }
        return sessions.read(Task.of("read all events"), connection -> page(connection, afterPosition, limit));
    }

    private static List<Entry> page(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(Rows.SELECT + "WHERE position > ? ORDER BY position LIMIT ?")) {
            query.setLong(1, after);
            query.setInt(2, limit);
            return Rows.entries(query);
        }
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

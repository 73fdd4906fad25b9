package io.infinityloop.jdbc;

import io.infinityloop.internal.Escapes;
import io.infinityloop.journal.Anchor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lends connections that can be trusted, makes transactions, and tells what failed. */
final class Sessions {
    private final Loans loans;
    private final Database database;
    private final Transactions transactions;
    private final Deque<Session> idle = new ArrayDeque<>();
    private final ReentrantLock idleLock = new ReentrantLock();
    /**
     * The writers of one process queue here if they would wait for a file: that is slower, and not fair. Those of a
     * server wait for it, which knows who waits for whom.
     */
    private final ReentrantLock writing = new ReentrantLock(true);

    private volatile @Nullable String closed;

    private Sessions(Loans loans, Database database) {
        this.loans = loans;
        this.database = database;
        this.transactions = new Transactions(database, (task, failure) -> failed(task, failure, "", true));
    }

    /**
     * Reaches the database, and makes the tables if they are to be made.
     *
     * @throws JournalException if that fails, or the database can not be trusted; nothing that is kept was set then
     *     unless the tables are ours
     */
    static Sessions of(DataSource source, Task task, boolean making) {
        return reach(source, task, (sessions, connection) -> {
            sessions.settle(task, connection, making);
            return sessions;
        });
    }

    /**
     * Reads what is there, which need not be a journal that can be opened.
     *
     * @throws JournalException if the database can not be reached or read
     */
    static Inspection inspect(DataSource source, Task task, Anchor kept) {
        return reach(source, task, (sessions, connection) -> sessions.inspect(task, connection, kept));
    }

    /** Something that is done with a database that was just reached. */
    private interface Reached<T> {
        T with(Sessions sessions, Connection connection) throws SQLException;
    }

    private static <T> T reach(DataSource source, Task task, Reached<T> work) {
        Loans loans = new Loans(source);
        Connection connection = null;
        try {
            connection = loans.take();
            return work.with(new Sessions(loans, Database.of(connection)), connection);
        } catch (SQLException failure) {
            String what = connection == null ? "the data source gives no connection: " : "";
            throw new JournalException(
                    task, "journal: cannot " + task + ": " + what + Told.of(failure), false, Told.cause(failure));
        } catch (Database.Unfit unfit) {
            throw new JournalException(task, "journal: cannot " + task + ": " + unfit.getMessage(), false, unfit);
        } finally {
            if (connection != null) {
                loans.giveBack(connection);
            }
        }
    }

    private Inspection inspect(Task task, Connection connection, Anchor kept) {
        try {
            database.prepare(connection);
            return Inspector.inspect(database, connection, kept);
        } catch (SQLException failure) {
            throw told(task, failure, "", false);
        } catch (Database.Unfit unfit) {
            throw unfit(task, unfit);
        }
    }

    private void settle(Task task, Connection connection, boolean making) {
        try {
            database.prepare(connection);
            if (making && JdbcSchema.isOlder(database, connection)) {
                transactions.transact(task, new Session(connection), settled -> {
                    JdbcSchema.upgrade(database, settled.connection());
                    return task;
                });
            }
            JdbcSchema.check(database, connection);
            database.makeDurable(connection);
        } catch (SQLException failure) {
            throw failed(task, failure, "", false);
        } catch (Database.Unfit unfit) {
            throw unfit(task, unfit);
        }
    }

    /** Something that is done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Something that is done with a connection and the statements that are kept with it. */
    interface Part<T> {
        T with(Session session) throws SQLException;
    }

    Database database() {
        return database;
    }

    <T> T read(Task task, Work<T> work) {
        return lend(task, false, checked(work));
    }

    /** Reads what the journal can do without: damage of it says nothing of the events, and closes nothing. */
    <T> T readAside(Task task, Work<T> work) {
        return lend(task, true, checked(work));
    }

    /** Writes what the journal can do without: until the commit, a failure closes nothing. */
    <T> T writeAside(Task task, Work<T> work) {
        return inTurn(() -> lend(
                task, true, session -> transactions.transact(task, session, begun -> work.with(begun.connection()))));
    }

    private <T> Part<T> checked(Work<T> work) {
        return session -> {
            database.checkReading(session.connection());
            return work.with(session.connection());
        };
    }

    /** Does all or nothing, and returns when it is durable. */
    <T> T write(Task task, Work<T> work) {
        return transact(task, session -> work.with(session.connection()));
    }

    /** Does all or nothing, and returns when it is durable. */
    <T> T transact(Task task, Part<T> work) {
        return inTurn(() -> lend(task, false, session -> transactions.transact(task, session, work)));
    }

    /** Does all or nothing, and returns when it is durable. */
    void attempt(Task task, Transactions.Attempt attempt) {
        inTurn(() -> lend(task, false, session -> transactions.attempt(task, session, attempt)));
    }

    private <T> T inTurn(Supplier<T> writes) {
        if (database.dialect() != Dialect.SQLITE) {
            return writes.get();
        }
        writing.lock();
        try {
            return writes.get();
        } finally {
            writing.unlock();
        }
    }

    /** Does something in the transaction of the caller. */
    <T> T join(Task task, Connection connection, Part<T> work) {
        checkOpen(task);
        Session session = new Session(connection);
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException(
                        "the connection has no transaction to join: switch auto-commit off, and commit afterwards");
            }
            database.checkJoined(connection);
            return work.with(session);
        } catch (SQLException failure) {
            throw failed(task, failure, "; roll the transaction back", false);
        } catch (Database.Unfit unfit) {
            throw unfit(task, unfit);
        } finally {
            session.leave();
        }
    }

    /** Reads what was found, where nothing else can fail any more. */
    <T> T told(Task task, Supplier<T> found) {
        try {
            return found.get();
        } catch (Database.Unfit unfit) {
            throw unfit(task, unfit);
        }
    }

    void close(String reason) {
        idleLock.lock();
        try {
            closed = closed == null ? reason : closed;
            idle.forEach(this::discard);
            idle.clear();
        } finally {
            idleLock.unlock();
        }
    }

    private <T> T lend(Task task, boolean aside, Part<T> work) {
        checkOpen(task);
        Session session = null;
        boolean sound = false;
        try {
            session = borrow();
            T result = work.with(session);
            sound = true;
            return result;
        } catch (SQLException failure) {
            sound = staysSound(session, failure);
            throw aside ? told(task, failure, "", false) : failed(task, failure, "", false);
        } catch (JournalException failure) {
            sound = failure.getCause() instanceof SQLException cause && staysSound(session, cause);
            throw failure;
        } catch (Database.Unfit unfit) {
            throw unfit(task, unfit);
        } finally {
            if (session != null) {
                giveBack(session, sound);
            }
        }
    }

    /** What its statements still had to write is not to be written later. */
    private boolean staysSound(@Nullable Session session, SQLException failure) {
        if (session == null || !database.isFull(failure)) {
            return false;
        }
        session.leave();
        return true;
    }

    private Session borrow() throws SQLException {
        database.checkPlace();
        idleLock.lock();
        try {
            Session kept = idle.poll();
            if (kept != null) {
                return kept;
            }
        } finally {
            idleLock.unlock();
        }
        Connection fresh = loans.take();
        try {
            database.prepare(fresh);
            if (database.kept() > 0) {
                database.makeDurable(fresh);
            }
            return new Session(fresh);
        } catch (SQLException | RuntimeException | Error failure) {
            loans.giveBack(fresh);
            throw failure;
        }
    }

    private void giveBack(Session session, boolean sound) {
        idleLock.lock();
        try {
            if (sound && closed == null && idle.size() < database.kept()) {
                idle.push(session);
                return;
            }
        } finally {
            idleLock.unlock();
        }
        discard(session);
    }

    private void discard(Session session) {
        session.leave();
        loans.giveBack(session.connection());
    }

    private void checkOpen(Task task) {
        String reason = closed;
        if (reason != null) {
            throw new JournalException(task, message(task, reason), false, null);
        }
    }

    /** {@return the failure of a transaction as it is told to one of several that shared it} */
    JournalException shared(Task task, Task leading, JournalException failure) {
        String problem = String.valueOf(failure.getMessage())
                .substring(message(leading, "").length());
        return new JournalException(task, message(task, problem), failure.isOutcomeUnknown(), failure.getCause());
    }

    /** {@return what is told to those who shared a transaction with a thread that died of something else} */
    JournalException abandoned(Task task, boolean outcomeUnknown, @Nullable Throwable cause) {
        String problem = "the thread that did it for several died: " + cause;
        return new JournalException(task, message(task, problem), outcomeUnknown, cause);
    }

    private JournalException unfit(Task task, Database.Unfit unfit) {
        return new JournalException(task, message(task, String.valueOf(unfit.getMessage())), false, unfit);
    }

    /** After a failed write to the disk no one knows what is on it: trying again would only seem to succeed. */
    private JournalException failed(Task task, SQLException failure, String advice, boolean committing) {
        if (database.isBroken(failure)) {
            close("it was closed after a failure of the database ("
                    + Told.withoutSecrets(String.valueOf(failure.getMessage())) + "): open it again and verify it");
        }
        return told(task, failure, advice, committing);
    }

    private JournalException told(Task task, SQLException failure, String advice, boolean committing) {
        return new JournalException(task, message(task, Told.of(failure)) + advice, committing, Told.cause(failure));
    }

    private String message(Task task, String problem) {
        return Escapes.printable("journal " + database.place() + ": cannot " + task + ": " + problem);
    }
}

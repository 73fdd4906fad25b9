package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lends connections that can be trusted, makes transactions, and tells what failed. */
final class Sessions {
    private final Loans loans;
    private final Database database;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private final ReentrantLock idleLock = new ReentrantLock();
    /** The writers of one process queue here: waiting for the database is slower, and not fair. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private volatile @Nullable String closed;

    private Sessions(Loans loans, Database database) {
        this.loans = loans;
        this.database = database;
    }

    /**
     * Reaches the database, and makes the tables if they are to be made.
     *
     * @throws JournalException if that fails, or the database can not be trusted; nothing that is kept was set then
     *     unless the tables are ours
     */
    static Sessions of(DataSource source, Task task, boolean making) {
        Loans loans = new Loans(source);
        Connection connection = null;
        try {
            connection = loans.take();
            Sessions sessions = new Sessions(loans, Database.of(connection));
            sessions.settle(task, connection, making);
            return sessions;
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

    private void settle(Task task, Connection connection, boolean making) {
        try {
            database.prepare(connection);
            if (making && JdbcSchema.isOlder(database, connection)) {
                transact(task, connection, settled -> {
                    JdbcSchema.upgrade(database, settled);
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

    Database database() {
        return database;
    }

    <T> T read(Task task, Work<T> work) {
        return lend(task, work);
    }

    /** Does all or nothing, and returns when it is durable. */
    <T> T write(Task task, Work<T> work) {
        writing.lock();
        try {
            return lend(task, connection -> transact(task, connection, work));
        } finally {
            writing.unlock();
        }
    }

    /** Does something in the transaction of the caller. */
    <T> T join(Task task, Connection connection, Work<T> work) {
        checkOpen(task);
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException(
                        "the connection has no transaction to join: switch auto-commit off, and commit afterwards");
            }
            database.checkJoined(connection);
            return work.with(connection);
        } catch (SQLException failure) {
            throw failed(task, failure, "; roll the transaction back", false);
        } catch (Database.Unfit unfit) {
            throw unfit(task, unfit);
        }
    }

    void close(String reason) {
        idleLock.lock();
        try {
            closed = closed == null ? reason : closed;
            idle.forEach(loans::giveBack);
            idle.clear();
        } finally {
            idleLock.unlock();
        }
    }

    private <T> T transact(Task task, Connection connection, Work<T> work) throws SQLException {
        database.begin(connection);
        T result;
        try {
            result = work.with(connection);
        } catch (SQLException | RuntimeException failure) {
            rollback(connection, failure);
            throw failure;
        }
        try {
            database.commit(connection);
        } catch (SQLException failure) {
            rollback(connection, failure);
            throw failed(task, failure, "", true);
        }
        return result;
    }

    private <T> T lend(Task task, Work<T> work) {
        checkOpen(task);
        Connection connection = null;
        boolean sound = false;
        try {
            connection = borrow();
            T result = work.with(connection);
            sound = true;
            return result;
        } catch (SQLException failure) {
            sound = database.isFull(failure);
            throw failed(task, failure, "", false);
        } catch (JournalException failure) {
            sound = failure.getCause() instanceof SQLException cause && database.isFull(cause);
            throw failure;
        } catch (Database.Unfit unfit) {
            throw unfit(task, unfit);
        } finally {
            if (connection != null) {
                giveBack(connection, sound);
            }
        }
    }

    private Connection borrow() throws SQLException {
        database.checkPlace();
        idleLock.lock();
        try {
            Connection kept = idle.poll();
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
            return fresh;
        } catch (SQLException | RuntimeException failure) {
            loans.giveBack(fresh);
            throw failure;
        }
    }

    private void giveBack(Connection connection, boolean sound) {
        idleLock.lock();
        try {
            if (sound && closed == null && idle.size() < database.kept()) {
                idle.push(connection);
                return;
            }
        } finally {
            idleLock.unlock();
        }
        loans.giveBack(connection);
    }

    private void checkOpen(Task task) {
        String reason = closed;
        if (reason != null) {
            throw new JournalException(task, message(task, reason), false, null);
        }
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
        return new JournalException(task, message(task, Told.of(failure)) + advice, committing, Told.cause(failure));
    }

    private String message(Task task, String problem) {
        return Told.safe("journal " + database.place() + ": cannot " + task + ": " + problem);
    }

    private void rollback(Connection connection, Exception reason) {
        try {
            database.rollback(connection);
        } catch (SQLException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        }
    }
}

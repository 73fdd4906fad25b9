package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Does all or nothing on a connection that can be trusted. */
final class Transactions {
    private final Database database;
    private final BiFunction<Task, SQLException, JournalException> unknown;

    /** The function makes what is thrown if nobody knows what became of a commit. */
    Transactions(Database database, BiFunction<Task, SQLException, JournalException> unknown) {
        this.database = database;
        this.unknown = unknown;
    }

    /** Something that is tried, and done again carefully if the database refuses it. */
    interface Attempt {
        /**
         * Writes.
         *
         * @param careful false the first time: what is likely is taken for granted, the database refuses what is wrong
         * @return whether there is something to commit
         */
        boolean with(Session session, boolean careful) throws SQLException;
    }

    boolean attempt(Task task, Session session, Attempt attempt) throws SQLException {
        try {
            database.beginHopefully(session.connection());
            return finish(task, session, begun -> attempt.with(begun, false), Boolean::booleanValue);
        } catch (SQLException refused) {
            if (!database.isRefusal(refused)) {
                throw refused;
            }
            session.leave();
            database.begin(session.connection());
            return finish(task, session, begun -> attempt.with(begun, true), Boolean::booleanValue);
        }
    }

    <T> T transact(Task task, Session session, Sessions.Part<T> work) throws SQLException {
        database.begin(session.connection());
        return finish(task, session, work, result -> true);
    }

    /** Does what a transaction was begun for, and ends it; where nothing was written there is nothing to wait for. */
    private <T> T finish(Task task, Session session, Sessions.Part<T> work, Predicate<T> wrote) throws SQLException {
        Connection connection = session.connection();
        T result;
        try {
            result = work.with(session);
        } catch (SQLException | RuntimeException | Error failure) {
            rollback(connection, failure);
            throw failure;
        }
        if (!wrote.test(result)) {
            database.rollback(connection);
            return result;
        }
        try {
            database.commit(connection);
        } catch (SQLException failure) {
            rollback(connection, failure);
            throw unknown.apply(task, failure);
        } catch (RuntimeException | Error failure) {
            rollback(connection, failure);
            throw failure;
        }
        return result;
    }

    private void rollback(Connection connection, Throwable reason) {
        try {
            database.rollback(connection);
        } catch (SQLException | RuntimeException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        }
    }
}

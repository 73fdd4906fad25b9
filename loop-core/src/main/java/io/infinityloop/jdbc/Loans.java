package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;

/** Takes connections from the data source, which may be a pool, and gives them back as they were found. */
final class Loans {
    private final DataSource source;
    private final Set<Connection> withoutAutoCommit =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    Loans(DataSource source) {
        this.source = source;
    }

    /** {@return a connection that commits by itself; what others left open in it is not ours to commit} */
    Connection take() throws SQLException {
        Connection connection = source.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                withoutAutoCommit.add(connection);
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return connection;
        } catch (SQLException | RuntimeException | Error failure) {
            giveBack(connection);
            throw failure;
        }
    }

    /** Gives it back with nothing open. */
    void giveBack(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            connection.setAutoCommit(!withoutAutoCommit.remove(connection));
        } catch (SQLException | RuntimeException harmless) {
            // A pool finds out for itself what can not be put in order.
        }
        try {
            connection.close();
        } catch (SQLException | RuntimeException harmless) {
            // Nothing depends on it any more: what was committed is committed, the rest is rolled back.
        }
    }
}

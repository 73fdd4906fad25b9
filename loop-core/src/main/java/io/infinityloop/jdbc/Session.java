package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection and the statements that were prepared on it, each once for as long as it is kept. */
final class Session {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** {@return the statement; who uses it closes what it returned, but not the statement} */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement kept = prepared.get(sql);
        if (kept == null) {
            kept = connection.prepareStatement(sql);
            prepared.put(sql, kept);
        }
        return kept;
    }

    /** Closes the statements; the connection is somebody else's. */
    void leave() {
        prepared.values().forEach(Session::discard);
        prepared.clear();
    }

    private static void discard(PreparedStatement used) {
        try {
            used.close();
        } catch (SQLException harmless) {
            // It ends with its connection.
        }
    }
}

package io.infinityloop.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Here a statement costs no way to a server, so the simple ones are the fastest. */
final class SqliteAppender implements Appender {
    private static final String HEAD = "SELECT position, hash FROM loop_head";
    private static final String REVISION = "SELECT MAX(revision) FROM loop_event WHERE loop = ?";
    private static final String INSERT =
            "INSERT INTO loop_event (position, loop, revision, source, id, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String MOVE_HEAD = "UPDATE loop_head SET position = ?, hash = ? WHERE position = ?";

    /** The transaction has the lock already. */
    @Override
    public Head lock(Session session, List<String> loops, boolean careful) throws SQLException {
        Map<String, Long> revisions = new HashMap<>();
        for (String loop : loops) {
            revisions.put(loop, revision(session, loop));
        }
        try (ResultSet row = session.prepare(HEAD).executeQuery()) {
            if (!row.next()) {
                throw Appender.noHead();
            }
            return new Head(row.getLong(1), row.getString(2), revisions);
        }
    }

    private static long revision(Session session, String loop) throws SQLException {
        PreparedStatement query = session.prepare(REVISION);
        query.setString(1, loop);
        try (ResultSet row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public void insert(Session session, Head before, List<NewRow> rows) throws SQLException {
        PreparedStatement insert = session.prepare(INSERT);
        for (NewRow row : rows) {
            row.set(insert, 1);
            insert.addBatch();
        }
        insert.executeBatch();
        NewRow last = rows.get(rows.size() - 1);
        PreparedStatement update = session.prepare(MOVE_HEAD);
        update.setLong(1, last.position());
        update.setString(2, last.hash());
        update.setLong(3, before.position());
        if (update.executeUpdate() != 1) {
            throw Appender.otherHead();
        }
    }
}

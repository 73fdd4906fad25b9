package io.infinityloop.benchmarks;

import io.infinityloop.event.LoopEvent;
import io.infinityloop.json.EventWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The writes of a journal and nothing else, in its own tables: the rows of the events, and where the head is. No one
 * checks anything, and the text and the hash are there before.
 */
final class BareAppends implements AutoCloseable {
    private static final String HASH = "0123456789abcdef".repeat(4);

    private final Connection connection;
    private final PreparedStatement insert;
    private final PreparedStatement move;
    private long position;

    /** Takes a connection whose commits are durable. */
    BareAppends(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO loop_event"
                + " (position, loop, revision, source, id, event, hash) VALUES (?, ?, ?, ?, ?, ?, ?)");
        move = connection.prepareStatement("UPDATE loop_head SET position = ?, hash = ? WHERE position = ?");
    }

    /** What is inserted. */
    record Row(String loop, long revision, String source, String id, String line) {
        static Row of(Events events) {
            LoopEvent event = events.next();
            return new Row(
                    events.loop().value(), events.revision(), event.source(), event.id(), EventWriter.toJson(event));
        }
    }

    /** In one transaction. */
    void append(List<Row> rows) throws SQLException {
        long before = position;
        for (Row row : rows) {
            position++;
            insert.setLong(1, position);
            insert.setString(2, row.loop());
            insert.setLong(3, row.revision());
            insert.setString(4, row.source());
            insert.setString(5, row.id());
            insert.setString(6, row.line());
            insert.setString(7, HASH);
            insert.addBatch();
        }
        insert.executeBatch();
        move.setLong(1, position);
        move.setString(2, HASH);
        move.setLong(3, before);
        move.executeUpdate();
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

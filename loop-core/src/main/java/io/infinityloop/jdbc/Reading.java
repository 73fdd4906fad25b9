package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.journal.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Reads entries, each time with one query: what it finds was there at one moment. */
final class Reading {
    static final Task ALL = Task.of("read all events");

    private static final String LOOP =
            "SELECT " + Rows.COLUMNS + " FROM loop_event WHERE loop = ? AND revision > ? ORDER BY revision";

    private Reading() {}

    static Task task(LoopId loop) {
        return new Task("read", loop, -1);
    }

    static List<Entry> loop(Connection connection, LoopId loop, long afterRevision) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(LOOP)) {
            query.setString(1, KeyText.of(loop.value()));
            query.setLong(2, afterRevision);
            return Rows.entries(query);
        }
    }

    static void checkLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " must be at least 1");
        }
    }

    static List<Entry> page(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement query = Pages.prepare(connection, Rows.COLUMNS, after, Long.MAX_VALUE, limit)) {
            return Rows.entries(query);
        }
    }
}

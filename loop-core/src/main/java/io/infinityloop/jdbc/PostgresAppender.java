package io.infinityloop.jdbc;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two statements however many events there are, because each is a way to the server and back. */
final class PostgresAppender implements Appender {
    /**
     * All that is to be known before a transaction appends. Who had to wait for the lock gets the row as it is now, but
     * the revisions as they were before.
     */
    private static final String HEAD = "SELECT position, hash, current_setting('transaction_isolation'), "
            + Postgres.SETTINGS + " || tableoid,"
            + " ARRAY(SELECT COALESCE((SELECT MAX(e.revision) FROM loop_event e WHERE e.loop = asked.loop), 0)"
            + " FROM unnest(?) WITH ORDINALITY AS asked (loop, number) ORDER BY number)"
            + " FROM loop_head FOR UPDATE";

    private static final String APPEND = "WITH moved AS"
            + " (UPDATE loop_head SET position = ?, hash = ? WHERE position = ? RETURNING only_row)"
            + " INSERT INTO loop_event (position, loop, revision, source, id, event, hash)"
            + " SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?) WHERE EXISTS (SELECT 1 FROM moved)";

    private final Postgres database;

    PostgresAppender(Postgres database) {
        this.database = database;
    }

    @Override
    public Head lock(Session session, List<String> loops, boolean careful) throws SQLException {
        PreparedStatement query = session.prepare(HEAD);
        query.setArray(1, session.connection().createArrayOf("text", loops.toArray(new String[0])));
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw Appender.noHead();
            }
            if (!careful) {
                database.checkIsolation(row.getString(3));
            }
            database.checkSettings(row.getString(4));
            return new Head(row.getLong(1), row.getString(2), revisions(loops, row.getArray(5)));
        }
    }

    private static Map<String, Long> revisions(List<String> loops, Array found) throws SQLException {
        Long[] numbers = (Long[]) found.getArray();
        Map<String, Long> revisions = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            revisions.put(loops.get(i), numbers[i]);
        }
        return revisions;
    }

    @Override
    public void insert(Session session, Head before, List<NewRow> rows) throws SQLException {
        NewRow last = rows.get(rows.size() - 1);
        PreparedStatement append = session.prepare(APPEND);
        append.setLong(1, last.position());
        append.setString(2, last.hash());
        append.setLong(3, before.position());
        append.setArray(4, numbers(session, rows, NewRow::position));
        append.setArray(5, texts(session, rows, NewRow::loop));
        append.setArray(6, numbers(session, rows, NewRow::revision));
        append.setArray(7, texts(session, rows, row -> row.key().source()));
        append.setArray(8, texts(session, rows, row -> row.key().id()));
        append.setArray(9, texts(session, rows, NewRow::line));
        append.setArray(10, texts(session, rows, NewRow::hash));
        if (append.executeUpdate() != rows.size()) {
            throw Appender.otherHead();
        }
    }

    private static Array numbers(Session session, List<NewRow> rows, Function<NewRow, Long> column)
            throws SQLException {
        return session.connection()
                .createArrayOf("bigint", rows.stream().map(column).toArray(Long[]::new));
    }

    private static Array texts(Session session, List<NewRow> rows, Function<NewRow, @Nullable String> column)
            throws SQLException {
        return session.connection()
                .createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
    }
}

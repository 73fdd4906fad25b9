package io.infinityloop.jdbc;

import io.infinityloop.journal.Anchor;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two statements however many events there are, because each is a way to the server and back; and one, where nobody
 * else has appended since this journal did.
 *
 * <p>That one is as strong as the two. It appends only if the head is the one that was guessed, to the hash. Who waits
 * for the head looks at it again afterwards, so whoever came first makes it another one. And as each append moves the
 * head in its own transaction, the statement sees either that move and the events, or neither: where the head that it
 * sees is the one that it locks, the revisions that it sees are the last.
 */
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

    private static final String MOVE = "WITH moved AS (UPDATE loop_head SET position = ?, hash = ? WHERE position = ?";

    private static final String INSERT =
            "INSERT INTO loop_event (position, loop, revision, source, id, event, hash) SELECT ";

    private static final String ARRAYS = "* FROM unnest(?, ?, ?, ?, ?, ?, ?)";

    private static final String IF_MOVED = " WHERE EXISTS (SELECT 1 FROM moved)";

    private static final String APPEND = MOVE + " RETURNING only_row) " + INSERT + ARRAYS + IF_MOVED;

    private static final String GUESSED = MOVE + " AND hash = ? AND current_setting('transaction_isolation') = '"
            + Postgres.ISOLATION + "' AND " + Postgres.SETTINGS + " || tableoid = ? AND ";

    private static final String ADDED = " RETURNING only_row), added AS (" + INSERT;

    /** That none was moved is a guess that missed; that fewer were added is a table that does not keep them. */
    private static final String COUNTS =
            IF_MOVED + " RETURNING 1) SELECT (SELECT count(*) FROM moved), (SELECT count(*) FROM added)";

    /**
     * Without arrays, whose elements cost the server a little each. Lower revisions than the expected one are left out
     * where the last is looked for: the server would read all that are beside it in the index.
     */
    private static final String APPEND_ONE = GUESSED
            + "COALESCE((SELECT MAX(e.revision) FROM loop_event e WHERE e.loop = ? AND e.revision >= ?), 0) = ?"
            + ADDED + "?, ?, ?, ?, ?, ?, ?" + COUNTS;

    private static final String APPEND_MANY = GUESSED
            + "NOT EXISTS (SELECT 1 FROM unnest(?, ?) AS asked (loop, revision) WHERE asked.revision <>"
            + " COALESCE((SELECT MAX(e.revision) FROM loop_event e"
            + " WHERE e.loop = asked.loop AND e.revision >= asked.revision), 0))"
            + ADDED + ARRAYS + COUNTS;

    private final Guess guess = new Guess();

    /** The settings and the table that were found fit last. */
    private volatile String settings = "";

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
            String found = row.getString(4);
            database.checkSettings(found);
            settings = found;
            Head head = new Head(row.getLong(1), row.getString(2), revisions(loops, row.getArray(5)));
            guess.found(head.end());
            return head;
        }
    }

    @Override
    public @Nullable Anchor guess() {
        return guess.end();
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
        PreparedStatement append = session.prepare(APPEND);
        setEnd(append, rows);
        append.setLong(3, before.position());
        setRows(session, append, 4, rows);
        if (append.executeUpdate() != rows.size()) {
            throw Appender.otherHead();
        }
        guess.moved(end(rows));
    }

    @Override
    public boolean insertAt(Session session, Head guessed, List<NewRow> rows) throws SQLException {
        boolean one = rows.size() == 1;
        PreparedStatement append = session.prepare(one ? APPEND_ONE : APPEND_MANY);
        setEnd(append, rows);
        append.setLong(3, guessed.position());
        append.setString(4, guessed.hash());
        append.setString(5, settings);
        if (one) {
            append.setString(6, rows.get(0).loop());
            append.setLong(7, rows.get(0).revision() - 1);
            append.setLong(8, rows.get(0).revision() - 1);
            rows.get(0).set(append, 9);
        } else {
            setRevisions(session, append, guessed.revisions());
            setRows(session, append, 8, rows);
        }
        try (ResultSet counts = append.executeQuery()) {
            counts.next();
            boolean moved = counts.getLong(1) != 0;
            if (counts.getLong(2) != (moved ? rows.size() : 0)) {
                throw Appender.otherHead();
            }
            if (moved) {
                guess.moved(end(rows));
            }
            return moved;
        }
    }

    private static Anchor end(List<NewRow> rows) {
        NewRow last = rows.get(rows.size() - 1);
        return new Anchor(last.position(), last.hash());
    }

    private static void setEnd(PreparedStatement append, List<NewRow> rows) throws SQLException {
        NewRow last = rows.get(rows.size() - 1);
        append.setLong(1, last.position());
        append.setString(2, last.hash());
    }

    private static void setRevisions(Session session, PreparedStatement append, Map<String, Long> revisions)
            throws SQLException {
        List<Map.Entry<String, Long>> each = List.copyOf(revisions.entrySet());
        append.setArray(6, texts(session, each, Map.Entry::getKey));
        append.setArray(7, numbers(session, each, Map.Entry::getValue));
    }

    private static void setRows(Session session, PreparedStatement append, int first, List<NewRow> rows)
            throws SQLException {
        append.setArray(first, numbers(session, rows, NewRow::position));
        append.setArray(first + 1, texts(session, rows, NewRow::loop));
        append.setArray(first + 2, numbers(session, rows, NewRow::revision));
        append.setArray(first + 3, texts(session, rows, row -> row.key().source()));
        append.setArray(first + 4, texts(session, rows, row -> row.key().id()));
        append.setArray(first + 5, texts(session, rows, NewRow::line));
        append.setArray(first + 6, texts(session, rows, NewRow::hash));
    }

    private static <T> Array numbers(Session session, List<T> rows, Function<T, Long> column) throws SQLException {
        return session.connection()
                .createArrayOf("bigint", rows.stream().map(column).toArray(Long[]::new));
    }

    private static <T> Array texts(Session session, List<T> rows, Function<T, @Nullable String> column)
            throws SQLException {
        return session.connection()
                .createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
    }
}

package io.infinityloop.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which events are there already, and which revisions loops have: one query for all that a transaction needs. */
final class Lookup {
    /** How many events are looked for in one query. */
    private static final int MOST = 128;

    /** Inner queries, because with a join a database may choose to read the whole table. */
    private static final String FIND = "SELECT number,"
            + " (SELECT e.position FROM loop_event e WHERE e.source = asked.source AND e.id = asked.id),"
            + " (SELECT MAX(e.revision) FROM loop_event e WHERE e.loop = asked.loop) FROM asked";

    private static final String ROW = "SELECT position, revision, event FROM loop_event WHERE position = ?";

    private final Session session;
    private final Map<Draft.Key, Rows.Row> existing = new HashMap<>();
    private final Map<String, Long> revisions;

    /**
     * Creates it with what is known already.
     *
     * @param revisions never too high; what is looked up later counts if it is higher
     */
    Lookup(Session session, Map<String, Long> revisions) {
        this.session = session;
        this.revisions = new HashMap<>(revisions);
    }

    /** {@return the event with this source and id, null if there is none} */
    Rows.@Nullable Row existing(Draft.Key key) {
        return existing.get(key);
    }

    long revision(String loop) {
        return revisions.getOrDefault(loop, 0L);
    }

    /** Makes an event known that was appended meanwhile. */
    void add(@Nullable String loop, Draft.Key key, Rows.Row row) {
        existing.put(key, row);
        if (loop != null) {
            revisions.put(loop, row.revision());
        }
    }

    /** An event that is looked for; the first one of a loop asks for its revision, too. */
    record Asked(@Nullable String loop, Draft.Key key) {}

    void find(List<Request> requests) throws SQLException {
        List<Asked> asked = new ArrayList<>();
        Set<String> loops = new HashSet<>();
        for (Request request : requests) {
            String loop = request.loop();
            for (Draft draft : request.drafts()) {
                asked.add(new Asked(loop != null && loops.add(loop) ? loop : null, draft.key()));
            }
        }
        findAll(asked);
    }

    void findAll(List<Asked> asked) throws SQLException {
        for (int from = 0; from < asked.size(); from += MOST) {
            findSome(asked.subList(from, Math.min(from + MOST, asked.size())));
        }
    }

    private void findSome(List<Asked> asked) throws SQLException {
        Map<Draft.Key, Long> positions = new HashMap<>();
        try (ResultSet row = query(asked).executeQuery()) {
            while (row.next()) {
                int number = row.getInt(1);
                long position = row.getLong(2);
                if (position > 0) {
                    positions.put(asked.get(number).key(), position);
                }
                String loop = number < asked.size() ? asked.get(number).loop() : null;
                if (loop != null) {
                    revisions.merge(loop, row.getLong(3), Math::max);
                }
            }
        }
        for (Map.Entry<Draft.Key, Long> found : positions.entrySet()) {
            existing.put(found.getKey(), row(found.getValue()));
        }
    }

    /** For the next power of two, so that there are few different statements. */
    private PreparedStatement query(List<Asked> asked) throws SQLException {
        int size = asked.size() == 1 ? 1 : 2 * Integer.highestOneBit(asked.size() - 1);
        PreparedStatement query = session.prepare(sql(size));
        int parameter = 1;
        for (Asked one : asked) {
            query.setString(parameter++, one.loop());
            query.setString(parameter++, one.key().source());
            query.setString(parameter++, one.key().id());
        }
        while (parameter <= 3 * size) {
            query.setNull(parameter++, Types.VARCHAR);
        }
        return query;
    }

    private static String sql(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> "(" + number + ", ?, ?, ?)")
                .collect(Collectors.joining(", ", "WITH asked (number, loop, source, id) AS (VALUES ", ") " + FIND));
    }

    private Rows.Row row(long position) throws SQLException {
        PreparedStatement query = session.prepare(ROW);
        query.setLong(1, position);
        try (ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new Database.Unfit("the event at position " + position + " is missing from its table");
            }
            return new Rows.Row(row.getLong(1), row.getLong(2), row.getString(3));
        }
    }
}

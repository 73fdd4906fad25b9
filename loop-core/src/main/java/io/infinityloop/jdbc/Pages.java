package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Queries for rows of events, a page of them at a time: as many as asked for, if they fit into memory. */
final class Pages {
    /** The most bytes of the events of a page, but for one: a thousand of the longest would not fit into memory. */
    private static final long BYTES = 8 << 20;

    /** How long they are, both databases know without reading them: nothing is read that is not returned. */
    private static final String OF_PAGE = """
             FROM loop_event WHERE position > ? AND position <= ? AND position <= (
              SELECT MAX(position) FROM (
                SELECT position, SUM(bytes) OVER (ORDER BY position) - bytes AS bytes_before FROM (
                  SELECT position, OCTET_LENGTH(event) AS bytes FROM loop_event
                  WHERE position > ? ORDER BY position LIMIT ?
                ) AS next_events
              ) AS measured WHERE bytes_before < ?
            ) ORDER BY position LIMIT ?""";

    private Pages() {}

    /**
     * Prepares a query for the next rows, in the order of their positions.
     *
     * @param columns which, separated by commas
     * @param after the last position that is left out
     * @param last the last position that may be in the page
     * @param limit the most rows, at least 1; there is no row only if there is none between the positions
     */
    static PreparedStatement prepare(Connection connection, String columns, long after, long last, int limit)
            throws SQLException {
        PreparedStatement query = connection.prepareStatement("SELECT " + columns + OF_PAGE);
        query.setLong(1, after);
        query.setLong(2, last);
        query.setLong(3, after);
        query.setInt(4, limit);
        query.setLong(5, BYTES);
        query.setInt(6, limit);
        return query;
    }
}

package io.infinityloop.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An event that is to be inserted. */
record NewRow(long position, @Nullable String loop, long revision, Draft.Key key, String line, String hash) {
    /** Sets the parameters for its columns, in their order. */
    void set(PreparedStatement insert, int first) throws SQLException {
        insert.setLong(first, position);
        insert.setString(first + 1, loop);
        insert.setLong(first + 2, revision);
        insert.setString(first + 3, key.source());
        insert.setString(first + 4, key.id());
        insert.setString(first + 5, line);
        insert.setString(first + 6, hash);
    }
}

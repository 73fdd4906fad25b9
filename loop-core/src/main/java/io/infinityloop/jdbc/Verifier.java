package io.infinityloop.jdbc;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.internal.Chain;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Follows the chain of hashes from the first event to the head. */
final class Verifier {
    private static final int PAGE = 1_000;
    private static final String ROWS = "SELECT position, revision, event, hash, loop, source, id FROM loop_event"
            + " WHERE position > ? AND position <= ? ORDER BY position LIMIT " + PAGE;

    private final Connection connection;
    private long position;
    private String hash = Chain.BEGINNING;

    private Verifier(Connection connection) {
        this.connection = connection;
    }

    static Verification verify(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT position, hash FROM loop_head");
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? new Verifier(connection).upTo(row.getLong(1), row.getString(2))
                    : new Verification.Broken(1, "the row of loop_head was deleted");
        }
    }

    private Verification upTo(long last, String lastHash) throws SQLException {
        while (position < last) {
            String problem = page(last);
            if (problem != null) {
                return new Verification.Broken(position + 1, problem);
            }
        }
        return hash.equals(lastHash)
                ? new Verification.Intact(last, lastHash)
                : new Verification.Broken(Math.max(1, last), "loop_head has another hash than the last event");
    }

    /** Goes over some events; {@return what is wrong with the one after the position} */
    private @Nullable String page(long last) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(ROWS)) {
            query.setLong(1, position);
            query.setLong(2, last);
            long before = position;
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String problem = problem(row);
                    if (problem != null) {
                        return problem;
                    }
                    position++;
                    hash = row.getString(4);
                }
            }
            return position == before ? "it is missing" : null;
        }
    }

    private @Nullable String problem(ResultSet row) throws SQLException {
        long found = row.getLong(1);
        if (found != position + 1) {
            return "it is missing: the next one is " + found;
        }
        long revision = row.getLong(2);
        String line = row.getString(3);
        if (!Chain.next(hash, found, revision, line).equals(row.getString(4))) {
            return "revision, event or hash was changed";
        }
        LoopEvent event = readable(found, revision, line);
        if (event == null) {
            return null;
        }
        LoopId loop = event.loop();
        boolean same = Objects.equals(loop == null ? null : KeyText.of(loop.value()), row.getString(5))
                && KeyText.of(event.source()).equals(row.getString(6))
                && KeyText.of(event.id()).equals(row.getString(7));
        return same ? null : "loop, source or id in the columns is not that of the event";
    }

    /** {@return the event; null if a later release wrote it, and then the hash alone tells that it is as it was} */
    private static @Nullable LoopEvent readable(long position, long revision, String line) {
        try {
            return Rows.entry(position, revision, line).event();
        } catch (Database.Unfit later) {
            return null;
        }
    }
}

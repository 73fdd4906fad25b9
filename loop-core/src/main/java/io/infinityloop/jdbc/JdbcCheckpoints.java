package io.infinityloop.jdbc;

import io.infinityloop.internal.Texts;
import io.infinityloop.journal.Checkpoints;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** Checkpoints beside the journal. */
record JdbcCheckpoints(Sessions sessions) implements Checkpoints {
    private static final String KEEP = "INSERT INTO loop_checkpoint (subscription, position) VALUES (?, ?)"
            + " ON CONFLICT (subscription) DO UPDATE SET position = excluded.position";

    @Override
    public long position(String subscription) {
        String key = key(subscription);
        return sessions.read(Task.of("read a checkpoint"), connection -> {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT position FROM loop_checkpoint WHERE subscription = ?")) {
                query.setString(1, key);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0L;
                }
            }
        });
    }

    @Override
    public void keep(String subscription, long position) {
        String key = key(subscription);
        sessions.write(Task.of("keep a checkpoint"), connection -> {
            sessions.database().checkDurable(connection);
            try (PreparedStatement update = connection.prepareStatement(KEEP)) {
                update.setString(1, key);
                update.setLong(2, position);
                return update.executeUpdate();
            }
        });
    }

    private static String key(String subscription) {
        return KeyText.of(Texts.id("subscription name", subscription));
    }
}

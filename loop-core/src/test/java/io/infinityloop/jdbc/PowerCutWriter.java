package io.infinityloop.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;

/** A process that writes until the disk refuses, and says after each commit what it has. */
final class PowerCutWriter {
    private PowerCutWriter() {}

    /** Takes the file and either {@code journal} or how bare JDBC shall synchronise. */
    public static void main(String[] arguments) throws SQLException {
        Path file = Path.of(arguments[0]);
        if (arguments[1].equals("journal")) {
            journal(file);
        } else {
            bare(file, arguments[1]);
        }
    }

    private static void journal(Path file) {
        JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file));
        for (int revision = journal.read(Given.LOOP, 0).size(); ; revision++) {
            Given.append(journal, revision);
            acknowledge();
        }
    }

    private static void bare(Path file, String synchronous) throws SQLException {
        try (Connection connection = SqliteFile.source(file).getConnection()) {
            Sql.text(connection, "PRAGMA journal_mode = WAL");
            Sql.run(connection, "PRAGMA synchronous = " + synchronous);
            // A check point would sync now and then, whatever the commits do.
            Sql.text(connection, "PRAGMA wal_autocheckpoint = 0");
            Sql.run(connection, "CREATE TABLE IF NOT EXISTS written (number INTEGER PRIMARY KEY, text TEXT)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO written (text) VALUES (?)")) {
                while (true) {
                    insert.setString(1, "x".repeat(500));
                    insert.executeUpdate();
                    acknowledge();
                }
            }
        }
    }

    /** Not so fast that the one who listens is behind. */
    private static void acknowledge() {
        ChildJvm.say("ack");
        LockSupport.parkNanos(1_000_000);
    }
}

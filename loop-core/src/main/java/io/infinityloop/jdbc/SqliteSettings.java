package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What makes commits of SQLite durable and reads clean: set on every connection, and read back. */
final class SqliteSettings {
    /** How long a writer waits for another one. */
    private static final int BUSY_MILLIS = 30_000;

    private static final int BUSY = 5;
    private static final int ATTEMPTS = 100;

    /** These do not touch the file. A connection that locks the file for good would lock out all others. */
    private static final List<Setting> BEFORE = List.of(
            new Setting("busy_timeout", String.valueOf(BUSY_MILLIS), String.valueOf(BUSY_MILLIS)),
            new Setting("locking_mode", "NORMAL", "normal"));

    /** Without a map of the file in memory, a failure of the disk is an error and not the end of the process. */
    private static final List<Setting> DURABLE = List.of(
            new Setting("synchronous", "FULL", "2"),
            new Setting("fullfsync", "ON", "1"),
            new Setting("checkpoint_fullfsync", "ON", "1"),
            new Setting("mmap_size", "0", "0"),
            new Setting("read_uncommitted", "OFF", "0"),
            new Setting("ignore_check_constraints", "OFF", "0"));

    private SqliteSettings() {}

    private record Setting(String name, String value, String shown) {
        void set(Connection connection) throws SQLException {
            Sql.run(connection, "PRAGMA " + name + " = " + value);
            String actual = Sql.text(connection, "PRAGMA " + name);
            if (!actual.equals(shown)) {
                throw new Database.Unfit(name + " is " + (actual.isEmpty() ? "unknown" : actual)
                        + " and can not be set to " + value + ": another driver or other settings of it are needed");
            }
        }
    }

    /** Sets how the connection waits for others. */
    static void prepare(Connection connection) throws SQLException {
        for (Setting setting : BEFORE) {
            setting.set(connection);
        }
    }

    /** Sets what makes commits durable. */
    static void makeDurable(Connection connection) throws SQLException {
        String mode = writeAhead(connection);
        if (!mode.equals("wal")) {
            throw new Database.Unfit("journal_mode is " + mode
                    + " and can not be set to wal: a file on a local disk that may be written is needed");
        }
        for (Setting setting : DURABLE) {
            setting.set(connection);
        }
    }

    /** Changing the mode is the one thing that does not wait for others by itself, so wait for the lock first. */
    private static String writeAhead(Connection connection) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return Sql.text(connection, "PRAGMA journal_mode = WAL");
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || (failure.getErrorCode() & 0xff) != BUSY) {
                    throw failure;
                }
                Sql.run(connection, "BEGIN IMMEDIATE");
                Sql.run(connection, "ROLLBACK");
            }
        }
    }

    /** Checks a connection of the caller, whose settings are the caller's. */
    static void check(Connection connection) throws SQLException {
        String synchronous = Sql.text(connection, "PRAGMA synchronous");
        if (synchronous.compareTo("2") < 0) {
            throw new Database.Unfit("synchronous is " + synchronous
                    + ", with which a commit can be lost: set it to FULL before the transaction begins");
        }
        String mode = Sql.text(connection, "PRAGMA journal_mode");
        if (!mode.equals("wal")) {
            throw new Database.Unfit("journal_mode is " + mode
                    + ", with which a commit can be lost: set it to WAL before the transaction begins");
        }
    }
}

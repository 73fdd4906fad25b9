package io.infinityloop.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that the processes of one machine share. */
final class Sqlite implements Database {
    /** Versions before it can corrupt a file in WAL mode. */
    private static final String LEAST = "3.51.3";

    /** How long a writer waits for another one. */
    private static final int BUSY_MILLIS = 30_000;

    /** I/O error, corrupt file, no database. */
    private static final Set<Integer> BROKEN = Set.of(10, 11, 26);

    private static final String FULL = "2";
    private static final int BUSY = 5;
    private static final int ATTEMPTS = 100;

    private final String file;
    private final @Nullable Object key;

    private Sqlite(String file, @Nullable Object key) {
        this.file = file;
        this.key = key;
    }

    static Sqlite at(Connection connection) throws SQLException {
        String version = connection.getMetaData().getDatabaseProductVersion();
        if (isOlder(version)) {
            throw new Unfit("SQLite " + version + " can corrupt a journal: a driver with SQLite " + LEAST
                    + " or later is needed");
        }
        String file = file(connection);
        if (file.isEmpty()) {
            throw new Unfit("a database in memory keeps nothing: name a file");
        }
        return new Sqlite(file, key(file));
    }

    /** {@return the file that is open, whatever is in it; empty if there is none} */
    private static String file(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet databases = statement.executeQuery("PRAGMA database_list")) {
            while (databases.next()) {
                if (databases.getString(2).equals("main")) {
                    return databases.getString(3);
                }
            }
        }
        return "";
    }

    @Override
    public Dialect dialect() {
        return Dialect.SQLITE;
    }

    @Override
    public String place() {
        return file;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        Sql.run(connection, "PRAGMA busy_timeout = " + BUSY_MILLIS);
    }

    @Override
    public void makeDurable(Connection connection) throws SQLException {
        String mode = writeAhead(connection);
        if (!mode.equals("wal")) {
            throw new Unfit("journal_mode is " + mode + " and can not be set to wal");
        }
        Sql.run(connection, "PRAGMA synchronous = FULL");
        Sql.run(connection, "PRAGMA fullfsync = ON");
        checkSynchronous(connection);
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

    @Override
    public void checkJoined(Connection connection) throws SQLException {
        String joined = file(connection);
        if (!joined.equals(file)) {
            throw new Unfit("the connection leads to " + joined);
        }
        checkSynchronous(connection);
    }

    private static void checkSynchronous(Connection connection) throws SQLException {
        String synchronous = Sql.text(connection, "PRAGMA synchronous");
        if (synchronous.compareTo(FULL) < 0) {
            throw new Unfit("synchronous is " + synchronous
                    + ", with which a commit can be lost: set it to FULL before the transaction begins");
        }
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        return !Sql.text(connection, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '" + table + "'")
                .isEmpty();
    }

    /** The transaction has the one lock that there is. */
    @Override
    public void lockSchema(Connection connection) {}

    /** Not the driver's own transaction: unless told otherwise, that one takes its lock too late. */
    @Override
    public void begin(Connection connection) throws SQLException {
        checkFile();
        Sql.run(connection, "BEGIN IMMEDIATE");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        Sql.run(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        Sql.run(connection, "ROLLBACK");
    }

    @Override
    public String lockHead() {
        return "SELECT position, hash, '' FROM loop_head";
    }

    /** What it would tell is a setting of the connection, which was checked. */
    @Override
    public void checkHead(String setting) {}

    @Override
    public boolean isBroken(SQLException failure) {
        return BROKEN.contains(failure.getErrorCode() & 0xff);
    }

    @Override
    public int kept() {
        return 4;
    }

    /** A file that was deleted or replaced takes what is written without a word and keeps none of it. */
    private void checkFile() {
        Object now = key(file);
        if (now == null || !now.equals(key)) {
            throw new Unfit("the file was " + (now == null ? "deleted" : "replaced") + " while it was open");
        }
    }

    /** {@return what tells a file from another one under the same name; null if there is none} */
    private static @Nullable Object key(String file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(Path.of(file), BasicFileAttributes.class);
            Object key = attributes.fileKey();
            return key == null ? attributes.creationTime() : key;
        } catch (IOException none) {
            return null;
        }
    }

    private static boolean isOlder(String version) {
        return Arrays.compare(numbers(version), numbers(LEAST)) < 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}

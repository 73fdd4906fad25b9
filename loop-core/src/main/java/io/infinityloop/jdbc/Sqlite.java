package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;

/** A file that the processes of one machine share. */
final class Sqlite implements Database {
    /** I/O error, corrupt file, no database. */
    private static final Set<Integer> BROKEN = Set.of(10, 11, 26);

    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CONSTRAINT = 19;

    /** In a URI; elsewhere it is a part of the name, and what a data source is set to, nobody tells. */
    private static final Pattern SHARED_CACHE =
            Pattern.compile("jdbc:sqlite:file:[^?]*\\?(?:.*&)?cache=shared(?:&.*)?");

    private final FileIdentity identity;
    private final Appender appender = new SqliteAppender();

    /** The log beside the file: as long as a connection is open, it is the same one. */
    private final Map<Connection, FileIdentity> logs = Collections.synchronizedMap(new WeakHashMap<>());

    private Sqlite(FileIdentity identity) {
        this.identity = identity;
    }

    static Sqlite at(Connection connection) throws SQLException {
        SqliteVersion.check(connection.getMetaData().getDatabaseProductVersion());
        String file = file(connection);
        if (file.isEmpty()) {
            throw new Unfit("a database in memory keeps nothing: name a file");
        }
        if (SHARED_CACHE
                .matcher(String.valueOf(connection.getMetaData().getURL()))
                .matches()) {
            throw new Unfit("with cache=shared nobody waits for a lock: leave it out of the URL");
        }
        return new Sqlite(FileIdentity.of(file));
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
        return identity.file();
    }

    @Override
    public void checkPlace() {
        identity.check();
    }

    /** Nothing is read yet. A transaction that is still open here is one that its maker forgot. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        try {
            Sql.run(connection, "BEGIN");
        } catch (SQLException forgotten) {
            // Then there is one to roll back.
        }
        Sql.run(connection, "ROLLBACK");
        SqliteSettings.prepare(connection);
    }

    @Override
    public void makeDurable(Connection connection) throws SQLException {
        SqliteSettings.makeDurable(connection);
        Sql.text(connection, "SELECT 1 FROM sqlite_master");
        logs.put(connection, FileIdentity.of(log()));
    }

    private String log() {
        return place() + "-wal";
    }

    @Override
    public void checkJoined(Connection connection) throws SQLException {
        String joined = file(connection);
        if (!joined.equals(place())) {
            throw new Unfit("the connection leads to " + (joined.isEmpty() ? "a database in memory" : joined));
        }
        identity.check();
        SqliteSettings.check(connection);
    }

    /** It was when the connection was opened. */
    @Override
    public void checkDurable(Connection connection) {}

    @Override
    public String flaw(Connection connection) throws SQLException {
        return SqliteTables.flaw(connection);
    }

    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        return !Sql.text(
                        connection,
                        "SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = '" + table + "'")
                .isEmpty();
    }

    @Override
    public String damage(Connection connection) throws SQLException {
        String found = Sql.text(connection, "PRAGMA main.integrity_check('loop_event')");
        return found.equals("ok") ? "" : found.replace('\n', ' ');
    }

    /** The transaction has the one lock that there is. */
    @Override
    public void lockSchema(Connection connection) {}

    /** The file was looked at when the connection was lent. */
    @Override
    public void checkReading(Connection connection) {}

    /** A file that was cut off is read only as if its schema were to be repaired. */
    @Override
    public String beginReading(Connection connection) throws SQLException {
        Sql.run(connection, "PRAGMA query_only = ON");
        try {
            Sql.text(connection, "SELECT 1 FROM sqlite_master");
            return "";
        } catch (SQLException failure) {
            if ((failure.getErrorCode() & 0xff) != CORRUPT) {
                throw failure;
            }
            Sql.run(connection, "PRAGMA writable_schema = ON");
            return "the file is damaged: " + Told.of(failure);
        }
    }

    @Override
    public void endReading(Connection connection) throws SQLException {
        Sql.run(connection, "PRAGMA writable_schema = OFF");
        Sql.run(connection, "PRAGMA query_only = OFF");
    }

    /** Not the driver's own transaction: unless told otherwise, that one takes its lock too late. */
    @Override
    public void begin(Connection connection) throws SQLException {
        if (connection.isReadOnly()) {
            throw new Unfit("the data source gives connections that only read: one that may write is needed");
        }
        FileIdentity log = logs.get(connection);
        if (log != null) {
            log.check();
        }
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

    /** There is nothing to be set in addition. */
    @Override
    public void beginHopefully(Connection connection) throws SQLException {
        begin(connection);
    }

    @Override
    public Appender appender() {
        return appender;
    }

    @Override
    public boolean isRefusal(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == CONSTRAINT;
    }

    @Override
    public boolean isBroken(SQLException failure) {
        return BROKEN.contains(failure.getErrorCode() & 0xff);
    }

    /** On a full disk a new connection can end the process: what it maps into memory has no room either. */
    @Override
    public boolean isFull(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == FULL;
    }

    @Override
    public int kept() {
        return 4;
    }
}

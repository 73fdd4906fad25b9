package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that many processes share. */
final class Postgres implements Database {
    /** Damaged data or index, I/O error. */
    private static final Set<String> BROKEN = Set.of("XX001", "XX002", "58030");

    /** Any number that no one else is likely to use. */
    private static final long SCHEMA_LOCK = 0x496e66696e697479L;

    /** What nobody but the server and its client should know: a user, a password, parameters. */
    private static final Pattern ADDRESS = Pattern.compile("(jdbc:[a-z:-]*//)(?:[^/?;]*@)?([^?;]*)(?:[?;].*)?");

    /** What is checked with each transaction; after it comes the table. */
    static final String SETTINGS = "concat_ws(' ', current_setting('synchronous_commit'),"
            + " current_setting('fsync'), current_setting('full_page_writes'), '')";

    static final String ISOLATION = "read committed";

    /** The table of the head, or nothing if there is none. */
    private static final String TABLE = "SELECT COALESCE(to_regclass('loop_head')::oid::text, '')";

    private static final int LEAST_VERSION = 13;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String SERIALIZATION_FAILURE = "40001";

    /** With any of these the server has a commit on its own disk before it says so. */
    private static final Set<String> DURABLE = Set.of("on", "local", "remote_write", "remote_apply");

    private final String place;

    /** The table of the head that was opened: another search path or server could lead to another journal. */
    private volatile String table = "";

    private final Appender appender = new PostgresAppender(this);

    /** Whether connections come with another isolation than the one that is needed. */
    private volatile boolean strict;

    private Postgres(String place) {
        this.place = place;
    }

    static Postgres at(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < LEAST_VERSION) {
            throw new Unfit("PostgreSQL " + version + " is too old: " + LEAST_VERSION + " or later is needed");
        }
        return new Postgres(place(connection.getMetaData().getURL()));
    }

    /** {@return a URL without what is secret in it} */
    static String place(String url) {
        Matcher matcher = ADDRESS.matcher(url);
        return matcher.matches() ? matcher.group(1) + matcher.group(2) : "PostgreSQL";
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public String place() {
        return place;
    }

    /** A server is what its address leads to. */
    @Override
    public void checkPlace() {}

    /** What somebody began and did not end is not ours to commit; the server is asked only if there is such a thing. */
    @Override
    public void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public void makeDurable(Connection connection) throws SQLException {
        String encoding = Sql.text(connection, "SHOW server_encoding");
        require(
                "server_encoding",
                encoding,
                encoding.equals("UTF8"),
                "expected UTF8: create the database with ENCODING 'UTF8'");
        table = Sql.text(connection, TABLE);
        checkDurable(connection);
    }

    private static void require(String setting, String actual, boolean fits, String what) {
        if (!fits) {
            throw new Unfit(setting + " is " + actual + ", " + what);
        }
    }

    /** The head tells what there is to check. */
    @Override
    public void checkJoined(Connection connection) {}

    @Override
    public void checkDurable(Connection connection) throws SQLException {
        checkSettings(Sql.text(connection, "SELECT " + SETTINGS + " || 'loop_head'::regclass::oid"));
    }

    @Override
    public String flaw(Connection connection) throws SQLException {
        return PostgresTables.flaw(connection);
    }

    /** Not by the name alone: names are looked up in a cache that may not yet know what another one has just made. */
    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        return !Sql.text(
                        connection,
                        "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                                + " WHERE relname = '" + table + "' AND nspname = ANY (current_schemas(false))")
                .isEmpty();
    }

    /** An extension that a server need not have would tell. */
    @Override
    public String damage(Connection connection) {
        return "";
    }

    @Override
    public void lockSchema(Connection connection) throws SQLException {
        Sql.run(connection, "SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }

    /** Not by the transaction: it would end with the first table that is missing. */
    @Override
    public String beginReading(Connection connection) throws SQLException {
        Sql.run(connection, "SET default_transaction_read_only = on");
        return "";
    }

    @Override
    public void endReading(Connection connection) throws SQLException {
        Sql.run(connection, "RESET default_transaction_read_only");
    }

    /** Under a stricter isolation who waited for the head would be refused instead of seeing it. */
    @Override
    public void begin(Connection connection) throws SQLException {
        if (connection.isReadOnly()) {
            throw new Unfit("the data source gives connections that only read: one that may write is needed");
        }
        connection.setAutoCommit(false);
        Sql.run(connection, "SET TRANSACTION ISOLATION LEVEL " + ISOLATION);
    }

    /** Saves a way to the server where the isolation is the one that it has unless somebody changed it. */
    @Override
    public void beginHopefully(Connection connection) throws SQLException {
        if (strict || connection.isReadOnly()) {
            begin(connection);
        } else {
            connection.setAutoCommit(false);
        }
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    @Override
    public Appender appender() {
        return appender;
    }

    /** Something is there already, or a stricter isolation than it should be. */
    @Override
    public boolean isRefusal(SQLException failure) {
        String state = failure.getSQLState();
        return UNIQUE_VIOLATION.equals(state) || SERIALIZATION_FAILURE.equals(state);
    }

    /** From now on the right one is set each time. */
    void checkIsolation(String isolation) throws SQLException {
        if (!isolation.equals(ISOLATION)) {
            strict = true;
            throw new SQLException("the isolation is " + isolation, SERIALIZATION_FAILURE);
        }
    }

    /** Each time: a role, a database, a session and a reload of the server can change the settings. */
    void checkSettings(String settings) {
        String[] parts = settings.split(" ", -1);
        require(
                "synchronous_commit",
                parts[0],
                DURABLE.contains(parts[0]),
                "with which a commit can be lost: set it to on");
        require("fsync", parts[1], parts[1].equals("on"), "expected on: without it a crash of the machine loses all");
        require(
                "full_page_writes",
                parts[2],
                parts[2].equals("on"),
                "expected on: without it a crash of the machine can corrupt the database");
        checkTable(parts[3]);
    }

    private void checkTable(String found) {
        if (!found.equals(table)) {
            throw new Unfit("the connection leads to another journal than the one that was opened:"
                    + " look at its database and its search_path");
        }
    }

    @Override
    public void checkReading(Connection connection) throws SQLException {
        checkTable(Sql.text(connection, TABLE));
    }

    @Override
    public boolean isBroken(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && BROKEN.contains(state);
    }

    /** A pool knows. */
    @Override
    public boolean isFull(SQLException failure) {
        return false;
    }

    /** Whoever has a server has a pool. */
    @Override
    public int kept() {
        return 0;
    }
}

package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A server that many processes share. */
final class Postgres implements Database {
    /** Damaged data or index, I/O error. */
    private static final Set<String> BROKEN = Set.of("XX001", "XX002", "58030");

    /** Any number that no one else is likely to use. */
    private static final long SCHEMA_LOCK = 0x496e66696e697479L;

    private final String place;

    private Postgres(String place) {
        this.place = place;
    }

    static Postgres at(Connection connection) throws SQLException {
        String url = connection.getMetaData().getURL();
        int parameters = url.indexOf('?');
        return new Postgres(parameters < 0 ? url : url.substring(0, parameters));
    }

    @Override
    public Dialect dialect() {
        return Dialect.POSTGRESQL;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
    }

    @Override
    public void makeDurable(Connection connection) throws SQLException {
        require(connection, "server_encoding", "UTF8", "create the database with ENCODING 'UTF8'");
        require(connection, "fsync", "on", "without it nothing survives a crash of the machine");
        require(connection, "full_page_writes", "on", "without it a crash of the machine can corrupt the database");
        checkHead(Sql.text(connection, "SHOW synchronous_commit"));
    }

    private static void require(Connection connection, String setting, String value, String why) throws SQLException {
        String actual = Sql.text(connection, "SHOW " + setting);
        if (!actual.equals(value)) {
            throw new Unfit(setting + " is " + actual + ", expected " + value + ": " + why);
        }
    }

    /** The head tells what there is to check. */
    @Override
    public void checkJoined(Connection connection) {}

    /** Not by the name alone: names are looked up in a cache that may not yet know what another one has just made. */
    @Override
    public boolean hasTable(Connection connection, String table) throws SQLException {
        return !Sql.text(
                        connection,
                        "SELECT 1 FROM pg_catalog.pg_tables WHERE tablename = '" + table
                                + "' AND schemaname = ANY (current_schemas(false))")
                .isEmpty();
    }

    @Override
    public void lockSchema(Connection connection) throws SQLException {
        Sql.run(connection, "SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }

    /** Under a stricter isolation who waited for the head would be refused instead of seeing it. */
    @Override
    public void begin(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        connection.setAutoCommit(false);
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
    public String lockHead() {
        return "SELECT position, hash, current_setting('synchronous_commit') FROM loop_head FOR UPDATE";
    }

    @Override
    public void checkHead(String setting) {
        if (setting.equals("off")) {
            throw new Unfit("synchronous_commit is off, with which a commit can be lost: set it to on");
        }
    }

    @Override
    public boolean isBroken(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && BROKEN.contains(state);
    }

    /** Whoever has a server has a pool. */
    @Override
    public int kept() {
        return 0;
    }
}

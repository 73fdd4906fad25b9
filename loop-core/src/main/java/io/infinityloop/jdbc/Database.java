package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** What SQLite and PostgreSQL do differently. */
sealed interface Database permits Sqlite, Postgres {
    /** {@return the database that a connection leads to} */
    static Database of(Connection connection) throws SQLException {
        return Dialect.of(connection) == Dialect.SQLITE ? Sqlite.at(connection) : Postgres.at(connection);
    }

    Dialect dialect();

    /** {@return where the data are, for messages, without anything secret} */
    String place();

    /**
     * Checks that the place is still the one that was opened.
     *
     * @throws Unfit if it is not
     */
    void checkPlace();

    /** Makes a connection of our own ready, without changing anything that is kept. */
    void prepare(Connection connection) throws SQLException;

    /**
     * Sets what makes a commit durable, and reads it back.
     *
     * @throws Unfit if it is not so afterwards
     */
    void makeDurable(Connection connection) throws SQLException;

    /**
     * Checks that a transaction of the caller can be joined.
     *
     * @throws Unfit if its commit would not be durable
     */
    void checkJoined(Connection connection) throws SQLException;

    /**
     * Checks a connection of our own for a write that does not lock the head.
     *
     * @throws Unfit if its commit would not be durable
     */
    void checkDurable(Connection connection) throws SQLException;

    /** {@return what of the tables is missing or not as it was made; empty if nothing} */
    String flaw(Connection connection) throws SQLException;

    /** {@return whether a table is there} */
    boolean hasTable(Connection connection, String table) throws SQLException;

    /** {@return what the database finds wrong with its indexes of the events; empty if nothing, or it can not tell} */
    String damage(Connection connection) throws SQLException;

    /** Keeps others from creating or upgrading the schema until the transaction ends. */
    void lockSchema(Connection connection) throws SQLException;

    /**
     * Checks that what is read is the journal that was opened.
     *
     * @throws Unfit if it is another one
     */
    void checkReading(Connection connection) throws SQLException;

    /**
     * Sees to it that a connection only reads, also what is damaged.
     *
     * @return what is wrong with the database as a whole; empty if nothing is
     */
    String beginReading(Connection connection) throws SQLException;

    /** Makes the connection what it was before. */
    void endReading(Connection connection) throws SQLException;

    /** Begins a transaction that appends or writes, and sets what it needs. */
    void begin(Connection connection) throws SQLException;

    /** Begins a transaction that appends, and leaves it to {@link #appender()} to find out whether all is set. */
    void beginHopefully(Connection connection) throws SQLException;

    void commit(Connection connection) throws SQLException;

    void rollback(Connection connection) throws SQLException;

    /** {@return the statements that append} */
    Appender appender();

    /** {@return whether what was tried can succeed in a new transaction that looks first what is there} */
    boolean isRefusal(SQLException failure);

    /** {@return whether nothing that the database says can be relied on after this} */
    boolean isBroken(SQLException failure);

    /** {@return whether there was no room, after which the connection is as good as before} */
    boolean isFull(SQLException failure);

    /** {@return how many connections are kept open between two calls} */
    int kept();

    /** The database can not be trusted with a journal as it is. */
    final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String problem) {
            super(problem);
        }
    }
}

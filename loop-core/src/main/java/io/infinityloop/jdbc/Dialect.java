package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The databases that a journal can be kept in.
 *
 * @since 0.1
 */
public enum Dialect {
    /** SQLite from 3.51.3 on: a file that the processes of one machine share, not on a network file system. */
    SQLITE,

    /** PostgreSQL from 13 on: many processes on many machines. */
    POSTGRESQL;

    /**
     * Returns what a connection speaks.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        if ("SQLite".equals(product)) {
            return SQLITE;
        }
        if ("PostgreSQL".equals(product)) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException(
                "a journal can not be kept in " + product + ": expected a data source of SQLite or PostgreSQL");
    }
}

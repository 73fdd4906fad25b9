package io.infinityloop.jdbc;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a journal: their names begin with {@code loop_}, and {@code loop_schema} has a row for each version
 * that they went through.
 *
 * @since 0.1
 */
public final class JdbcSchema {
    private static final String VERSIONS = "loop_schema";

    private static final List<String> TABLES =
            List.of(VERSIONS, "loop_event", "loop_head", "loop_checkpoint", "loop_snapshot");

    /** In PostgreSQL. */
    private static final String NO_SUCH_COLUMN = "42703";

    /** The statement can not be run as it is. */
    private static final int SQLITE_ERROR = 1;

    private JdbcSchema() {}

    /**
     * Returns the version of the schema that this release works with.
     *
     * @return the version, at least 1
     */
    public static int version() {
        return Migrations.of(Dialect.SQLITE).size();
    }

    /**
     * Returns what {@link JdbcJournal#create} would do in an empty database, for those who do it by hand.
     *
     * @param dialect the kind of database
     * @return the statements, each ended by a semicolon and a line feed, to be run in their order
     */
    public static String sql(Dialect dialect) {
        return sql(dialect, 0);
    }

    /**
     * Returns what {@link JdbcJournal#create} would do in a database with an older schema.
     *
     * @param dialect the kind of database
     * @param from the version that the database has, from 0 for none
     * @return the statements, each ended by a semicolon and a line feed; empty if there is nothing to do
     * @throws IllegalArgumentException if the version is below 0 or above {@link #version()}
     */
    public static String sql(Dialect dialect, int from) {
        return statements(requireNonNull(dialect, "dialect"), from).stream()
                .map(statement -> statement + ";\n")
                .collect(Collectors.joining());
    }

    private static List<String> statements(Dialect dialect, int from) {
        List<List<String>> all = Migrations.of(dialect);
        if (from < 0 || from > all.size()) {
            throw new IllegalArgumentException("there is no way from version " + from
                    + " of the schema: expected one from 0 for none to " + all.size());
        }
        return Stream.iterate(from + 1, version -> version <= all.size(), version -> version + 1)
                .flatMap(version -> Stream.concat(
                        all.get(version - 1).stream(),
                        Stream.of("INSERT INTO " + VERSIONS + " (version) VALUES (" + version + ")")))
                .toList();
    }

    /** {@return whether the tables are missing or of an earlier version} */
    static boolean isOlder(Database database, Connection connection) throws SQLException {
        return found(database, connection) < version();
    }

    /** Creates or upgrades the tables, in the transaction of the connection; another one may just have done so. */
    static void upgrade(Database database, Connection connection) throws SQLException {
        database.lockSchema(connection);
        int found = (int) Math.min(version(), found(database, connection));
        if (found == 0) {
            checkNothingIsThere(database, connection);
        }
        for (String statement : statements(database.dialect(), found)) {
            Sql.run(connection, statement);
        }
    }

    private static void checkNothingIsThere(Database database, Connection connection) throws SQLException {
        for (String table : TABLES) {
            if (database.hasTable(connection, table)) {
                throw new Database.Unfit("it has a table " + table + ", but they are not those of a journal:"
                        + " nothing was changed, choose another place or rename that table");
            }
        }
    }

    /**
     * Checks that the tables are those of this release.
     *
     * @throws Database.Unfit if they are not
     */
    static void check(Database database, Connection connection) throws SQLException {
        long found = found(database, connection);
        if (found > version()) {
            throw new Database.Unfit("its tables are of version " + found
                    + ", which a later release made: this one knows " + version() + " and changes nothing");
        }
        if (found < version()) {
            throw new Database.Unfit(
                    (found == 0 ? "it has no tables of a journal" : "its tables are of version " + found)
                            + ": JdbcJournal.create makes those of version " + version()
                            + ", JdbcSchema.sql prints how");
        }
        String flaw = database.flaw(connection);
        if (!flaw.isEmpty()) {
            throw new Database.Unfit("of its tables " + flaw
                    + ": restore a backup, or repair them as JdbcSchema.sql prints them and verify the journal");
        }
    }

    /** {@return whether a table of a journal is there} */
    static boolean hasAny(Database database, Connection connection) throws SQLException {
        for (String table : TABLES) {
            if (database.hasTable(connection, table)) {
                return true;
            }
        }
        return false;
    }

    /** {@return what is wrong with the tables, of which there is one at least; empty if nothing is} */
    static String flaw(Database database, Connection connection) throws SQLException {
        if (!database.hasTable(connection, VERSIONS)) {
            return "of its tables the table " + VERSIONS + " is missing";
        }
        try {
            check(database, connection);
            return "";
        } catch (Database.Unfit unfit) {
            return String.valueOf(unfit.getMessage());
        }
    }

    private static long found(Database database, Connection connection) throws SQLException {
        if (!database.hasTable(connection, VERSIONS)) {
            return 0;
        }
        try {
            return Long.parseLong(Sql.text(connection, "SELECT COALESCE(MAX(version), 0) FROM " + VERSIONS));
        } catch (SQLException failure) {
            if (NO_SUCH_COLUMN.equals(failure.getSQLState()) || failure.getErrorCode() == SQLITE_ERROR) {
                throw new Database.Unfit("its table " + VERSIONS + " is not that of a journal: choose another place");
            }
            throw failure;
        }
    }
}

package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether the tables of SQLite are those that were made: it keeps the statements that made them. */
final class SqliteTables {
    private SqliteTables() {}

    /** {@return what is missing or was changed; empty if nothing} */
    static String flaw(Connection connection) throws SQLException {
        Map<String, String> found = found(connection);
        for (List<String> version : Migrations.of(Dialect.SQLITE)) {
            for (String statement : version) {
                if (statement.startsWith("CREATE ")) {
                    String[] words = statement.split("\\s+", 4);
                    String there = found.get(words[2]);
                    if (!plain(statement).equals(there)) {
                        return told(words[1].equals("TABLE") ? "table" : "trigger", words[2], there);
                    }
                }
            }
        }
        return "";
    }

    private static String told(String kind, String name, @Nullable String there) {
        return "the " + kind + " " + name + (there == null ? " is missing" : " is not as it was made");
    }

    private static Map<String, String> found(Connection connection) throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")) {
            while (rows.next()) {
                found.put(rows.getString(1), plain(rows.getString(2)));
            }
        }
        return found;
    }

    private static String plain(String statement) {
        return statement.strip().replaceAll("\\s+", " ");
    }
}

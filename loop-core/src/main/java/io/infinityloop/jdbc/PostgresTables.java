package io.infinityloop.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the tables of PostgreSQL are those that were made. More columns with defaults, and more indexes, do no harm.
 */
final class PostgresTables {
    private static final String TABLES = "(to_regclass('loop_event'), to_regclass('loop_head'),"
            + " to_regclass('loop_schema'), to_regclass('loop_checkpoint'), to_regclass('loop_snapshot'))";

    private static final String FOUND = """
            SELECT 'all tables in one schema' FROM pg_class WHERE oid IN %1$s
              HAVING count(DISTINCT relnamespace) = 1
            UNION ALL
            SELECT 'table ' || relname || ' that survives a crash' FROM pg_class
              WHERE oid IN %1$s AND relkind = 'r' AND relpersistence = 'p'
            UNION ALL
            SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
                || CASE WHEN attnotnull THEN ' not null' ELSE '' END
              FROM pg_attribute JOIN pg_class c ON c.oid = attrelid WHERE c.oid IN %1$s AND attnum > 0
            UNION ALL
            SELECT 'unique ' || relname || '(' || (SELECT string_agg(attname, ', ' ORDER BY place)
                FROM unnest(conkey) WITH ORDINALITY AS key (number, place)
                JOIN pg_attribute ON attrelid = conrelid AND attnum = number) || ')'
              FROM pg_constraint JOIN pg_class c ON c.oid = conrelid JOIN pg_index ON indexrelid = conindid
              WHERE c.oid IN %1$s AND contype IN ('p', 'u') AND NOT condeferrable AND indisvalid
            UNION ALL
            SELECT 'trigger ' || tgname FROM pg_trigger JOIN pg_proc p ON p.oid = tgfoid
              WHERE tgrelid = to_regclass('loop_event') AND tgtype = 58 AND tgenabled IN ('O', 'A')
                AND tgqual IS NULL AND prosrc LIKE '%%RAISE EXCEPTION%%'
            """.formatted(TABLES);

    /** In the order in which they are looked for. */
    private static final List<String> EXPECTED = List.of(
            "table loop_event that survives a crash",
            "table loop_head that survives a crash",
            "table loop_schema that survives a crash",
            "table loop_checkpoint that survives a crash",
            "table loop_snapshot that survives a crash",
            "all tables in one schema",
            "column loop_event.position bigint not null",
            "column loop_event.loop text",
            "column loop_event.revision bigint not null",
            "column loop_event.source text not null",
            "column loop_event.id text not null",
            "column loop_event.event text not null",
            "column loop_event.hash character(64) not null",
            "unique loop_event(position)",
            "unique loop_event(loop, revision)",
            "unique loop_event(source, id)",
            "column loop_head.only_row integer not null",
            "column loop_head.position bigint not null",
            "column loop_head.hash character(64) not null",
            "unique loop_head(only_row)",
            "column loop_checkpoint.position bigint not null",
            "unique loop_checkpoint(subscription)",
            "column loop_snapshot.revision bigint not null",
            "column loop_snapshot.snapshot text not null",
            "unique loop_snapshot(loop)",
            "trigger loop_event_append_only");

    private PostgresTables() {}

    /** {@return what is missing or was changed; empty if nothing} */
    static String flaw(Connection connection) throws SQLException {
        Set<String> found = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FOUND)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return EXPECTED.stream()
                .filter(part -> !found.contains(part))
                .findFirst()
                .map(part -> "this is missing or not as it was made: " + part)
                .orElse("");
    }
}

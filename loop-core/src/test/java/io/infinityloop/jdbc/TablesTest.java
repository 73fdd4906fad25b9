package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables that were half made, changed, or are those of somebody else. */
class TablesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DROP TRIGGER loop_event_no_update         | the trigger loop_event_no_update is missing
                    DROP TRIGGER loop_event_no_delete         | the trigger loop_event_no_delete is missing
                    DROP TABLE loop_event                     | the table loop_event is missing
                    DROP TABLE loop_head                      | the table loop_head is missing
                    DROP TABLE loop_snapshot                  | the table loop_snapshot is missing
                    ALTER TABLE loop_event ADD extra TEXT     | the table loop_event is not as it was made
                    ALTER TABLE loop_head RENAME COLUMN hash TO digest | the table loop_head is not as it was made
                    """)
    void on_sqlite_what_is_missing_or_changed_is_named(String change, String flaw) throws SQLException {
        assertRefused(SqliteFile.source(folder.resolve("journal.db")), change, flaw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DROP TRIGGER loop_event_append_only ON loop_event | trigger loop_event_append_only
                    ALTER TABLE loop_event DISABLE TRIGGER ALL        | trigger loop_event_append_only
                    DROP TABLE loop_event                             | table loop_event that survives a crash
                    ALTER TABLE loop_event SET UNLOGGED               | table loop_event that survives a crash
                    ALTER TABLE loop_head SET UNLOGGED                | table loop_head that survives a crash
                    DROP TABLE loop_checkpoint                        | table loop_checkpoint that survives a crash
                    ALTER TABLE loop_event DROP CONSTRAINT loop_event_source_id_key | unique loop_event(source, id)
                    ALTER TABLE loop_event DROP CONSTRAINT loop_event_loop_revision_key | unique loop_event(loop, revision)
                    ALTER TABLE loop_event ALTER hash TYPE TEXT       | column loop_event.hash character(64) not null
                    ALTER TABLE loop_event ALTER event DROP NOT NULL  | column loop_event.event text not null
                    CREATE OR REPLACE FUNCTION loop_append_only() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END' | trigger loop_event_append_only
                    """)
    void on_postgres_what_is_missing_or_changed_is_named(String change, String flaw) throws SQLException {
        assertRefused(
                new UrlSource(PostgresServer.emptyPlace()), change, "this is missing or not as it was made: " + flaw);
    }

    private static void assertRefused(DataSource source, String change, String flaw) throws SQLException {
        JdbcJournal.create(source).close();
        run(source, change);
        for (Callable<JdbcJournal> way : ways(source)) {
            assertThatThrownBy(way::call)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(": of its tables " + flaw + ": restore a backup, or repair them as"
                            + " JdbcSchema.sql prints them and verify the journal");
        }
    }

    @Test
    void tables_of_somebody_else_are_left_alone() throws SQLException {
        leftAlone(SqliteFile.source(folder.resolve("shop.db")), SqliteFile.source(folder.resolve("other.db")));
        leftAlone(new UrlSource(PostgresServer.emptyPlace()), new UrlSource(PostgresServer.emptyPlace()));
    }

    private static void leftAlone(DataSource source, DataSource other) throws SQLException {
        run(source, "CREATE TABLE loop_event (id INTEGER)");
        assertThatThrownBy(() -> JdbcJournal.create(source))
                .isInstanceOf(JournalException.class)
                .hasMessageEndingWith("it has a table loop_event, but they are not those of a journal: nothing was"
                        + " changed, choose another place or rename that table");
        assertThatThrownBy(() -> JdbcJournal.open(source)).hasMessageContaining("it has no tables of a journal");

        run(other, "CREATE TABLE loop_schema (name TEXT)");
        for (Callable<JdbcJournal> way : ways(other)) {
            assertThatThrownBy(way::call)
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith("its table loop_schema is not that of a journal: choose another place");
        }
        try (Connection connection = source.getConnection()) {
            assertThatThrownBy(() -> Sql.run(connection, "SELECT 1 FROM loop_schema"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void further_indexes_and_versions_beyond_all_numbers_do_no_harm() throws SQLException {
        DataSource source = SqliteFile.source(folder.resolve("journal.db"));
        JdbcJournal.create(source).close();
        run(source, "CREATE INDEX by_source ON loop_event (source)");
        JdbcJournal.open(source).close();
        run(source, "INSERT INTO loop_schema (version) VALUES (99999999999)");
        assertThatThrownBy(() -> JdbcJournal.open(source)).hasMessageContaining("of version 99999999999");
    }

    /** REPLACE deletes the row that is in its way, which fires no trigger of its own by default. */
    @Test
    void an_event_can_not_be_replaced_on_sqlite() throws SQLException {
        DataSource source = SqliteFile.source(folder.resolve("journal.db"));
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            Given.fill(journal, 3);
            for (String columns : List.of(
                    "2, loop, 2, source, id",
                    "4, loop, 4, source, id",
                    "4, loop, 2, source, 'new'",
                    "2, loop, 4, source, 'new'")) {
                String change = "REPLACE INTO loop_event (position, loop, revision, source, id, event, hash) SELECT "
                        + columns + ", event, hash FROM loop_event WHERE position = 2";
                assertThatThrownBy(() -> run(source, change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("events of a journal are never changed or deleted");
            }
            assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
        }
    }

    private static List<Callable<JdbcJournal>> ways(DataSource source) {
        return List.of(() -> JdbcJournal.open(source), () -> JdbcJournal.create(source));
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.journal.Anchor;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** A journal that can not be opened any more still tells what is wrong with it. */
class InspectionTest {
    private static final String CHANGED = "revision, event or hash was changed";
    private static final String CHANGE =
            "UPDATE loop_event SET event = replace(event, 'quiet', 'calm') WHERE position = 3";

    @TempDir
    private Path folder;

    @Test
    void an_intact_journal_has_no_flaw() throws SQLException {
        for (DataSource source : both()) {
            Verification verified = fill(source);
            Inspection found = JdbcJournal.inspect(source, Anchor.BEGINNING);
            assertThat(found.isIntact()).isTrue();
            assertThat(found.flaw()).isEmpty();
            assertThat(found.events()).isEqualTo(verified);
            assertThat(found.place()).contains(found.place().contains("postgresql") ? "localhost" : "journal.db");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP TRIGGER loop_event_no_update | the trigger loop_event_no_update is missing
            ALTER TABLE loop_event ADD extra TEXT; DROP TRIGGER loop_event_no_update | the table loop_event is not as it was made
            DROP TABLE loop_schema; DROP TRIGGER loop_event_no_update | of its tables the table loop_schema is missing
            DELETE FROM loop_schema; DROP TRIGGER loop_event_no_update | it has no tables of a journal
            INSERT INTO loop_schema (version) VALUES (99); DROP TRIGGER loop_event_no_update | its tables are of version 99, which a later release made
            DROP TABLE loop_head; DROP TRIGGER loop_event_no_update | the table loop_head is missing
            """)
    void on_sqlite_both_are_told_what_is_wrong_with_the_tables_and_which_event_was_changed(String how, String flaw)
            throws SQLException {
        assertBothTold(SqliteFile.source(folder.resolve("journal.db")), how, flaw);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP TRIGGER loop_event_append_only ON loop_event | trigger loop_event_append_only
            ALTER TABLE loop_event DISABLE TRIGGER ALL; DROP TABLE loop_checkpoint | table loop_checkpoint that survives a crash
            ALTER TABLE loop_event DISABLE TRIGGER ALL; DROP TABLE loop_head | table loop_head that survives a crash
            """)
    void on_postgres_both_are_told_what_is_wrong_with_the_tables_and_which_event_was_changed(String how, String flaw)
            throws SQLException {
        assertBothTold(new UrlSource(PostgresServer.emptyPlace()), how, flaw);
    }

    private static void assertBothTold(DataSource source, String how, String flaw) throws SQLException {
        fill(source);
        for (String statement : how.split("; ", -1)) {
            run(source, statement);
        }
        run(source, CHANGE);
        assertThatThrownBy(() -> JdbcJournal.open(source)).isInstanceOf(JournalException.class);
        Inspection found = JdbcJournal.inspect(source, Anchor.BEGINNING);
        assertThat(found.isIntact()).isFalse();
        assertThat(found.flaw()).contains(flaw);
        assertThat(found.events()).isEqualTo(new Verification.Broken(3, CHANGED));
    }

    @Test
    void without_its_head_nobody_knows_whether_the_end_is_there() throws SQLException {
        for (DataSource source : both()) {
            fill(source);
            run(source, "DROP TABLE loop_head");
            assertThat(JdbcJournal.inspect(source, Anchor.BEGINNING).events())
                    .isEqualTo(new Verification.Broken(
                            6,
                            "nobody knows whether there was an event: loop_head is gone, which knew where the journal"
                                    + " ends"));
        }
    }

    @Test
    void without_the_table_of_events_or_a_column_of_it_all_of_them_are_lost() throws SQLException {
        for (DataSource source : both()) {
            fill(source);
            run(source, "ALTER TABLE loop_event RENAME COLUMN event TO line");
            Inspection found = JdbcJournal.inspect(source, Anchor.BEGINNING);
            assertThat(found.flaw()).contains("loop_event");
            assertThat(((Verification.Broken) found.events()).problem()).startsWith("the database can not read it");
            run(source, "DROP TABLE loop_event");
            assertThat(JdbcJournal.inspect(source, Anchor.BEGINNING).events())
                    .isEqualTo(new Verification.Broken(1, "there is no table loop_event"));
        }
    }

    @Test
    void an_anchor_of_another_journal_may_be_just_that() throws SQLException {
        for (DataSource source : both()) {
            fill(source);
            assertThat(JdbcJournal.inspect(source, new Anchor(2, "1".repeat(64)))
                            .events())
                    .isEqualTo(new Verification.Broken(
                            2,
                            "it has another hash than the one that was kept: either that is of another journal, or this"
                                    + " event or one before it was changed, and the hashes with it"));
        }
    }

    @Test
    void where_no_journal_is_nothing_is_made() throws SQLException {
        for (DataSource source : both()) {
            assertThatThrownBy(() -> JdbcJournal.inspect(source, Anchor.BEGINNING))
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith("cannot verify: it has no tables of a journal");
            try (Connection connection = source.getConnection()) {
                assertThatThrownBy(() -> Sql.run(connection, "SELECT 1 FROM loop_event"))
                        .isInstanceOf(SQLException.class);
            }
        }
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        SQLiteDataSource missing = new SQLiteDataSource(config);
        missing.setUrl("jdbc:sqlite:" + folder.resolve("missing.db"));
        for (Consumer<DataSource> way : List.<Consumer<DataSource>>of(
                JdbcJournal::open, source -> JdbcJournal.inspect(source, Anchor.BEGINNING))) {
            assertThatThrownBy(() -> way.accept(missing)).isInstanceOf(JournalException.class);
            assertThat(folder.resolve("missing.db")).doesNotExist();
        }
    }

    @Test
    void what_is_no_database_is_told_and_not_changed() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.db"), "not a database\n".repeat(200));
        assertThatThrownBy(() -> JdbcJournal.inspect(SqliteFile.source(file), Anchor.BEGINNING))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("notes.db: cannot verify: ")
                .hasMessageContaining("not a database");
        assertThat(file).hasContent("not a database\n".repeat(200));
    }

    @Test
    void of_a_file_that_was_cut_off_is_told_how_far_it_can_be_read() throws IOException {
        Path file = folder.resolve("cut.db");
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            Given.fill(journal, 400);
        }
        long size = Files.size(file);
        long last = 401;
        for (long kept : List.of(size - 4_096, size / 2, size / 4, 8_192L, 5_000L)) {
            Path cut = Files.copy(file, folder.resolve("cut" + kept + ".db"));
            try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
                channel.truncate(kept);
            }
            byte[] before = Files.readAllBytes(cut);
            assertThatThrownBy(() -> JdbcJournal.open(SqliteFile.source(cut))).isInstanceOf(JournalException.class);
            Inspection found = JdbcJournal.inspect(SqliteFile.source(cut), Anchor.BEGINNING);
            assertThat(found.isIntact()).isFalse();
            assertThat(found.flaw()).startsWith("the file is damaged: [SQLITE_CORRUPT]");
            Verification.Broken broken = (Verification.Broken) found.events();
            assertThat(broken.position()).as("of %d bytes: %s", kept, broken).isBetween(1L, last);
            last = broken.position();
            assertThat(cut).hasBinaryContent(before);
        }
        assertThat(last).isLessThan(50);
    }

    @Test
    void a_file_that_was_cut_off_in_its_last_page_is_broken_there() throws IOException {
        Path file = folder.resolve("cut.db");
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            Given.fill(journal, 400);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() - 1_000);
        }
        Inspection found = JdbcJournal.inspect(SqliteFile.source(file), Anchor.BEGINNING);
        assertThat(((Verification.Broken) found.events()).position()).isBetween(390L, 400L);
    }

    private List<DataSource> both() throws SQLException {
        return List.of(SqliteFile.source(folder.resolve("journal.db")), new UrlSource(PostgresServer.emptyPlace()));
    }

    private static Verification fill(DataSource source) {
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            Given.fill(journal, 5);
            return journal.verify();
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Sql.run(connection, sql);
        }
    }
}

package io.infinityloop.jdbc;

import static io.infinityloop.jdbc.Given.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file is deleted, renamed or replaced underneath, which SQLite itself does not notice. */
class SqliteFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("journal.db");
    }

    @Test
    void nothing_is_read_from_a_file_that_is_not_there_any_more_and_none_is_made_in_its_place() throws Exception {
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            append(journal, 0);
            Files.delete(file);
            assertThatThrownBy(() -> journal.read(Given.LOOP, 0))
                    .hasMessageContaining("cannot read loop SHOP-1: the file " + file + " was deleted or renamed");
            assertThatThrownBy(journal::verify).hasMessageContaining("was deleted or renamed");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void no_file_is_made_where_one_was_deleted_before_the_first_append() throws Exception {
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            Files.delete(file);
            assertThatThrownBy(() -> append(journal, 0)).hasMessageContaining("was deleted or renamed");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void a_transaction_of_the_caller_is_not_joined_either() throws Exception {
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file));
                Connection connection = SqliteFile.source(file).getConnection()) {
            append(journal, 0);
            Sql.text(connection, "SELECT count(*) FROM loop_event");
            connection.setAutoCommit(false);
            Files.move(file, folder.resolve("renamed.db"));
            assertThatThrownBy(() -> journal.within(connection).append(Given.LOOP, 1, List.of(Given.event(2))))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("was deleted or renamed");
            Files.copy(folder.resolve("renamed.db"), file);
            assertThatThrownBy(() -> journal.within(connection).append(Given.LOOP, 1, List.of(Given.event(2))))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("was replaced");
        }
    }

    /** Until it is copied into the file, the log has what was acknowledged. */
    @Test
    void nothing_is_acknowledged_once_the_log_beside_the_file_is_deleted() throws Exception {
        Path log = folder.resolve("journal.db-wal");
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            append(journal, 0);
            Files.move(log, folder.resolve("moved-wal"));
            assertThatThrownBy(() -> append(journal, 1))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("the file " + log + " was deleted or renamed");
            Files.move(folder.resolve("moved-wal"), log);
            append(journal, 1);
            assertThat(journal.readAll(0, 10)).hasSize(2);
        }
    }

    @Test
    void a_file_that_is_empty_becomes_a_journal_only_when_it_is_asked_for() throws Exception {
        Files.createFile(file);
        assertThatThrownBy(() -> JdbcJournal.open(SqliteFile.source(file)))
                .hasMessageContaining("it has no tables of a journal");
        assertThat(file).isEmptyFile();
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            append(journal, 0);
        }
    }

    @Test
    void a_place_that_can_not_hold_a_file_is_refused_with_what_is_needed() {
        for (Path place : List.of(folder, folder.resolve("none/journal.db"))) {
            assertThatThrownBy(() -> JdbcJournal.create(SqliteFile.source(place)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith(
                            "; the folder must be there and writable, and the name must not be that of a" + " folder");
        }
        assertThat(folder).isEmptyDirectory();
    }
}

package io.infinityloop.jdbc;

import static io.infinityloop.jdbc.Given.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.journal.AppendResult;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a commit durable is set and read back, each time. */
class SqliteSettingsTest {
    @TempDir
    private Path folder;

    /** Each has another value in the driver, so that only setting it gives the right one. */
    @ParameterizedTest
    @CsvSource({
        "busy_timeout, 3000",
        "locking_mode, exclusive",
        "journal_mode, delete",
        "synchronous, 1",
        "fullfsync, 0",
        "checkpoint_fullfsync, 0",
        "mmap_size, 4096",
        "read_uncommitted, 1"
    })
    void a_setting_that_does_not_stay_is_refused_at_the_opening_and_on_every_later_connection(
            String name, String actual) {
        Path file = folder.resolve("journal.db");
        JdbcJournal.create(SqliteFile.source(file)).close();
        FaultySource source = new FaultySource("jdbc:sqlite:" + file
                + "?synchronous=NORMAL&locking_mode=EXCLUSIVE&read_uncommitted=true&mmap_size=4096");
        FaultySource.Fault deaf = (sql, execution) ->
                execution.of(sql.startsWith("PRAGMA " + name + " =") ? "SELECT '" + actual + "'" : sql);

        try (JdbcJournal journal = JdbcJournal.open(source)) {
            source.set(deaf);
            assertThatThrownBy(() -> append(journal, 0))
                    .isInstanceOf(JournalException.class)
                    .hasMessageStartingWith("journal " + file + ": cannot append to loop SHOP-1 at revision 0: " + name
                            + " is " + actual + " and can not be set to ");
        }
        assertThatThrownBy(() -> JdbcJournal.open(source))
                .isInstanceOf(JournalException.class)
                .hasMessageStartingWith("journal " + file + ": cannot open: " + name + " is " + actual);
        source.heal();
        try (JdbcJournal journal = JdbcJournal.open(source)) {
            assertThat(append(journal, 0)).isInstanceOf(AppendResult.Appended.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.2", "3.46.1", "3.9.99", "2.99.99", "old", "3.52", ""})
    void versions_that_can_corrupt_a_file_and_those_that_say_nothing_count_as_too_old(String version) {
        assertThat(SqliteVersion.isOlder(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.51.3", "3.51.10", "3.54.1", "3.100.0", "4.0.0", "3.52.0-beta"})
    void later_versions_do_not(String version) {
        assertThat(SqliteVersion.isOlder(version)).isFalse();
    }

    @Test
    void a_driver_that_is_too_old_is_refused_and_makes_no_tables() throws SQLException {
        FaultySource old = new FaultySource("jdbc:sqlite:" + folder.resolve("journal.db"));
        old.reportVersion("3.51.2");
        assertThatThrownBy(() -> JdbcJournal.create(old))
                .isInstanceOf(JournalException.class)
                .hasMessage("journal: cannot create: SQLite 3.51.2 can corrupt a journal: a driver with SQLite 3.51.3"
                        + " or later is needed");
        try (Connection connection = old.getConnection()) {
            assertThat(Sql.text(connection, "SELECT count(*) FROM sqlite_master"))
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache=shared", "mode=rwc&cache=shared", "cache=shared&mode=rw"})
    void a_cache_that_connections_share_is_refused(String parameters) {
        Path file = folder.resolve("journal.db");
        JdbcJournal.create(SqliteFile.source(file)).close();
        assertThatThrownBy(() -> JdbcJournal.open(new UrlSource("jdbc:sqlite:file:" + file + "?" + parameters)))
                .isInstanceOf(JournalException.class)
                .hasMessage("journal: cannot open: with cache=shared nobody waits for a lock: leave it out of the URL");
        JdbcJournal.open(new UrlSource("jdbc:sqlite:file:" + file + "?mode=rw")).close();
    }

    @Test
    void what_somebody_left_open_in_a_connection_is_not_committed() throws SQLException {
        Path file = folder.resolve("journal.db");
        JdbcJournal.create(SqliteFile.source(file)).close();
        FaultySource source = new FaultySource("jdbc:sqlite:" + file);
        source.onConnection(connection -> Sql.run(connection, "BEGIN"));
        try (JdbcJournal journal = JdbcJournal.open(source)) {
            assertThat(append(journal, 0)).isInstanceOf(AppendResult.Appended.class);
        }

        source.onConnection(connection -> connection.setAutoCommit(false));
        try (JdbcJournal journal = JdbcJournal.open(source)) {
            assertThat(append(journal, 1)).isInstanceOf(AppendResult.Appended.class);
        }
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
            assertThat(journal.readAll(0, 10)).hasSize(2);
        }
    }

    @Test
    void a_joined_connection_with_another_way_of_writing_is_refused() throws SQLException {
        Path file = folder.resolve("journal.db");
        JdbcJournal.create(SqliteFile.source(file)).close();
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file));
                Connection connection = SqliteFile.source(file).getConnection()) {
            Sql.text(connection, "PRAGMA journal_mode = DELETE");
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> journal.within(connection).append(Given.LOOP, 0, List.of(Given.event(1))))
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith(
                            "journal_mode is delete, with which a commit can be lost: set it to WAL before the"
                                    + " transaction begins");
        }
    }
}

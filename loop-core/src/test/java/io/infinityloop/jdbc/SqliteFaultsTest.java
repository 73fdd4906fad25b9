package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.abort;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteFaultsTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final LoopId LOOP = LoopId.of("SHOP-1");

    @TempDir
    private Path folder;

    @Test
    void what_has_no_tables_of_a_journal_is_not_opened_and_not_changed() throws Exception {
        Path file = folder.resolve("shop.db");
        try (Connection connection = SqliteFile.source(file).getConnection()) {
            Sql.run(connection, "CREATE TABLE orders (id INTEGER)");
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> JdbcJournal.open(SqliteFile.source(file)))
                .isInstanceOf(JournalException.class)
                .hasMessage("journal " + file + ": cannot open: it has no tables of a journal:"
                        + " JdbcJournal.create makes those of version 2, JdbcSchema.sql prints how");
        assertThat(file).hasBinaryContent(before);
        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**-wal");
    }

    @Test
    void a_file_that_is_no_database_is_named_and_not_changed() throws Exception {
        Path file = folder.resolve("notes.db");
        Files.writeString(file, "not a database\n".repeat(200));
        for (Callable<JdbcJournal> way : ways(SqliteFile.source(file))) {
            assertThatThrownBy(way::call)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("not a database");
        }
        assertThat(file).hasContent("not a database\n".repeat(200));
    }

    @Test
    void a_folder_and_a_file_in_no_folder_are_refused() {
        for (Path place : List.of(folder, folder.resolve("none/journal.db"))) {
            assertThatThrownBy(() -> JdbcJournal.create(SqliteFile.source(place)))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("cannot create");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_database_in_memory_is_refused() {
        SQLiteDataSource memory = new SQLiteDataSource();
        memory.setUrl("jdbc:sqlite::memory:");
        assertThatThrownBy(() -> JdbcJournal.create(memory))
                .isInstanceOf(JournalException.class)
                .hasMessage("journal: cannot create: a database in memory keeps nothing: name a file");
    }

    @Test
    void tables_of_a_later_release_are_refused_both_ways() throws Exception {
        SQLiteDataSource source = SqliteFile.source(folder.resolve("later.db"));
        JdbcJournal.create(source).close();
        execute(source, "INSERT INTO loop_schema (version) VALUES (99)");
        for (Callable<JdbcJournal> way : ways(source)) {
            assertThatThrownBy(way::call)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("its tables are of version 99, which a later release made");
        }
    }

    @Test
    void older_tables_are_upgraded_and_lose_nothing() throws Exception {
        SQLiteDataSource source = SqliteFile.source(folder.resolve("older.db"));
        JdbcJournal.create(source).close();
        try (JdbcJournal journal = JdbcJournal.open(source)) {
            append(journal, 0);
        }
        execute(
                source,
                "DROP TABLE loop_checkpoint; DROP TABLE loop_snapshot; DELETE FROM loop_schema WHERE version > 1");
        assertThatThrownBy(() -> JdbcJournal.open(source))
                .hasMessageContaining("its tables are of version 1: JdbcJournal.create makes those of version 2");
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            assertThat(journal.read(LOOP, 0)).hasSize(1);
            assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
            journal.checkpoints().keep("mail", 1);
        }
    }

    @Test
    void settings_that_lose_what_was_acknowledged_are_replaced() throws Exception {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + folder.resolve("fast.db"));
        try (JdbcJournal journal = JdbcJournal.create(source);
                Connection other = SqliteFile.source(folder.resolve("fast.db")).getConnection()) {
            assertThat(append(journal, 0)).isInstanceOf(AppendResult.Appended.class);
            assertThat(Sql.text(other, "PRAGMA journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void events_can_not_be_changed_or_deleted_in_passing() throws Exception {
        SQLiteDataSource source = SqliteFile.source(folder.resolve("kept.db"));
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            append(journal, 0);
            for (String change : List.of("UPDATE loop_event SET revision = 2", "DELETE FROM loop_event")) {
                assertThatThrownBy(() -> execute(source, change))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("events of a journal are never changed or deleted");
            }
            assertThat(journal.read(LOOP, 0)).hasSize(1);
        }
    }

    @Test
    void nothing_is_acknowledged_once_the_file_is_deleted_or_replaced() throws Exception {
        Path file = folder.resolve("gone.db");
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            append(journal, 0);
            Path moved = Files.move(file, folder.resolve("moved.db"));
            JournalException refused = catchThrowableOfType(JournalException.class, () -> append(journal, 1));
            assertThat(refused)
                    .hasMessage("journal " + file
                            + ": cannot append to loop SHOP-1 at revision 1: the file " + file
                            + " was deleted or renamed while it was open: put the right one in its place, then open the"
                            + " journal again and verify it");
            assertThat(refused.operation()).isEqualTo("append to");
            assertThat(refused.loop()).contains(LOOP);
            assertThat(refused.revision()).hasValue(1);
            assertThat(refused.isOutcomeUnknown()).isFalse();
            Files.copy(moved, file);
            assertThatThrownBy(() -> append(journal, 1)).hasMessageContaining("was replaced while it was open");
        }
    }

    @Test
    void a_full_disk_is_told_and_what_was_acknowledged_stays() throws Exception {
        Path file = folder.resolve("full.db");
        SQLiteConfig config = new SQLiteConfig();
        config.setMaxPageCount(30);
        SQLiteDataSource small = new SQLiteDataSource(config);
        small.setUrl("jdbc:sqlite:" + file);
        int acknowledged = 0;
        try (JdbcJournal journal = JdbcJournal.create(small)) {
            JournalException full = null;
            while (full == null && acknowledged < 10_000) {
                int revision = acknowledged;
                full = catchThrowableOfType(JournalException.class, () -> append(journal, revision));
                acknowledged += full == null ? 1 : 0;
            }
            assertThat(full).hasMessageContaining(file.toString()).hasMessageContaining("full");
            assertThat(journal.read(LOOP, 0)).hasSizeGreaterThan(10).hasSize(acknowledged);
        }
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
            assertThat(journal.read(LOOP, 0)).hasSize(acknowledged);
            assertThat(append(journal, acknowledged)).isInstanceOf(AppendResult.Appended.class);
        }
    }

    @Test
    void a_file_that_can_only_be_read_is_refused() {
        SQLiteDataSource source = SqliteFile.source(folder.resolve("read.db"));
        JdbcJournal.create(source).close();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource reading = new SQLiteDataSource(config);
        reading.setUrl(source.getUrl());
        assertThatThrownBy(() -> append(JdbcJournal.open(reading), 0))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("read.db")
                .hasMessageContaining("connections that only read");
    }

    @Test
    void a_file_that_the_system_lets_nobody_write_is_named_with_what_is_needed() throws Exception {
        Path file = folder.resolve("read.db");
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            append(journal, 0);
        }
        refusesWrites(file, "jdbc:sqlite:file:" + file + "?mode=ro");
        if (!isChanged("+i", file)) {
            abort("a file can be made immutable only by root, on Linux, where the file system knows this");
        }
        try {
            refusesWrites(file, "jdbc:sqlite:" + file);
        } finally {
            isChanged("-i", file);
        }
        try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
            assertThat(append(journal, 1)).isInstanceOf(AppendResult.Appended.class);
        }
    }

    private static void refusesWrites(Path file, String url) {
        try (JdbcJournal journal = JdbcJournal.open(new UrlSource(url))) {
            assertThat(journal.read(LOOP, 0)).hasSize(1);
            assertThatThrownBy(() -> append(journal, 1))
                    .isInstanceOf(JournalException.class)
                    .hasMessageStartingWith(
                            "journal " + file + ": cannot append to loop SHOP-1 at revision 1: [SQLITE_READONLY]")
                    .hasMessageEndingWith("; file and folder must be writable for this process");
            assertThat(journal.read(LOOP, 0)).hasSize(1);
        }
    }

    private static boolean isChanged(String attribute, Path file) throws InterruptedException {
        try {
            return new ProcessBuilder("chattr", attribute, file.toString())
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    @Test
    void several_may_create_it_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 5; round++) {
                SQLiteDataSource source = SqliteFile.source(folder.resolve("race" + round + ".db"));
                Callable<JdbcJournal> create = () -> JdbcJournal.create(source);
                for (Future<JdbcJournal> created : threads.invokeAll(List.of(create, create, create, create))) {
                    created.get().close();
                }
                JdbcJournal.open(source).close();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_closed_journal_refuses_everything() {
        JdbcJournal journal = JdbcJournal.create(SqliteFile.source(folder.resolve("closed.db")));
        journal.close();
        journal.close();
        assertThatThrownBy(() -> append(journal, 0))
                .isInstanceOf(JournalException.class)
                .hasMessageEndingWith("closed.db: cannot append to loop SHOP-1 at revision 0: it is closed");
        assertThatThrownBy(() -> journal.readAll(0, 1)).isInstanceOf(JournalException.class);
    }

    @Test
    void the_statements_can_be_printed_and_run_by_hand() throws Exception {
        SQLiteDataSource source = SqliteFile.source(folder.resolve("by-hand.db"));
        execute(source, JdbcSchema.sql(Dialect.SQLITE));
        try (JdbcJournal journal = JdbcJournal.open(source)) {
            assertThat(append(journal, 0)).isInstanceOf(AppendResult.Appended.class);
        }
        assertThat(JdbcSchema.sql(Dialect.SQLITE, JdbcSchema.version())).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JdbcSchema.sql(Dialect.SQLITE, 99))
                .withMessageContaining("version 99");
    }

    private static List<Callable<JdbcJournal>> ways(SQLiteDataSource source) {
        return List.of(() -> JdbcJournal.open(source), () -> JdbcJournal.create(source));
    }

    private static AppendResult append(JdbcJournal journal, long revision) {
        Recorded event = new Recorded(
                EventMetadata.of("e" + revision, "test", T0), LOOP, OperationRecord.of("quiet", T0, "x".repeat(500)));
        return journal.append(LOOP, revision, List.of(event));
    }

    /** As a tool for databases does: the whole script at once. */
    private static void execute(SQLiteDataSource source, String script) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }
}

package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Anchor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    @TempDir
    private Path folder;

    private DataSource source;
    private JdbcJournal journal;

    @BeforeEach
    void begin() {
        source = SqliteFile.source(folder.resolve("journal.db"));
        journal = JdbcJournal.create(source);
        journal.observe(List.of(fact(1), fact(2), fact(3)));
    }

    @AfterEach
    void end() {
        journal.close();
    }

    @Test
    void a_backup_is_the_journal_as_it_was_checkpoints_included() throws IOException {
        journal.checkpoints().keep("mail", 2);
        Path file = folder.resolve("backup's copy.db");
        Anchor end = journal.backup(file);
        assertThat(journal.verify()).isEqualTo(new Verification.Intact(end.position(), end.hash()));
        journal.observe(List.of(fact(4)));
        try (JdbcJournal backup = JdbcJournal.open(SqliteFile.source(file))) {
            assertThat(backup.readAll(0, 10)).hasSize(3).isEqualTo(journal.readAll(0, 3));
            assertThat(backup.verify(end)).isEqualTo(new Verification.Intact(end.position(), end.hash()));
            assertThat(backup.checkpoints().position("mail")).isEqualTo(2);
        }
        assertThat(journal.readAll(0, 10)).hasSize(4);
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString())).noneMatch(name -> name.contains(".part"));
        }
    }

    @Test
    void an_empty_journal_can_be_backed_up() {
        try (JdbcJournal empty = JdbcJournal.create(SqliteFile.source(folder.resolve("empty.db")))) {
            assertThat(empty.backup(folder.resolve("copy.db"))).isEqualTo(Anchor.BEGINNING);
        }
    }

    @Test
    void nothing_is_written_over() throws IOException {
        Path file = Files.writeString(folder.resolve("precious.txt"), "kept");
        refuses(file, "cannot back up to " + file + ": the file is there already, and no backup is written over");
        assertThat(file).hasContent("kept");
        Path part = Files.writeString(folder.resolve("copy.db.part"), "of another");
        refuses(folder.resolve("copy.db"), part + " is there: another backup is being made, or one was killed");
        assertThat(part).hasContent("of another");
        refuses(folder.resolve("gone/copy.db"), "there is no directory " + folder.resolve("gone"));
    }

    @Test
    void what_is_left_of_another_file_does_not_come_into_a_backup() throws IOException {
        Path file = folder.resolve("copy.db");
        Path log = folder.resolve("copy.db-wal");
        Path kept = folder.resolve("kept");
        try (JdbcJournal earlier = JdbcJournal.create(SqliteFile.source(file))) {
            earlier.observe(List.of(fact(7)));
            Files.copy(log, kept);
        }
        Files.delete(file);
        Files.move(kept, log);
        refuses(file, log + " is there, which belongs to another file of that name");
        assertThat(file).doesNotExist();
        Files.delete(log);
        journal.backup(file);
        try (JdbcJournal backup = JdbcJournal.open(SqliteFile.source(file))) {
            assertThat(backup.readAll(0, 10)).isEqualTo(journal.readAll(0, 10));
        }
    }

    @Test
    void a_journal_that_is_broken_is_not_backed_up() throws SQLException {
        try (Connection connection = source.getConnection()) {
            Sql.run(connection, "DROP TRIGGER loop_event_no_update");
            Sql.run(connection, "UPDATE loop_event SET hash = '" + "1".repeat(64) + "' WHERE position = 2");
        }
        Path file = folder.resolve("copy.db");
        refuses(file, "the copy is broken at position 2: ");
        assertThat(file).doesNotExist();
        refuses(file, "the copy is broken at position 2: ");
    }

    @Test
    void others_may_write_meanwhile() throws Exception {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        AtomicBoolean done = new AtomicBoolean();
        try (JdbcJournal other = JdbcJournal.open(source)) {
            Future<Integer> written = writer.submit(() -> {
                int number = 4;
                while (!done.get() || number < 50) {
                    other.observe(List.of(fact(number)));
                    number++;
                }
                return number - 1;
            });
            for (int i = 0; i < 5; i++) {
                Path file = folder.resolve("copy" + i + ".db");
                Anchor end = journal.backup(file);
                try (JdbcJournal backup = JdbcJournal.open(SqliteFile.source(file))) {
                    assertThat(backup.verify()).isEqualTo(new Verification.Intact(end.position(), end.hash()));
                }
            }
            done.set(true);
            assertThat(journal.readAll()).hasSize(written.get());
        } finally {
            writer.shutdownNow();
        }
    }

    @Test
    void postgres_has_its_own_tools() {
        try (JdbcJournal postgres = JdbcJournal.create(new UrlSource(PostgresServer.emptyPlace()))) {
            assertThatThrownBy(() -> postgres.backup(folder.resolve("copy.db")))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("PostgreSQL is backed up with its own tools, such as pg_dump; an export");
        }
        assertThat(folder.resolve("copy.db")).doesNotExist();
    }

    private void refuses(Path file, String message) {
        assertThatThrownBy(() -> journal.backup(file))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(message);
    }

    private static Recorded fact(int number) {
        return new Recorded(EventMetadata.of("f" + number, "test", T0), null, OperationRecord.of("quiet", T0, ""));
    }
}

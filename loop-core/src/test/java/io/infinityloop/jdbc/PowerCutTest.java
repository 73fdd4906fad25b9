package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.infinityloop.journal.AppendResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine loses its power while a process appends; and a disk that is really full. */
class PowerCutTest {
    private static final int CYCLES = 5;

    @TempDir
    private Path folder;

    @Test
    void what_was_acknowledged_is_there_after_each_cut() throws Exception {
        try (LoopFileSystem disk = LoopFileSystem.create(folder, 64)) {
            Path file = disk.place().resolve("journal.db");
            int acknowledged = 0;
            for (int cycle = 0; cycle < CYCLES; cycle++) {
                acknowledged += acknowledgedUntilCut(disk, file, "journal", 100 + 90 * cycle);
                try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
                    int there = journal.read(Given.LOOP, 0).size();
                    assertThat(there).as("cycle %s", cycle).isGreaterThanOrEqualTo(acknowledged);
                    acknowledged = there;
                    assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
                }
            }
        }
    }

    /** The cut proves itself: where commits do not wait for the disk, something is missing afterwards. */
    @ParameterizedTest
    @ValueSource(strings = {"NORMAL", "OFF"})
    void bare_jdbc_that_does_not_wait_for_the_disk_is_caught(String synchronous) throws Exception {
        try (LoopFileSystem disk = LoopFileSystem.create(folder, 64)) {
            Path file = disk.place().resolve("bare.db");
            assertThat(acknowledgedUntilCut(disk, file, synchronous, 300)).isGreaterThan(written(file));
        }
    }

    private static int written(Path file) throws SQLException {
        try (Connection connection = SqliteFile.source(file).getConnection()) {
            boolean there = !Sql.text(connection, "SELECT 1 FROM sqlite_master").isEmpty();
            return there ? Integer.parseInt(Sql.text(connection, "SELECT count(*) FROM written")) : 0;
        }
    }

    /** Nobody hears what a machine says after its power was cut, so only what it said before counts. */
    private int acknowledgedUntilCut(LoopFileSystem disk, Path file, String way, int least) throws Exception {
        try (ChildJvm writer = ChildJvm.start(folder, PowerCutWriter.class, file.toString(), way)) {
            writer.await("ack", least);
            int acknowledged = (int) writer.count("ack");
            disk.cutPower();
            writer.kill();
            return acknowledged;
        } finally {
            disk.unmount();
            disk.mount();
        }
    }

    @Test
    void a_disk_that_is_full_is_told_and_what_was_acknowledged_stays() throws Exception {
        try (LoopFileSystem disk = LoopFileSystem.create(folder, 8)) {
            Path file = disk.place().resolve("journal.db");
            Path ballast = disk.place().resolve("ballast");
            int acknowledged = 0;
            try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
                Given.append(journal, acknowledged++);
                Files.write(
                        ballast,
                        new byte
                                [Math.toIntExact(
                                                ballast.toFile().getParentFile().getUsableSpace())
                                        - 65_536]);
                JournalException full = null;
                while (full == null) {
                    int revision = acknowledged;
                    full = catchThrowableOfType(JournalException.class, () -> Given.append(journal, revision));
                    acknowledged += full == null ? 1 : 0;
                }
                assertThat(full)
                        .hasMessageContaining(file.toString())
                        .hasMessageEndingWith(
                                "make room on the disk and append again, nothing that was acknowledged" + " is lost");
                int count = acknowledged;
                assertThat(journal.read(Given.LOOP, 0)).hasSize(count);
                assertThatThrownBy(() -> Given.append(journal, count)).isInstanceOf(JournalException.class);
                Files.delete(ballast);
                assertThat(Given.append(journal, acknowledged)).isInstanceOf(AppendResult.Appended.class);
            }
            try (JdbcJournal journal = JdbcJournal.open(SqliteFile.source(file))) {
                assertThat(journal.read(Given.LOOP, 0)).hasSize(acknowledged + 1);
                assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
            }
        }
    }
}

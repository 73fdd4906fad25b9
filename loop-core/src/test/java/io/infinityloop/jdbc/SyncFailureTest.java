package io.infinityloop.jdbc;

import static io.infinityloop.jdbc.Given.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.infinityloop.journal.AppendResult;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk refuses to keep what was written. */
class SyncFailureTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {10, 1034, 1290})
    void after_a_failed_sync_the_outcome_is_unknown_and_no_commit_is_tried_again(int code) {
        Path file = folder.resolve("journal.db");
        FaultySource source = new FaultySource("jdbc:sqlite:" + file);
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            append(journal, 0);
            long before = source.tried("COMMIT");
            source.set((sql, execution) -> {
                if (sql.equals("COMMIT")) {
                    throw notSynced(code);
                }
                return execution.of(sql);
            });

            JournalException failed = catchThrowableOfType(JournalException.class, () -> append(journal, 1));
            assertThat(failed.isOutcomeUnknown()).isTrue();
            assertThat(failed)
                    .hasMessageStartingWith("journal " + file + ": cannot append to loop SHOP-1 at revision 1: ")
                    .hasMessageContaining("SQLITE_IOERR_FSYNC");
            source.heal();
            for (ThrowingCallable call : everyCall(journal)) {
                assertThatThrownBy(call)
                        .isInstanceOf(JournalException.class)
                        .hasMessageContaining("it was closed after a failure of the database")
                        .hasMessageEndingWith("open it again and verify it");
            }
            assertThat(source.tried("COMMIT")).as("commits").isEqualTo(before + 1);
        }
        try (JdbcJournal again = JdbcJournal.open(source)) {
            assertThat(again.verify()).isInstanceOf(Verification.Intact.class);
            assertThat(append(again, 1)).isInstanceOf(AppendResult.Appended.class);
        }
    }

    private static List<ThrowingCallable> everyCall(JdbcJournal journal) {
        return List.of(
                () -> append(journal, 1),
                () -> journal.observe(List.of(Given.fact("f"))),
                () -> journal.read(Given.LOOP, 0),
                () -> journal.readAll(0, 1),
                journal::verify,
                () -> journal.checkpoints().keep("mail", 1),
                () -> journal.snapshots().load(Given.LOOP));
    }

    /** The log of SQLite may hold it all the same: the next one to open it finds out. */
    @Test
    void what_was_kept_in_spite_of_the_failure_is_found_when_it_is_appended_again() {
        FaultySource source = new FaultySource("jdbc:sqlite:" + folder.resolve("journal.db"));
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            source.set((sql, execution) -> {
                Object result = execution.of(sql);
                if (sql.equals("COMMIT")) {
                    throw notSynced(10);
                }
                return result;
            });
            assertThatThrownBy(() -> append(journal, 0)).isInstanceOf(JournalException.class);
        }
        source.heal();
        try (JdbcJournal again = JdbcJournal.open(source)) {
            assertThat(append(again, 0)).isInstanceOf(AppendResult.Duplicate.class);
        }
    }

    /** Its disk failed while it wrote, not while it committed: nothing was appended, and nothing else will be. */
    @Test
    void a_failure_of_the_disk_of_a_server_closes_the_journal_too() {
        FaultySource source = new FaultySource(PostgresServer.emptyPlace());
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            source.set((sql, execution) -> {
                if (sql.contains("INSERT INTO loop_event")) {
                    throw new SQLException("could not extend file: Input/output error", "58030");
                }
                return execution.of(sql);
            });
            JournalException failed = catchThrowableOfType(JournalException.class, () -> append(journal, 0));
            assertThat(failed.isOutcomeUnknown()).isFalse();
            source.heal();
            assertThatThrownBy(() -> journal.readAll(0, 1)).hasMessageEndingWith("open it again and verify it");
        }
        try (JdbcJournal again = JdbcJournal.open(source)) {
            assertThat(append(again, 0)).isInstanceOf(AppendResult.Appended.class);
        }
    }

    /** A disk that is full has room again one day; nothing is in doubt until then. */
    @Test
    void a_full_disk_does_not_close_the_journal() {
        FaultySource source = new FaultySource("jdbc:sqlite:" + folder.resolve("journal.db"));
        AtomicInteger left = new AtomicInteger(1);
        try (JdbcJournal journal = JdbcJournal.create(source)) {
            source.set((sql, execution) -> {
                if (sql.startsWith("INSERT INTO loop_event") && left.getAndDecrement() > 0) {
                    throw new SQLException("[SQLITE_FULL] Insertion failed because database is full", null, 13);
                }
                return execution.of(sql);
            });
            assertThatThrownBy(() -> append(journal, 0))
                    .hasMessageEndingWith(
                            "make room on the disk and append again, nothing that was acknowledged is" + " lost");
            assertThat(append(journal, 0)).isInstanceOf(AppendResult.Appended.class);
        }
    }

    /** {@return what the driver tells} */
    private static SQLException notSynced(int code) {
        return new SQLException("[SQLITE_IOERR_FSYNC] Error in the VFS layer while doing an fsync()", null, code);
    }
}

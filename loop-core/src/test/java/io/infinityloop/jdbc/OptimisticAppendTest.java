package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.AppendResult.Appended;
import io.infinityloop.journal.AppendResult.Conflict;
import io.infinityloop.journal.AppendResult.Duplicate;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nobody looks for what is likely to be new: what is not so is found out all the same, and harms nothing. */
@Timeout(60)
class OptimisticAppendTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final LoopId A = LoopId.of("a");
    private static final LoopId B = LoopId.of("b");

    @Nested
    class InSqlite extends EveryDatabase {
        @TempDir
        private @Nullable Path folder;

        @Override
        DataSource place() {
            return new UrlSource("jdbc:sqlite:" + folder + "/journal.db");
        }
    }

    @Nested
    class InPostgres extends EveryDatabase {
        private final String url = PostgresServer.emptyPlace();

        @Override
        DataSource place() {
            return new UrlSource(url);
        }

        @Test
        void who_waited_for_another_one_does_not_rely_on_what_was_there_before() throws Exception {
            try (JdbcJournal journal = JdbcJournal.create(place());
                    Connection other = place().getConnection()) {
                Entry x = assertWaiting(journal, other, 0, "x", 0, event(A, "y"), new Conflict(0, 1));
                Entry z = assertWaiting(journal, other, 1, "z", 2, event(A, "y"), appended(3, 3, event(A, "y")));
                assertWaiting(
                        journal, other, 3, "last", 3, event(A, "last"), new Duplicate(List.of(entry(4, 4, "last"))));
                assertWaiting(
                        journal, other, 4, "more", 0, event(B, "more"), new Duplicate(List.of(entry(5, 5, "more"))));
                assertThat(journal.readAll(0, 10)).hasSize(5).startsWith(x, z);
                assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
            }
        }

        /** Appends while another transaction has appended to loop a and not yet ended. */
        private Entry assertWaiting(
                JdbcJournal journal,
                Connection other,
                long before,
                String first,
                long expected,
                Recorded second,
                AppendResult result)
                throws Exception {
            other.setAutoCommit(false);
            Journal joined = journal.within(other);
            Entry ahead = ((Appended) joined.append(A, before, List.of(event(A, first))))
                    .entries()
                    .get(0);
            FutureTask<AppendResult> waiting =
                    new FutureTask<>(() -> journal.append(loopOf(second), expected, List.of(second)));
            new Thread(waiting, "waiting").start();
            awaitLock();
            other.commit();
            assertThat(waiting.get()).isEqualTo(result);
            return ahead;
        }

        private void awaitLock() throws SQLException, InterruptedException {
            try (Connection watching = place().getConnection()) {
                while (Sql.text(
                                watching,
                                "SELECT 1 FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                                        + " WHERE NOT granted AND query LIKE '%loop_head%' AND datname = current_database()")
                        .isEmpty()) {
                    Thread.sleep(5);
                }
            }
        }
    }

    /** What holds in both of them. */
    abstract static class EveryDatabase {
        abstract DataSource place();

        @Test
        void an_event_that_another_process_appended_to_another_loop_is_a_duplicate() {
            try (JdbcJournal one = JdbcJournal.create(place());
                    JdbcJournal two = JdbcJournal.open(place())) {
                one.append(A, 0, List.of(event(A, "x")));
                one.append(B, 0, List.of(event(B, "u")));
                assertThat(two.append(B, 1, List.of(event(B, "x"))))
                        .isEqualTo(new Duplicate(List.of(entry(1, 1, "x"))));
                assertThat(two.append(B, 1, List.of(event(B, "v"), event(B, "x"), event(B, "w"))))
                        .as("none of several, if one is there")
                        .isEqualTo(new Duplicate(List.of(entry(1, 1, "x"))));
                assertThat(two.append(B, 1, List.of(event(B, "v")))).isEqualTo(appended(3, 2, event(B, "v")));
                assertThat(one.readAll(0, 10)).hasSize(3);
                assertThat(one.verify()).isInstanceOf(Verification.Intact.class);
            }
        }

        @Test
        void an_event_of_another_loop_is_a_duplicate_of_a_fact() {
            try (JdbcJournal journal = JdbcJournal.create(place())) {
                Recorded fact = new Recorded(EventMetadata.of("x", "test", T0), null, record());
                journal.observe(List.of(fact));
                assertThat(journal.append(A, 0, List.of(event(A, "x"))))
                        .isEqualTo(new Duplicate(List.of(new Entry(1, 0, fact))));
                journal.append(A, 0, List.of(event(A, "y")));
                Recorded known = new Recorded(EventMetadata.of("y", "test", T0), null, record());
                assertThat(journal.observe(List.of(fact, known))).isEmpty();
                assertThat(journal.readAll(0, 10)).hasSize(2);
            }
        }

        @Test
        void a_revision_that_no_event_has_yet_is_a_conflict() {
            try (JdbcJournal journal = JdbcJournal.create(place())) {
                assertThat(journal.append(A, 7, List.of(event(A, "x")))).isEqualTo(new Conflict(7, 0));
                journal.append(A, 0, List.of(event(A, "x")));
                assertThat(journal.append(A, 2, List.of(event(A, "y")))).isEqualTo(new Conflict(2, 1));
                assertThat(journal.append(A, 2, List.of(event(A, "x"))))
                        .as("what is there is a duplicate, whatever the revision")
                        .isEqualTo(new Duplicate(List.of(entry(1, 1, "x"))));
                assertThat(journal.append(A, 0, List.of(event(A, "y")))).isEqualTo(new Conflict(0, 1));
                assertThat(journal.readAll(0, 10)).hasSize(1);
            }
        }
    }

    private static AppendResult appended(long position, long revision, Recorded event) {
        return new Appended(List.of(new Entry(position, revision, event)));
    }

    /** {@return an entry of loop a} */
    private static Entry entry(long position, long revision, String id) {
        return new Entry(position, revision, event(A, id));
    }

    private static LoopId loopOf(Recorded event) {
        LoopId loop = event.loop();
        return loop == null ? A : loop;
    }

    private static Recorded event(LoopId loop, String id) {
        return new Recorded(EventMetadata.of(id, "test", T0), loop, record());
    }

    private static OperationRecord record() {
        return OperationRecord.of("quiet", T0, "");
    }
}

package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads of one process that share a journal on a server, and wait for different things. */
@Timeout(60)
class PostgresThreadsTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");

    /** Where a thread waits for a connection, as in a pool that has none left. */
    private static final class ScarcePool extends UrlSource {
        private final AtomicBoolean hasNone = new AtomicBoolean();
        private final CountDownLatch waits = new CountDownLatch(1);

        ScarcePool(String url) {
            super(url);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (hasNone.compareAndSet(true, false)) {
                waits.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException interruption) {
                    Thread.currentThread().interrupt();
                    throw new SQLException("interrupted while waiting for a connection", interruption);
                }
            }
            return super.getConnection();
        }
    }

    @Test
    void a_thread_that_is_interrupted_while_it_waits_for_a_connection_fails_alone() throws Exception {
        ScarcePool pool = new ScarcePool(PostgresServer.emptyPlace());
        try (JdbcJournal journal = JdbcJournal.create(pool)) {
            pool.hasNone.set(true);
            FutureTask<AppendResult> first = new FutureTask<>(() -> append(journal, "a"));
            FutureTask<AppendResult> second = new FutureTask<>(() -> append(journal, "b"));
            Thread leader = new Thread(first);
            leader.start();
            pool.waits.await();
            Thread follower = new Thread(second);
            follower.start();
            awaitWaiting(follower);

            leader.interrupt();

            assertThatThrownBy(first::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(JournalException.class);
            assertThat(second.get()).isInstanceOf(AppendResult.Appended.class);
        }
    }

    @Test
    void a_checkpoint_is_kept_though_others_wait_for_the_transaction_of_this_thread() throws Exception {
        String url = PostgresServer.emptyPlace();
        try (JdbcJournal journal = JdbcJournal.create(new UrlSource(url));
                Connection connection = new UrlSource(url).getConnection();
                Connection watching = new UrlSource(url).getConnection()) {
            connection.setAutoCommit(false);
            journal.within(connection).observe(List.of(event("own", null)));
            FutureTask<AppendResult> other = new FutureTask<>(() -> append(journal, "a"));
            new Thread(other).start();
            while (Sql.text(watching, "SELECT 1 FROM pg_locks WHERE NOT granted")
                    .isEmpty()) {
                Thread.sleep(5);
            }

            journal.checkpoints().keep("reports", 1);

            assertThat(other.isDone()).isFalse();
            connection.commit();
            assertThat(other.get()).isInstanceOf(AppendResult.Appended.class);
            assertThat(journal.checkpoints().position("reports")).isEqualTo(1);
        }
    }

    private static AppendResult append(JdbcJournal journal, String loop) {
        return journal.append(LoopId.of(loop), 0, List.of(event(loop, LoopId.of(loop))));
    }

    private static void awaitWaiting(Thread thread) throws InterruptedException {
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }

    private static Recorded event(String id, @Nullable LoopId loop) {
        return new Recorded(EventMetadata.of(id, "test", T0), loop, OperationRecord.of("quiet", T0, ""));
    }
}

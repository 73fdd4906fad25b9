package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server crashes under processes that append, and is started again. */
@Timeout(600)
class PostgresRestartTest {
    /** How many appends of each process must have been acknowledged before it goes on. */
    private static final int SOME = 20;

    private static final long SEED = Long.getLong("kill.seed", new Random().nextLong());
    private static final long LONGEST_LIFE_NANOS = 100_000_000;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();

    @Test
    void what_was_acknowledged_is_there_once_and_the_writers_go_on() throws Exception {
        restarted(2, 2, server -> LockSupport.parkNanos(random.nextLong(LONGEST_LIFE_NANOS)));
    }

    @Test
    void what_was_committed_and_not_acknowledged_is_found_by_its_ids() throws Exception {
        // With others about, what commits could be an append that was refused because they were faster.
        restarted(1, 1, CrashingPostgres::holdCommits);
        assertThat(ledger.unknown()).as("appends of unknown outcome").isOne();
        assertThat(ledger.resolved()).as("of them found to be there").isOne();
    }

    private interface Moment {
        void await(CrashingPostgres server) throws SQLException;
    }

    private void restarted(int processes, int threads, Moment moment) throws Exception {
        try (CrashingPostgres server = CrashingPostgres.in(folder)) {
            List<ChildJvm> writers = new ArrayList<>();
            try {
                for (int process = 0; process < processes; process++) {
                    String[] arguments = {server.url(), Word.KEPT.name(), "w" + process, String.valueOf(threads)};
                    writers.add(ChildJvm.start(folder, WriterProcess.class, arguments));
                }
                crash(server, writers, moment);
                for (ChildJvm writer : writers) {
                    writer.tell("stop");
                    writer.awaitEnd();
                    ledger.hear(writer.lines());
                }
            } finally {
                writers.forEach(ChildJvm::close);
            }
            JdbcJournal journal = JdbcJournal.open(new UrlSource(server.url()));
            assertThat(ledger.check(journal)).as("-Dkill.seed=%s", SEED).isEmpty();
            assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
        }
    }

    /** Each process has appended before, has noticed that the server is away, and appends after it is back. */
    private static void crash(CrashingPostgres server, List<ChildJvm> writers, Moment moment) throws Exception {
        await(writers, "ack", SOME);
        moment.await(server);
        server.crash();
        await(writers, "failed", 1);
        server.startAgain();
        await(writers, "ack", SOME);
    }

    private static void await(List<ChildJvm> writers, String start, int more) throws InterruptedException {
        for (ChildJvm writer : writers) {
            writer.await(start, writer.count(start) + more);
        }
    }
}

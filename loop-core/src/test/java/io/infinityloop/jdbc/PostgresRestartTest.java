package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    private static final int RESTARTS = 3;
    private static final int PROCESSES = 2;
    private static final String THREADS = "2";

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
        try (CrashingPostgres server = CrashingPostgres.in(folder)) {
            List<ChildJvm> writers = new ArrayList<>();
            try {
                for (int process = 0; process < PROCESSES; process++) {
                    String[] arguments = {server.url(), Word.KEPT.name(), "w" + process, THREADS};
                    writers.add(ChildJvm.start(folder, WriterProcess.class, arguments));
                }
                for (int restart = 0; restart < RESTARTS; restart++) {
                    restart(server, writers);
                }
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
            System.out.println(RESTARTS + " restarts: " + ledger.acknowledged() + " appends are there, "
                    + ledger.failures() + " failed at first, " + ledger.unknown() + " of them with unknown outcome");
        }
    }

    /** Each process has appended before, has noticed that the server is away, and appends after it is back. */
    private void restart(CrashingPostgres server, List<ChildJvm> writers) throws Exception {
        await(writers, "ack", SOME);
        LockSupport.parkNanos(random.nextLong(LONGEST_LIFE_NANOS));
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

package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that appends is killed at random moments, also while it makes or opens the journal: what it was promised is
 * there. {@code -Dkill.cycles=200} kills more often, {@code -Dkill.seed=…} at the moments of an earlier run.
 */
@Timeout(1_200)
class KillTest {
    private static final int CYCLES = Integer.getInteger("kill.cycles", 30);
    private static final long SEED = Long.getLong("kill.seed", new Random().nextLong());

    /** After its first acknowledgement. */
    private static final long LONGEST_LIFE_NANOS = 300_000_000;

    /** How often a journal that breaks its word may get away with it. */
    private static final int CHANCES = 15;

    @TempDir
    private Path folder;

    private final Random random = new Random(SEED);
    private final Ledger ledger = new Ledger();
    private int kills;
    private int whileOpening;
    private long openingNanos = 100_000_000;

    @BeforeEach
    void make() {
        JdbcJournal.create(SqliteFile.source(other())).close();
    }

    @Test
    void what_was_acknowledged_is_there_whole_and_in_place() throws Exception {
        Path file = folder.resolve("journal.db");
        while (kills < CYCLES) {
            kill(file, Word.KEPT, 2 + random.nextInt(3), false, ledger);
            if (random.nextInt(3) == 0) {
                kill(file, Word.KEPT, 2, true, ledger);
            }
            assertThat(problems(file, ledger)).as("%s", this).isEmpty();
            if (random.nextInt(3) == 0) {
                killTheMaker();
            }
        }
        assertThat(ledger.failures()).as("%s", this).isZero();
        System.out.println(this + ": " + ledger.acknowledged() + " appends are there");
    }

    private void killTheMaker() throws Exception {
        Path file = folder.resolve("new" + kills + ".db");
        Ledger own = new Ledger();
        kill(file, Word.KEPT, 2, true, own);
        assertThat(problems(file, own)).as("%s", this).isEmpty();
        assertThat(own.failures()).as("%s", this).isZero();
    }

    @Test
    void a_journal_that_acknowledges_before_it_commits_is_caught() throws Exception {
        assertThat(untilCaught(Word.EARLY)).as("%s", this).anyMatch(problem -> problem.startsWith("lost: "));
    }

    @Test
    void a_journal_that_appends_a_batch_in_two_steps_is_caught() throws Exception {
        assertThat(untilCaught(Word.HALVED)).as("%s", this).anyMatch(problem -> problem.startsWith("half: "));
    }

    private List<String> untilCaught(Word word) throws Exception {
        Path file = folder.resolve("journal.db");
        List<String> wrong = List.of();
        while (wrong.isEmpty() && kills < CHANCES) {
            kill(file, word, 1, false, ledger);
            wrong = problems(file, ledger);
        }
        return wrong;
    }

    /** Starts a writer and kills it while it opens the journal, or while it appends to it. */
    private void kill(Path file, Word word, int threads, boolean opening, Ledger heard) throws Exception {
        kills++;
        String[] arguments = {url(file), word.name(), "k" + kills, String.valueOf(threads), url(other())};
        try (ChildJvm child = ChildJvm.start(folder, WriterProcess.class, arguments)) {
            child.await("opening", 1);
            long begin = System.nanoTime();
            if (opening) {
                LockSupport.parkNanos(random.nextLong(openingNanos));
            } else {
                child.await("opened", 1);
                openingNanos = System.nanoTime() - begin;
                child.await("ack", 1);
                LockSupport.parkNanos(random.nextLong(LONGEST_LIFE_NANOS));
            }
            child.kill();
            whileOpening += child.count("opened") == 0 ? 1 : 0;
            heard.hear(child.lines());
        }
    }

    private Path other() {
        return folder.resolve("other.db");
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file;
    }

    /** Opens the journal, which needs no help to, and holds it against what was promised. */
    private static List<String> problems(Path file, Ledger ledger) {
        try (JdbcJournal journal = JdbcJournal.create(SqliteFile.source(file))) {
            List<String> wrong = new ArrayList<>(ledger.check(journal));
            Verification verification = journal.verify();
            if (!(verification instanceof Verification.Intact)) {
                wrong.add(verification.toString());
            }
            return wrong;
        }
    }

    @Override
    public String toString() {
        return kills + " kills, " + whileOpening + " of them while it opened, -Dkill.seed=" + SEED;
    }
}

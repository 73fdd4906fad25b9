package io.infinityloop.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Entry;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import io.infinityloop.machine.Replay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several processes move the same loops. */
@Timeout(300)
class ManyProcessesTest {
    private static final int PROCESSES = 3;

    /** Odd and small, so that pages end anywhere. */
    private static final int PAGE = 7;

    @TempDir
    private Path folder;

    @Test
    void over_one_sqlite_file_one_wins_each_revision() throws Exception {
        oneWinsEachRevision("jdbc:sqlite:" + folder.resolve("journal.db"));
    }

    @Test
    void over_one_postgres_one_wins_each_revision() throws Exception {
        oneWinsEachRevision(PostgresServer.emptyPlace());
    }

    private void oneWinsEachRevision(String url) throws Exception {
        try (PooledSource source = new PooledSource(url);
                JdbcJournal journal = JdbcJournal.create(source)) {
            LoopEngine engine = MoverProcess.engine(journal, "test");
            MoverProcess.LOOPS.forEach(engine::start);
            List<ChildJvm> movers = new ArrayList<>();
            try {
                for (int process = 0; process < PROCESSES; process++) {
                    movers.add(ChildJvm.start(folder, MoverProcess.class, url, "p" + process));
                }
                List<Entry> followed = followed(journal, movers);

                List<Entry> all = journal.readAll(0, Integer.MAX_VALUE);
                assertThat(followed).as("read while they moved").isEqualTo(all);
                assertThat(all)
                        .extracting(Entry::position)
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, all.size()).boxed().toList());
                everyGrantIsThereOnce(all, movers);
                MoverProcess.LOOPS.forEach(loop -> isLegal(loop, journal, engine));
                assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
            } finally {
                movers.forEach(ChildJvm::close);
            }
        }
    }

    /** Lets all move at once, and reads page by page meanwhile, to the end. */
    private static List<Entry> followed(JdbcJournal journal, List<ChildJvm> movers) throws Exception {
        for (ChildJvm mover : movers) {
            mover.await("ready", 1);
        }
        for (ChildJvm mover : movers) {
            mover.tell("go");
        }
        List<Entry> followed = new ArrayList<>();
        boolean moving = true;
        while (moving) {
            moving = movers.stream().anyMatch(ChildJvm::isAlive);
            List<Entry> page;
            do {
                page = journal.readAll(
                        followed.isEmpty()
                                ? 0
                                : followed.get(followed.size() - 1).position(),
                        PAGE);
                followed.addAll(page);
            } while (!page.isEmpty());
        }
        for (ChildJvm mover : movers) {
            mover.awaitEnd();
        }
        return followed;
    }

    /** What each thread of each process was granted is in the journal, and nothing else is. */
    private static void everyGrantIsThereOnce(List<Entry> all, List<ChildJvm> movers) {
        List<String> said =
                movers.stream().flatMap(mover -> mover.lines().stream()).toList();
        assertThat(said).allMatch(line -> line.matches("(ready|granted|refused).*"));
        List<String> granted =
                said.stream().filter(line -> line.startsWith("granted ")).toList();
        List<LoopEvent> moved = all.stream()
                .skip(MoverProcess.LOOPS.size())
                .<LoopEvent>map(Entry::event)
                .toList();
        assertThat(moved).extracting(ManyProcessesTest::grant).containsExactlyInAnyOrderElementsOf(granted);
        assertThat(moved.stream().filter(Recorded.class::isInstance))
                .as("every record was granted once")
                .extracting(event -> ((Recorded) event).artifact().id())
                .doesNotHaveDuplicates()
                .hasSize(PROCESSES * MoverProcess.THREADS * MoverProcess.TURNS);
    }

    private static String grant(LoopEvent event) {
        String mover = event.labels().get(MoverProcess.MOVER).orElseThrow();
        return "granted " + mover + " " + event.loop() + " " + event.id();
    }

    private static void isLegal(LoopId loop, JdbcJournal journal, LoopEngine engine) {
        List<Entry> entries = journal.read(loop, 0);
        assertThat(entries)
                .extracting(Entry::revision)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, entries.size()).boxed().toList());
        Stream<LoopEvent> events = entries.stream().map(Entry::event);
        assertThat(LoopDefinition.ring().replay(events.toList()))
                .isEqualTo(new Replay.Reached(engine.find(loop).orElseThrow().state()));
    }
}

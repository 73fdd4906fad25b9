package io.infinityloop.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import io.infinityloop.machine.Decision;
import io.infinityloop.machine.Loop;
import io.infinityloop.machine.LoopDefinition;
import io.infinityloop.machine.LoopEngine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every journal keeps to that outlives its process and can be opened by several at once. The test of such a
 * journal extends this class.
 *
 * @since 0.1
 */
public abstract class DurableJournalContract extends JournalContract {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final LoopId LOOP = LoopId.of("shared");
    private static final int MOVES = 24;

    /** For the tests of journals. */
    protected DurableJournalContract() {}

    /**
     * Opens the journal of this test once more, as another process would.
     *
     * @return a journal over what {@link #emptyJournal()} made for this test
     */
    protected abstract Journal openedAgain();

    @Test
    void what_was_appended_is_there_when_it_is_opened_again() {
        Journal before = emptyJournal();
        before.append(LOOP, 0, List.of(event("1", LOOP), event("2", LOOP)));
        before.observe(List.of(event("fact", null)));
        List<Entry> all = before.readAll(0, 10);

        Journal after = openedAgain();
        assertThat(after.readAll(0, 10)).hasSize(3).isEqualTo(all);
        assertThat(after.append(LOOP, 2, List.of(event("2", LOOP))))
                .isEqualTo(new AppendResult.Duplicate(List.of(all.get(1))));
        assertThat(after.append(LOOP, 1, List.of(event("3", LOOP)))).isEqualTo(new AppendResult.Conflict(1, 2));
        assertThat(after.append(LOOP, 2, List.of(event("3", LOOP))))
                .isEqualTo(new AppendResult.Appended(List.of(new Entry(4, 3, event("3", LOOP)))));
        assertThat(before.readAll(3, 10)).containsExactly(new Entry(4, 3, event("3", LOOP)));
    }

    @Test
    void of_two_engines_over_one_journal_one_wins_each_revision() throws Exception {
        Journal one = emptyJournal();
        engine(one).start(LOOP);
        List<LoopEvent> granted = together(List.of(one, openedAgain()));
        List<Entry> kept = one.read(LOOP, 1);
        assertThat(kept).<LoopEvent>extracting(Entry::event).containsExactlyInAnyOrderElementsOf(granted);
        assertThat(kept).hasSizeGreaterThanOrEqualTo(MOVES);
        for (int i = 0; i < kept.size(); i++) {
            assertThat(kept.get(i).revision()).isEqualTo(i + 2L);
        }
        assertThat(engine(openedAgain()).find(LOOP).orElseThrow().stage()).isEqualTo(Stage.of(1 + kept.size() % 8));
    }

    private static List<LoopEvent> together(List<Journal> journals) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(journals.size());
        try {
            CountDownLatch ready = new CountDownLatch(journals.size());
            List<Callable<List<LoopEvent>>> tasks = new ArrayList<>();
            for (Journal journal : journals) {
                tasks.add(() -> {
                    ready.countDown();
                    ready.await();
                    return advance(journal);
                });
            }
            List<LoopEvent> granted = new ArrayList<>();
            for (Future<List<LoopEvent>> future : threads.invokeAll(tasks)) {
                granted.addAll(future.get());
            }
            return granted;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Asks for each next stage; whoever is refused because the other was faster looks anew. */
    private static List<LoopEvent> advance(Journal journal) {
        Loop loop = engine(journal).find(LOOP).orElseThrow();
        List<LoopEvent> granted = new ArrayList<>();
        for (int move = 0; move < MOVES; move++) {
            if (loop.advance(loop.stage().next()) instanceof Decision.Accepted accepted) {
                granted.addAll(accepted.events());
            }
        }
        return granted;
    }

    private static LoopEngine engine(Journal journal) {
        return LoopEngine.builder(Clock.fixed(T0, ZoneOffset.UTC))
                .definition(LoopDefinition.ring())
                .journal(journal)
                .build();
    }

    private static Recorded event(String id, @Nullable LoopId loop) {
        return new Recorded(EventMetadata.of(id, "test", T0), loop, OperationRecord.of("quiet", T0, ""));
    }
}

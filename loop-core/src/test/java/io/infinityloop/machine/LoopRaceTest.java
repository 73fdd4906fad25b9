package io.infinityloop.machine;

import static io.infinityloop.Stage.CODE;
import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.LoopId;
import io.infinityloop.Stage;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoopRaceTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 400;
    private static final int MOVES = 100_000;
    private static final List<LoopId> LOOPS = List.of(LoopId.of("one"), LoopId.of("two"), LoopId.of("three"));

    private final Journal journal = InMemoryJournal.empty();
    private final LoopEngine engine = LoopEngine.builder(Clock.fixed(Samples.T0, ZoneOffset.UTC))
            .definition(LoopDefinition.ring())
            .journal(journal)
            .build();

    @Test
    void of_four_threads_one_wins_each_revision_and_nothing_is_lost_or_doubled() throws Exception {
        LOOPS.forEach(engine::start);

        List<LoopEvent> granted = new ArrayList<>();
        for (List<LoopEvent> events : together(this::advanceAndRecord)) {
            granted.addAll(events);
        }

        List<LoopEvent> kept = journal.readAll(0, Integer.MAX_VALUE).stream()
                .map(Entry::event)
                .skip(LOOPS.size())
                .toList();
        assertThat(granted).as("each event was granted to one thread").doesNotHaveDuplicates();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(granted);
        assertThat(kept).hasSizeGreaterThan(THREADS * ROUNDS);
        assertThat(kept.stream()
                        .filter(Recorded.class::isInstance)
                        .map(event -> ((Recorded) event).artifact().id()))
                .as("every record was granted")
                .doesNotHaveDuplicates()
                .hasSize(THREADS * ROUNDS);
        for (LoopId loop : LOOPS) {
            List<Entry> entries = journal.read(loop, 0);
            assertThat(entries)
                    .extracting(Entry::revision)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, entries.size()).boxed().toList());
            assertThat(LoopDefinition.ring().replay(Samples.events(journal, loop)))
                    .isEqualTo(
                            new Replay.Reached(engine.find(loop).orElseThrow().state()));
        }
    }

    @Test
    @Tag("SPI-14")
    void of_four_threads_that_ask_for_one_move_one_wins_and_the_others_are_told_why() throws Exception {
        for (int round = 0; round < 100; round++) {
            LoopId id = LoopId.of("round " + round);
            engine.start(id);
            List<Loop> handles = IntStream.range(0, THREADS)
                    .mapToObj(thread -> engine.find(id).orElseThrow())
                    .toList();
            List<Decision> decisions = together(thread -> handles.get(thread).advance(CODE));
            assertThat(decisions).filteredOn(Decision::isAccepted).hasSize(1);
            assertThat(decisions)
                    .filteredOn(decision -> !decision.isAccepted())
                    .hasSize(THREADS - 1)
                    .allSatisfy(decision -> assertThatThrownBy(decision::orThrow)
                            .isInstanceOf(RefusedException.class)
                            .hasMessageContaining("cannot go from CODE to CODE"));
            assertThat(journal.read(id, 0)).hasSize(2);
        }
    }

    @Test
    void one_command_delivered_by_four_threads_is_carried_out_once() throws Exception {
        engine.start(LOOP);
        Command advance = new Command.Advance(
                Samples.metadata("r1", 10), CODE, List.of(OperationRecord.of("quiet", Samples.T0, "")));
        List<List<LoopEvent>> answers = together(thread ->
                engine.find(LOOP).orElseThrow().apply(advance).orThrow().events());
        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(answers.get(0)).extracting(LoopEvent::id).containsExactly("r1/1", "r1");
        assertThat(journal.read(LOOP, 0)).hasSize(3);
    }

    @Test
    void four_threads_and_a_hundred_thousand_moves_each_count_exactly() throws Exception {
        List<LoopId> ids =
                IntStream.range(0, 16).mapToObj(i -> LoopId.of("loop " + i)).toList();
        ids.forEach(engine::start);

        together(thread -> moved(ids, thread, MOVES));

        long moves = 0;
        for (LoopId id : ids) {
            List<Entry> entries = journal.read(id, 0);
            long[] gone = new long[8];
            for (int i = 1; i < entries.size(); i++) {
                assertThat(entries.get(i).revision()).isEqualTo(i + 1);
                Advanced move = (Advanced) entries.get(i).event();
                gone[move.transition().from().number() - 1]++;
                assertThat(move.transition().from()).isEqualTo(Stage.PLAN.plus(i - 1));
            }
            long ofLoop = entries.size() - 1L;
            for (int edge = 0; edge < 8; edge++) {
                assertThat(gone[edge]).isEqualTo((ofLoop + 7 - edge) / 8);
            }
            LoopState state = engine.find(id).orElseThrow().state();
            assertThat(state.stage()).isEqualTo(Stage.PLAN.plus(ofLoop % 8));
            assertThat(state.cycle()).isEqualTo(1 + ofLoop / 8);
            assertThat(state.revision()).isEqualTo(entries.size());
            moves += ofLoop;
        }
        assertThat(moves).isEqualTo((long) THREADS * MOVES);
        assertThat(journal.readAll(moves + ids.size() - 1, 10))
                .as("nothing else was kept")
                .hasSize(1);
    }

    /** Moves loops on, whoever is faster, until so many moves were granted to this thread. */
    private int moved(List<LoopId> ids, int thread, int moves) {
        List<Loop> loops = ids.stream().map(id -> engine.find(id).orElseThrow()).toList();
        int granted = 0;
        for (int turn = thread; granted < moves; turn++) {
            Loop loop = loops.get(turn % loops.size());
            granted += loop.advance(loop.stage().next()).isAccepted() ? 1 : 0;
        }
        return granted;
    }

    private List<LoopEvent> advanceAndRecord(int thread) {
        List<Loop> loops =
                LOOPS.stream().map(id -> engine.find(id).orElseThrow()).toList();
        List<LoopEvent> granted = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Loop loop = loops.get((round + thread) % loops.size());
            if (loop.advance(loop.stage().next()) instanceof Decision.Accepted accepted) {
                granted.addAll(accepted.events());
            }
            OperationRecord quiet = OperationRecord.of(thread + "-" + round, Samples.T0, "");
            granted.addAll(loop.record(quiet).orThrow().events());
        }
        return granted;
    }

    /** Does something in four threads at once; {@return what came of it, by thread}. */
    private static <T> List<T> together(Task<T> task) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch ready = new CountDownLatch(THREADS);
            List<Callable<T>> tasks = IntStream.range(0, THREADS)
                    .<Callable<T>>mapToObj(thread -> () -> {
                        ready.countDown();
                        ready.await();
                        return task.run(thread);
                    })
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Task<T> {
        T run(int thread);
    }
}

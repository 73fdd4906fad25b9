package io.infinityloop.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every journal keeps to. The test of a journal extends this class and says how to get an empty one; its test
 * methods then run with the others of that test.
 *
 * <p>Several threads write in one of the tests. Each test may take a minute at most.
 *
 * @since 0.1
 */
@Timeout(60)
public abstract class JournalContract {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final LoopId A = LoopId.of("a");
    private static final LoopId B = LoopId.of("b");

    private Journal journal;

    /** For the tests of journals. */
    protected JournalContract() {}

    @BeforeEach
    void begin() {
        journal = emptyJournal();
    }

    /** {@return a new journal without entries; asked once before each test} */
    protected abstract Journal emptyJournal();

    @Test
    void all_events_can_be_read_at_once() {
        journal.observe(IntStream.range(0, 2_001)
                .mapToObj(i -> Recorded.of("fact " + i, "test", Commit.of("c" + i, T0, "")))
                .toList());
        assertThat(journal.readAll().toList()).hasSize(2_001).isEqualTo(journal.readAll(0, 3_000));
        assertThat(journal.readAll().skip(2_000).toList())
                .extracting(entry -> entry.event().id())
                .containsExactly("fact 2000");
    }

    @Test
    void an_empty_journal_has_nothing() {
        assertThat(journal.read(A, 0)).isEmpty();
        assertThat(journal.readAll(0, 10)).isEmpty();
    }

    @Test
    void appended_events_get_positions_and_revisions_without_gaps() {
        AppendResult first = journal.append(A, 0, List.of(event("1", A), event("2", A)));
        AppendResult other = journal.append(B, 0, List.of(event("3", B)));
        AppendResult second = journal.append(A, 2, List.of(event("4", A)));

        assertThat(first)
                .isEqualTo(new AppendResult.Appended(
                        List.of(new Entry(1, 1, event("1", A)), new Entry(2, 2, event("2", A)))));
        assertThat(other).isEqualTo(new AppendResult.Appended(List.of(new Entry(3, 1, event("3", B)))));
        assertThat(second).isEqualTo(new AppendResult.Appended(List.of(new Entry(4, 3, event("4", A)))));
        assertThat(journal.read(A, 0)).extracting(Entry::revision).containsExactly(1L, 2L, 3L);
        assertThat(journal.read(A, 2)).containsExactly(new Entry(4, 3, event("4", A)));
        assertThat(journal.read(A, 3)).isEmpty();
        assertThat(journal.read(A, Long.MAX_VALUE)).isEmpty();
        assertThat(journal.read(B, 0)).containsExactly(new Entry(3, 1, event("3", B)));
    }

    @Test
    void another_revision_than_expected_is_a_conflict_and_nothing_is_appended() {
        journal.append(A, 0, List.of(event("1", A)));
        assertThat(journal.append(A, 0, List.of(event("2", A)))).isEqualTo(new AppendResult.Conflict(0, 1));
        assertThat(journal.append(A, 2, List.of(event("2", A)))).isEqualTo(new AppendResult.Conflict(2, 1));
        assertThat(journal.append(B, 1, List.of(event("2", B)))).isEqualTo(new AppendResult.Conflict(1, 0));
        assertThat(journal.readAll(0, 10)).hasSize(1);
        assertThat(journal.append(A, 1, List.of(event("2", A)))).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void an_event_that_is_there_already_is_a_duplicate_whatever_the_revision_and_nothing_is_appended() {
        journal.append(A, 0, List.of(event("1", A), event("2", A)));
        Entry second = new Entry(2, 2, event("2", A));
        for (long revision : new long[] {0, 2, 7}) {
            assertThat(journal.append(A, revision, List.of(event("3", A), event("2", A))))
                    .isEqualTo(new AppendResult.Duplicate(List.of(second)));
        }
        assertThat(journal.append(B, 0, List.of(event("2", B))))
                .as("source and id count, not the loop")
                .isEqualTo(new AppendResult.Duplicate(List.of(second)));
        assertThat(journal.readAll(0, 10)).hasSize(2);
        assertThat(journal.append(A, 2, List.of(event("3", A)))).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void the_same_id_of_another_source_is_another_event() {
        journal.append(A, 0, List.of(event("1", A)));
        Recorded other = new Recorded(EventMetadata.of("1", "elsewhere", T0), A, quiet());
        assertThat(journal.append(A, 1, List.of(other))).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void ids_are_kept_as_they_are_and_only_the_same_is_the_same() {
        List<String> ids = List.of(
                "a",
                "A",
                "a ",
                "\u0000",
                "\\u0000",
                "\\",
                "\ud83d\ude00",
                "\ud83d",
                "\ufffd",
                "?",
                "\u00e4",
                "a\u0308",
                "'; --",
                "\u20ac".repeat(399),
                "\u20ac".repeat(400),
                "\u0000".repeat(400));
        for (String id : ids) {
            LoopId loop = LoopId.of(id);
            List<Recorded> batch =
                    List.of(event(id, loop), new Recorded(EventMetadata.of("a", "of " + id, T0), loop, quiet()));
            assertThat(journal.append(loop, 0, batch)).isInstanceOf(AppendResult.Appended.class);
            assertThat(journal.append(loop, 2, batch)).isEqualTo(new AppendResult.Duplicate(journal.read(loop, 0)));
            assertThat(journal.read(loop, 0))
                    .<LoopEvent>extracting(Entry::event)
                    .isEqualTo(batch);
        }
        assertThat(journal.readAll(0, 100))
                .hasSize(2 * ids.size())
                .isEqualTo(ids.stream()
                        .flatMap(id -> journal.read(LoopId.of(id), 0).stream())
                        .toList());
    }

    @Test
    void a_wrong_batch_is_refused_as_a_whole() {
        journal.append(A, 0, List.of(event("1", A)));
        assertThatIllegalArgumentException().isThrownBy(() -> journal.append(A, 1, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.append(A, 1, List.of(event("2", A), event("3", B))))
                .withMessageContaining("test/3")
                .withMessageContaining("loop b");
        assertThatIllegalArgumentException().isThrownBy(() -> journal.append(A, 1, List.of(event("2", A), fact("3"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.append(A, 1, List.of(event("2", A), event("2", A))))
                .withMessageContaining("test/2");
        assertThat(journal.readAll(0, 10)).hasSize(1);
    }

    @Test
    void facts_are_observed_once() {
        journal.append(A, 0, List.of(event("1", A)));
        assertThat(journal.observe(List.of(fact("f1"), fact("f2"), fact("f1"))))
                .containsExactly(new Entry(2, 0, fact("f1")), new Entry(3, 0, fact("f2")));
        assertThat(journal.observe(List.of(fact("f2"), fact("f3")))).containsExactly(new Entry(4, 0, fact("f3")));
        assertThat(journal.observe(List.of(fact("1"))))
                .as("taken by an event of a loop")
                .isEmpty();
        assertThat(journal.observe(List.of())).isEmpty();
        assertThat(journal.readAll(0, 10)).extracting(Entry::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(journal.read(A, 0)).hasSize(1);
        assertThat(journal.append(A, 1, List.of(event("f1", A)))).isInstanceOf(AppendResult.Duplicate.class);
    }

    @Test
    void what_belongs_to_a_loop_is_not_observed_and_then_nothing_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> journal.observe(List.of(fact("f1"), event("2", A))))
                .withMessageContaining("test/2")
                .withMessageContaining("loop a");
        assertThat(journal.readAll(0, 10)).isEmpty();
    }

    @Test
    void pages_show_each_entry_once() {
        for (int i = 0; i < 25; i++) {
            journal.append(A, i, List.of(event("e" + i, A)));
        }
        for (int limit : new int[] {1, 7, 25, Integer.MAX_VALUE}) {
            List<Entry> read = new ArrayList<>();
            List<Entry> page = journal.readAll(0, limit);
            while (!page.isEmpty()) {
                assertThat(page).hasSizeLessThanOrEqualTo(limit);
                read.addAll(page);
                page = journal.readAll(read.get(read.size() - 1).position(), limit);
            }
            assertThat(read).isEqualTo(journal.read(A, 0));
        }
        assertThat(journal.readAll(Long.MAX_VALUE, 5)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> journal.readAll(0, 0));
    }

    @Test
    void what_was_read_does_not_change() {
        List<LoopEvent> given = new ArrayList<>(List.of(event("1", A)));
        journal.append(A, 0, given);
        given.clear();
        List<Entry> read = journal.read(A, 0);
        List<Entry> all = journal.readAll(0, 10);
        journal.append(A, 1, List.of(event("2", A)));
        assertThat(read).hasSize(1).isEqualTo(all);
        assertThatThrownBy(read::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(all::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_reader_misses_nothing_while_others_write() throws Exception {
        int writers = 3;
        int each = 100;
        ExecutorService threads = Executors.newFixedThreadPool(writers + 2);
        try {
            Future<List<Entry>> reader = threads.submit(() -> readUntil(writers * each * 3));
            Future<List<Entry>> follower = threads.submit(() -> followUntil(writers * each * 2));
            List<Callable<Integer>> tasks = IntStream.range(0, writers)
                    .<Callable<Integer>>mapToObj(writer -> () -> write(writer, each))
                    .toList();
            int conflicts = 0;
            for (Future<Integer> future : threads.invokeAll(tasks)) {
                conflicts += future.get();
            }
            List<Entry> read = reader.get();
            assertThat(read).extracting(Entry::position).isSorted().doesNotHaveDuplicates();
            assertThat(read).isEqualTo(journal.readAll(0, Integer.MAX_VALUE));
            assertThat(read.stream().map(entry -> entry.event().id())).doesNotHaveDuplicates();
            assertThat(follower.get()).as("read as it grew").isEqualTo(journal.read(A, 0));
            assertThat(journal.read(A, 0))
                    .as("after %s conflicts", conflicts)
                    .extracting(Entry::revision)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 2L * writers * each)
                            .boxed()
                            .toList());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Appends two events at a time to one loop that all writers share, and observes a fact; counts the conflicts. */
    private int write(int writer, int rounds) {
        int conflicts = 0;
        long revision = 0;
        for (int round = 0; round < rounds; round++) {
            String id = writer + "." + round;
            List<LoopEvent> batch = List.of(event(id + "a", A), event(id + "b", A));
            while (journal.append(A, revision, batch) instanceof AppendResult.Conflict conflict) {
                conflicts++;
                revision = conflict.actual();
            }
            revision += batch.size();
            journal.observe(List.of(fact(id)));
        }
        return conflicts;
    }

    /** Reads the shared loop as it grows; what was appended together is there together. */
    private List<Entry> followUntil(int count) {
        List<Entry> read = new ArrayList<>();
        while (read.size() < count && !Thread.currentThread().isInterrupted()) {
            read.addAll(journal.read(A, read.size()));
            assertThat(read.size() % 2).as("half of a batch").isZero();
        }
        return read;
    }

    private List<Entry> readUntil(int count) {
        List<Entry> read = new ArrayList<>();
        while (read.size() < count && !Thread.currentThread().isInterrupted()) {
            read.addAll(journal.readAll(
                    read.isEmpty() ? 0 : read.get(read.size() - 1).position(), 17));
        }
        return read;
    }

    private static OperationRecord quiet() {
        return OperationRecord.of("quiet", T0, "");
    }

    private static Recorded event(String id, LoopId loop) {
        return new Recorded(EventMetadata.of(id, "test", T0), loop, quiet());
    }

    private static Recorded fact(String id) {
        return new Recorded(EventMetadata.of(id, "test", T0), null, quiet());
    }
}

package io.infinityloop.jdbc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.infinityloop.LoopId;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.EventMetadata;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Threads that append at the same time share a transaction, and what becomes of it. */
@Timeout(30)
class GroupCommitTest {
    private static final Instant T0 = Instant.parse("2026-01-05T09:00:00Z");
    private static final String COMMIT = "COMMIT";
    private static final String BEGIN = "BEGIN IMMEDIATE";

    @TempDir
    private Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private final CountDownLatch firstCommits = new CountDownLatch(1);
    private final CountDownLatch firstGoesOn = new CountDownLatch(1);
    private final List<Asking> asking = new ArrayList<>();
    private HookedFile source = new HookedFile(Path.of(""));
    private @Nullable JdbcJournal opened;

    @BeforeEach
    void open() {
        source = new HookedFile(folder.resolve("journal.db"));
        opened = JdbcJournal.create(source);
    }

    private JdbcJournal journal() {
        return requireNonNull(opened, "opened");
    }

    @AfterEach
    void close() {
        journal().close();
    }

    @Test
    void who_waits_is_served_together_each_with_its_own_answer() throws Throwable {
        List<Asking> group = behindTheFirst(
                () -> append("a", 0, "a1"),
                () -> append("a", 0, "a2"),
                () -> append("a", 1, "a3"),
                () -> append("b", 0, "a1"),
                () -> append("a", 7, "a1"),
                () -> journal().observe(List.of(event("f1", null), event("first", null), event("a3", null))),
                () -> journal().observe(List.of(event("f1", null))));
        firstGoesOn.countDown();

        Entry a1 = new Entry(2, 1, event("a1", "a"));
        Entry a3 = new Entry(3, 2, event("a3", "a"));
        Entry fact = new Entry(4, 0, event("f1", null));
        assertThat(group.get(0).get()).isEqualTo(new AppendResult.Appended(List.of(a1)));
        assertThat(group.get(1).get()).isEqualTo(new AppendResult.Conflict(0, 1));
        assertThat(group.get(2).get()).isEqualTo(new AppendResult.Appended(List.of(a3)));
        assertThat(group.get(3).get()).isEqualTo(new AppendResult.Duplicate(List.of(a1)));
        assertThat(group.get(4).get()).isEqualTo(new AppendResult.Duplicate(List.of(a1)));
        assertThat(group.get(5).get()).isEqualTo(List.of(fact));
        assertThat(group.get(6).get()).isEqualTo(List.of());
        assertThat(commits).as("one for the first, one for the others").hasValue(2);
        assertThat(journal().readAll(1, 10)).containsExactly(a1, a3, fact);
        assertThat(journal().verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void a_group_that_can_not_begin_fails_for_each_and_nothing_is_appended() throws Throwable {
        List<Asking> group = behindTheFirst(() -> append("a", 0, "a1"), () -> append("b", 3, "b1"));
        AtomicBoolean fails = new AtomicBoolean(true);
        beforeOthers(BEGIN, () -> {
            if (fails.get()) {
                throw new SQLException("no luck");
            }
        });
        firstGoesOn.countDown();
        assertFailure(group.get(0), "cannot append to loop a at revision 0: no luck", "a", 0, false);
        assertFailure(group.get(1), "cannot append to loop b at revision 3: no luck", "b", 3, false);
        fails.set(false);
        assertThat(journal().readAll(0, 10)).hasSize(1);
        assertThat(append("a", 0, "a1")).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void a_group_whose_commit_fails_is_not_acknowledged_to_anyone() throws Throwable {
        List<Asking> group = behindTheFirst(() -> append("a", 0, "a1"), () -> append("b", 0, "b1"));
        AtomicBoolean fails = new AtomicBoolean(true);
        beforeOthers(COMMIT, () -> {
            if (fails.get()) {
                throw new SQLException("no luck");
            }
        });
        firstGoesOn.countDown();
        assertFailure(group.get(0), "cannot append to loop a at revision 0: no luck", "a", 0, true);
        assertFailure(group.get(1), "cannot append to loop b at revision 0: no luck", "b", 0, true);
        fails.set(false);
        assertThat(journal().readAll(0, 10)).hasSize(1);
        assertThat(append("a", 0, "a1")).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void where_a_commit_fails_once_each_finds_out_by_itself_what_became_of_its_events() throws Throwable {
        List<Asking> group = behindTheFirst(() -> append("a", 0, "a1"), () -> append("b", 0, "b1"));
        AtomicBoolean failed = new AtomicBoolean();
        beforeOthers(COMMIT, () -> {
            if (failed.compareAndSet(false, true)) {
                throw new SQLException("no luck");
            }
        });
        firstGoesOn.countDown();
        assertThat(group.get(0).get()).isInstanceOf(AppendResult.Appended.class);
        assertThat(group.get(1).get()).isInstanceOf(AppendResult.Appended.class);
        assertThat(journal().readAll(0, 10)).hasSize(3);
        assertThat(journal().verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void a_leader_that_dies_leaves_nobody_waiting() throws Throwable {
        for (String moment : List.of(BEGIN, COMMIT)) {
            try (JdbcJournal other = JdbcJournal.open(source)) {
                CountDownLatch leads = new CountDownLatch(1);
                CountDownLatch dies = new CountDownLatch(1);
                source.before(sql -> {
                    if (sql.equals(moment) && dies.getCount() > 0) {
                        leads.countDown();
                        dies.await();
                        throw new OutOfMemoryError("as a test has it");
                    }
                });
                asking.clear();
                for (String loop : List.of("x" + moment, "y" + moment, "z" + moment)) {
                    ask(() -> other.append(LoopId.of(loop), 0, List.of(event(loop, loop))));
                    leads.await();
                    awaitStarted();
                }
                dies.countDown();
                assertThat(catchThrowable(asking.get(0)::get)).isInstanceOf(OutOfMemoryError.class);
                assertThat(asking.get(1).get()).isInstanceOf(AppendResult.Appended.class);
                assertThat(asking.get(2).get()).isInstanceOf(AppendResult.Appended.class);
                assertThat(other.read(LoopId.of("x" + moment), 0)).isEmpty();
                assertThat(other.verify()).isInstanceOf(Verification.Intact.class);
            }
        }
    }

    @Test
    void a_connection_that_dies_at_its_commit_is_given_back_without_a_transaction() throws Exception {
        AtomicBoolean rolledBack = new AtomicBoolean();
        source.before(sql -> {
            if (sql.equals(COMMIT)) {
                throw new IllegalStateException("the pool has lost it");
            }
            if (sql.equals("ROLLBACK")) {
                rolledBack.set(true);
            }
        });
        assertThat(catchThrowable(() -> append("a", 0, "a1"))).hasMessage("the pool has lost it");
        assertThat(rolledBack).isTrue();
        source.before(sql -> {});
        assertThat(append("a", 0, "a1")).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void an_interrupted_thread_appends_and_stays_interrupted() throws Throwable {
        List<Asking> group = behindTheFirst(
                () -> List.of(append("a", 0, "a1"), Thread.currentThread().isInterrupted()),
                () -> append("b", 0, "b1"));
        group.get(0).thread.interrupt();
        firstGoesOn.countDown();
        assertThat(group.get(0).get())
                .isEqualTo(List.of(new AppendResult.Appended(List.of(new Entry(2, 1, event("a1", "a")))), true));
        assertThat(group.get(1).get()).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void while_it_is_closed_each_append_is_there_or_was_refused() throws Throwable {
        List<List<Entry>> acknowledged = new ArrayList<>();
        CountDownLatch some = new CountDownLatch(40);
        for (int thread = 0; thread < 8; thread++) {
            String loop = "loop" + thread;
            List<Entry> own = new ArrayList<>();
            acknowledged.add(own);
            ask(() -> {
                for (int i = 0; ; i++) {
                    own.addAll(((AppendResult.Appended) append(loop, i, loop + "-" + i)).entries());
                    some.countDown();
                }
            });
        }
        some.await();
        journal().close();
        for (Asking each : asking) {
            assertThat(catchThrowable(each::get))
                    .isInstanceOf(JournalException.class)
                    .hasMessageEndingWith("it is closed");
        }
        try (JdbcJournal again = JdbcJournal.open(source)) {
            assertThat(again.readAll(0, 100_000))
                    .hasSizeGreaterThanOrEqualTo(40)
                    .containsExactlyInAnyOrderElementsOf(
                            acknowledged.stream().flatMap(List::stream).toList());
            assertThat(again.verify()).isInstanceOf(Verification.Intact.class);
        }
    }

    /** Lets the first append stop at its commit until it is told to go on, and the others queue behind it. */
    @SafeVarargs
    private List<Asking> behindTheFirst(Callable<Object>... others) throws Exception {
        beforeOthers("", () -> {});
        ask(() -> journal().observe(List.of(event("first", null))));
        firstCommits.await();
        for (Callable<Object> other : others) {
            ask(other);
            awaitStarted();
        }
        return asking.subList(1, asking.size());
    }

    private void beforeOthers(String statement, HookedAction action) {
        source.before(sql -> {
            if (sql.equals(COMMIT) && commits.getAndIncrement() == 0) {
                firstCommits.countDown();
                firstGoesOn.await();
            } else if (sql.equals(statement)) {
                action.run();
            }
        });
    }

    private interface HookedAction {
        void run() throws SQLException;
    }

    private void ask(Callable<Object> question) {
        Asking asked = new Asking(question);
        asking.add(asked);
        asked.thread.start();
    }

    /** Until the last one who was asked waits for somebody, so that they queue in the order of the test. */
    private void awaitStarted() throws InterruptedException {
        Thread last = asking.get(asking.size() - 1).thread;
        while (last.isAlive() && last.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
    }

    /** A thread, and what it was answered. */
    private static final class Asking {
        private final FutureTask<Object> task;
        private final Thread thread;

        Asking(Callable<Object> question) {
            task = new FutureTask<>(question);
            thread = new Thread(task, "asking");
            thread.setDaemon(true);
        }

        Object get() throws Throwable {
            try {
                return task.get();
            } catch (ExecutionException failure) {
                throw failure.getCause();
            }
        }
    }

    private static void assertFailure(Asking asked, String message, String loop, long revision, boolean unknown) {
        assertThat(catchThrowable(asked::get)).isInstanceOfSatisfying(JournalException.class, failure -> {
            assertThat(failure).hasMessageContaining(message);
            assertThat(failure.operation()).isEqualTo("append to");
            assertThat(failure.loop()).contains(LoopId.of(loop));
            assertThat(failure.revision()).hasValue(revision);
            assertThat(failure.isOutcomeUnknown()).isEqualTo(unknown);
        });
    }

    private AppendResult append(String loop, long revision, String id) {
        return journal().append(LoopId.of(loop), revision, List.of(event(id, loop)));
    }

    private static Recorded event(String id, @Nullable String loop) {
        return new Recorded(
                EventMetadata.of(id, "test", T0),
                loop == null ? null : LoopId.of(loop),
                OperationRecord.of("quiet", T0, ""));
    }
}

package io.infinityloop.machine;

import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinityloop.LoopId;
import io.infinityloop.event.EventKey;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Snapshots save reading, and nothing depends on them. */
class SnapshotTest {
    private final Journal journal = InMemoryJournal.empty();
    private final List<Long> read = new ArrayList<>();
    private final InMemorySnapshots snapshots = InMemorySnapshots.upTo(10);

    @Test
    void a_loop_is_loaded_from_its_snapshot_and_what_came_after() {
        Loop loop = engine(snapshots).start(LOOP);
        for (int i = 0; i < 25; i++) {
            loop.advance(loop.stage().next()).orThrow();
        }
        read.clear();
        assertThat(engine(snapshots).find(LOOP).orElseThrow().state()).isEqualTo(loop.state());
        assertThat(read)
                .as("the last event of the snapshot and the six after it")
                .containsExactly(19L);
    }

    @Test
    void without_its_snapshots_a_loop_is_the_same() {
        Loop loop = engine(snapshots).start(LOOP);
        for (int i = 0; i < 25; i++) {
            loop.advance(loop.stage().next()).orThrow();
        }
        read.clear();
        assertThat(engine(InMemorySnapshots.upTo(1)).find(LOOP).orElseThrow().state())
                .isEqualTo(loop.state());
        assertThat(read).containsExactly(0L);
    }

    @Test
    void a_snapshot_that_does_not_fit_the_journal_is_passed_over() {
        Loop loop = engine(snapshots).start(LOOP);
        loop.advance(loop.stage().next()).orThrow();
        LoopState wrong = loop.state().evolve(new Recorded(Samples.metadata("elsewhere", 90), LOOP, Shop.item()));
        List<Snapshot> misfits = List.of(
                new Snapshot(wrong, new EventKey("portal", "elsewhere")),
                new Snapshot(loop.state(), new EventKey("portal", "elsewhere")),
                new Snapshot(
                        LoopState.start(LoopDefinition.ring().start(Samples.metadata("s", 0), LoopId.of("other"))),
                        new EventKey("portal", "s")));
        for (Snapshot misfit : misfits) {
            assertThat(engine(new Fixed(misfit)).find(LOOP).orElseThrow().state())
                    .isEqualTo(loop.state());
        }
    }

    @Test
    void a_store_that_fails_harms_nobody() {
        LoopEngine engine = engine(new SnapshotStore() {
            @Override
            public Optional<Snapshot> load(LoopId loop) {
                throw new IllegalStateException("disk gone");
            }

            @Override
            public void save(Snapshot snapshot) {
                throw new IllegalStateException("disk gone");
            }
        });
        Loop loop = engine.start(LOOP);
        for (int i = 0; i < 12; i++) {
            loop.advance(loop.stage().next()).orThrow();
        }
        assertThat(engine.find(LOOP).orElseThrow().state()).isEqualTo(loop.state());
    }

    @Test
    void a_store_in_memory_keeps_the_loops_used_last() {
        InMemorySnapshots two = InMemorySnapshots.upTo(2);
        for (String name : List.of("a", "b")) {
            two.save(snapshotOf(name));
        }
        assertThat(two.load(LoopId.of("a"))).isPresent();
        two.save(snapshotOf("c"));
        assertThat(two.load(LoopId.of("a"))).isPresent();
        assertThat(two.load(LoopId.of("b"))).isEmpty();
        assertThat(two.load(LoopId.of("c"))).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> InMemorySnapshots.upTo(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoopEngine.builder(Samples.clock()).snapshots(two, 0));
    }

    private static Snapshot snapshotOf(String name) {
        LoopEvent start = LoopDefinition.ring().start(Samples.metadata(name, 0), LoopId.of(name));
        return new Snapshot(LoopState.start((Started) start), start.key());
    }

    private LoopEngine engine(SnapshotStore store) {
        return LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .journal(new Watched())
                .snapshots(store, 10)
                .build();
    }

    /** A store that has one snapshot, whatever it is asked for. */
    private record Fixed(Snapshot snapshot) implements SnapshotStore {
        @Override
        public Optional<Snapshot> load(LoopId loop) {
            return Optional.of(snapshot);
        }

        @Override
        public void save(Snapshot other) {
            assertThat(other.state().loop()).isEqualTo(LOOP);
        }
    }

    /** The journal, noting from where loops are read. */
    private final class Watched implements Journal {
        @Override
        public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
            return journal.append(loop, expectedRevision, events);
        }

        @Override
        public List<Entry> observe(List<Recorded> facts) {
            return journal.observe(facts);
        }

        @Override
        public List<Entry> read(LoopId loop, long afterRevision) {
            read.add(afterRevision);
            return journal.read(loop, afterRevision);
        }

        @Override
        public List<Entry> readAll(long afterPosition, int limit) {
            return journal.readAll(afterPosition, limit);
        }
    }
}

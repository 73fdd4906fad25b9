package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.DEPLOY;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static io.infinityloop.machine.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.artifact.Commit;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Migrated;
import io.infinityloop.event.Recorded;
import io.infinityloop.journal.AppendResult;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import io.infinityloop.testkit.SettableClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What somebody might try, or what might go wrong, to get a loop past its rules or its log out of shape. */
class EngineHoldsTest {
    private static final LoopDefinition V1 = LoopDefinition.builder("shop").build();
    private static final LoopDefinition V2 = LoopDefinition.builder("shop")
            .version(2)
            .require(PLAN, new Contract.Present(Shop.item().kind()))
            .build();

    private final Journal journal = InMemoryJournal.empty();

    private static OperationRecord quiet(String id) {
        return OperationRecord.of(id, T0, "");
    }

    private LoopEngine.Builder builder(LoopDefinition definition) {
        return LoopEngine.builder(Samples.clock()).definition(definition).journal(journal);
    }

    @Nested
    class A_migration {
        private final Command move = new Command.Advance(Samples.metadata("r1", 1), CODE, List.of());

        @Test
        void is_not_appended_for_a_command_that_is_delivered_again() {
            builder(V1).build().start(LOOP).apply(move).orThrow();
            Loop loop = builder(V2).migrate(V1).build().find(LOOP).orElseThrow();
            assertThat(loop.apply(move).orThrow().events())
                    .isEqualTo(Samples.events(journal, LOOP).subList(1, 2));
            assertThat(journal.read(LOOP, 0)).hasSize(2);
        }

        @Test
        void is_not_appended_for_a_command_that_is_refused() {
            builder(V1).build().start(LOOP);
            Loop loop = builder(V2).migrate(V1).build().find(LOOP).orElseThrow();
            assertThat(loop.advance(CODE).isAccepted()).isFalse();
            assertThat(loop.advance(BUILD).isAccepted()).isFalse();
            assertThat(journal.read(LOOP, 0)).hasSize(1);
        }

        @Test
        void does_not_make_a_command_late_whose_instant_is_before_the_clock() {
            builder(V1).build().start(LOOP);
            Clock late = SettableClock.at(T0.plus(Duration.ofHours(2)));
            Loop loop = LoopEngine.builder(late)
                    .definition(V2)
                    .migrate(V1)
                    .journal(journal)
                    .build()
                    .find(LOOP)
                    .orElseThrow();
            loop.apply(new Command.Attach(Samples.metadata("r1", 1), quiet("o1")))
                    .orThrow();
            assertThat(journal.read(LOOP, 0)).hasSize(3);
        }

        @Test
        void from_other_rules_than_those_of_the_loop_is_a_forged_one() {
            builder(V2).build().start(LOOP);
            LoopDefinition ring = LoopDefinition.ring();
            journal.append(LOOP, 1, List.of(new Migrated(Samples.metadata("m", 1), LOOP, ring.ref(), V1.ref())));
            assertThatIllegalStateException()
                    .isThrownBy(() -> builder(V2).migrate(V1).build().find(LOOP))
                    .withMessageContaining("goes on from ring v1")
                    .withMessageContaining("runs under shop v2");
        }

        @Test
        void to_rules_that_nobody_declared_is_refused() {
            builder(V2).build().start(LOOP);
            journal.append(LOOP, 1, List.of(new Migrated(Samples.metadata("m", 1), LOOP, V2.ref(), V1.ref())));
            assertThatExceptionOfType(DefinitionMismatchException.class)
                    .isThrownBy(() -> builder(V2).build().find(LOOP));
        }
    }

    @Nested
    class An_automatic_stage {
        private final LoopDefinition rules = LoopDefinition.builder("auto")
                .require(CODE, new Contract.Present(Commit.KIND))
                .automatic(CODE)
                .gate(PLAN, "go")
                .gate(CODE, "go")
                .build();
        private final List<Stage> asked = new ArrayList<>();

        @Test
        void is_not_left_by_the_word_of_a_gate_that_was_asked_about_another_stage() {
            Loop loop = builder(rules)
                    .gate("go", (state, command) -> {
                        asked.add(state.stage());
                        return state.stage() == PLAN ? Verdict.pass() : Verdict.refuse("not from here");
                    })
                    .build()
                    .start(LOOP);
            loop.advance(CODE, Commit.of("4f2a91c", T0, "Pay by card")).orThrow();
            assertThat(loop.stage()).isEqualTo(CODE);
            loop.record(quiet("o1")).orThrow();
            assertThat(loop.stage()).isEqualTo(CODE);
            assertThat(asked).containsExactly(PLAN, CODE);
        }

        @Test
        void loads_again_though_an_id_is_too_long_for_the_move_that_a_gate_held() {
            LoopEngine engine = builder(rules)
                    .gate("go", (state, command) -> state.stage() == PLAN ? Verdict.pass() : Verdict.refuse("not yet"))
                    .build();
            Loop loop = engine.start(LOOP);
            loop.advance(CODE).orThrow();
            Commit commit = Commit.of("4f2a91c", T0, "Pay by card");
            loop.apply(new Command.Attach(Samples.metadata("r".repeat(500), 10), commit))
                    .orThrow();
            assertThat(engine.find(LOOP)).get().extracting(Loop::state).isEqualTo(loop.state());
        }
    }

    @Nested
    class An_id_that_is_taken {
        private final Loop loop = builder(V1).build().start(LOOP);

        @Test
        void by_a_part_of_another_request_does_not_pass_for_a_redelivery() {
            loop.apply(new Command.Advance(Samples.metadata("r1", 1), CODE, List.of(quiet("o1"))))
                    .orThrow();
            Command other = new Command.Attach(Samples.metadata("r1/1", 1), quiet("o2"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> loop.apply(other))
                    .withMessageContaining("choose another id");
            assertThat(journal.read(LOOP, 0)).hasSize(3);
        }

        @Test
        void by_a_request_of_another_kind_or_to_another_stage_does_not_pass_for_a_redelivery() {
            loop.apply(new Command.Advance(Samples.metadata("r1", 1), CODE, List.of()))
                    .orThrow();
            assertThatIllegalStateException()
                    .isThrownBy(() -> loop.apply(new Command.Attach(Samples.metadata("r1", 1), quiet("o1"))));
            assertThatIllegalStateException()
                    .isThrownBy(() -> loop.apply(new Command.Advance(Samples.metadata("r1", 1), BUILD, List.of())));
            assertThat(loop.apply(new Command.Advance(Samples.metadata("r1", 1), TEST, List.of()))
                            .isAccepted())
                    .as("refused anyway")
                    .isFalse();
            assertThat(journal.read(LOOP, 0)).hasSize(2);
        }

        @Test
        void by_another_loop_is_told() {
            loop.apply(new Command.Advance(Samples.metadata("r1", 1), CODE, List.of()))
                    .orThrow();
            Loop second = builder(V1).build().start(LoopId.of("second"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> second.apply(new Command.Advance(Samples.metadata("r1", 1), CODE, List.of())))
                    .withMessageContaining("choose another id");
        }
    }

    @Test
    void in_another_order_a_return_goes_only_where_it_drops_what_comes_after() {
        List<Stage> order = List.of(PLAN, CODE, TEST, BUILD, RELEASE, DEPLOY, OPERATE, Stage.MONITOR);
        Loop loop = builder(LoopDefinition.builder("tests-first").order(order).build())
                .build()
                .start(LOOP);
        for (Stage stage : order.subList(1, 5)) {
            loop.advance(stage).orThrow();
        }
        for (Stage stage : List.of(TEST, BUILD)) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> loop.returnTo(stage, "once more").orThrow())
                    .withMessageContaining("one of PLAN, CODE");
        }
        assertThat(loop.returnTo(CODE, "once more").isAccepted()).isTrue();
    }

    @Test
    void a_snapshot_store_that_throws_what_it_does_not_declare_does_no_harm() {
        List<Decision> heard = new ArrayList<>();
        SnapshotStore broken = new SnapshotStore() {
            @Override
            public Optional<Snapshot> load(LoopId loop) {
                throw EngineHoldsTest.<RuntimeException>undeclared(new IOException("disk"));
            }

            @Override
            public void save(Snapshot snapshot) {
                throw new NoClassDefFoundError("driver");
            }
        };
        LoopEngine engine = builder(V1)
                .snapshots(broken, 1)
                .listener(new LoopListener() {
                    @Override
                    public void onAccepted(Decision.Accepted decision, LoopState after) {
                        heard.add(decision);
                    }
                })
                .build();
        engine.start(LOOP);
        engine.find(LOOP).orElseThrow().advance(CODE).orThrow();
        assertThat(heard).hasSize(2);
        assertThat(engine.find(LOOP)).get().extracting(Loop::stage).isEqualTo(CODE);
    }

    @Test
    void a_journal_that_fails_after_it_kept_the_events_loses_and_doubles_nothing() {
        LoopEngine engine =
                builder(V1).journal(new LostAnswers(journal, List.of("r1"))).build();
        Loop loop = engine.start(LOOP);
        Command move = new Command.Advance(Samples.metadata("r1", 1), CODE, List.of(quiet("o1")));
        assertThatIllegalStateException().isThrownBy(() -> loop.apply(move)).withMessage("connection lost");
        assertThat(loop.apply(move).orThrow().events()).hasSize(2);
        assertThat(loop.stage()).isEqualTo(CODE);
        assertThat(journal.read(LOOP, 0)).hasSize(3);
    }

    @Test
    void many_artifacts_are_taken_at_once_as_one_by_one() {
        Loop loop = builder(LoopDefinition.ring()).build().start(LOOP);
        loop.record(quiet("o5")).orThrow();
        loop.advance(CODE).orThrow();
        LoopState state = loop.state();
        List<LoopEvent> events = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            events.add(new Recorded(
                    Samples.metadata("e" + i, 50 - i),
                    LOOP,
                    i % 3 == 0
                            ? Samples.build("b" + i % 7, i % 2 == 0 ? Outcome.FAILED : Outcome.PASSED)
                            : quiet("o" + i % 11)));
        }
        LoopState oneByOne = state;
        for (LoopEvent event : events) {
            oneByOne = oneByOne.evolve(event);
        }
        assertThat(state.evolve(events)).isEqualTo(oneByOne).isNotEqualTo(state);
        assertThat(state.evolve(List.of())).isEqualTo(state);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException undeclared(Throwable failure) throws E {
        throw (E) failure;
    }

    /** Keeps events, and then loses the answer, once for each of some ids. */
    private static final class LostAnswers implements Journal {
        private final Journal journal;
        private final List<String> ids;

        LostAnswers(Journal journal, List<String> ids) {
            this.journal = journal;
            this.ids = new ArrayList<>(ids);
        }

        @Override
        public AppendResult append(LoopId loop, long expectedRevision, List<? extends LoopEvent> events) {
            AppendResult result = journal.append(loop, expectedRevision, events);
            if (events.stream().anyMatch(event -> ids.remove(event.id()))) {
                throw new IllegalStateException("connection lost");
            }
            return result;
        }

        @Override
        public List<Entry> observe(List<Recorded> facts) {
            return journal.observe(facts);
        }

        @Override
        public List<Entry> read(LoopId loop, long afterRevision) {
            return journal.read(loop, afterRevision);
        }

        @Override
        public List<Entry> readAll(long afterPosition, int limit) {
            return journal.readAll(afterPosition, limit);
        }
    }
}

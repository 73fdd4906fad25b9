package io.infinityloop.machine;

import static io.infinityloop.machine.Samples.LOOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

class LoopModelProperties {
    private Journal journal = InMemoryJournal.empty();
    private LoopEngine engine = engine(journal);

    @BeforeTry
    void begin() {
        journal = InMemoryJournal.empty();
        engine = engine(journal);
    }

    private static LoopEngine engine(Journal journal) {
        return LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .journal(journal)
                .build();
    }

    @Property(tries = 60)
    @Tag("LOOP-03")
    void eight_n_legal_advances_from_plan_end_in_plan_n_cycles_later(@ForAll @IntRange(max = 60) int n) {
        Loop loop = Samples.engine().start(LOOP);
        long start = loop.state().cycle();
        for (int i = 0; i < 8 * n; i++) {
            long cycle = loop.state().cycle();
            Stage left = loop.stage();
            loop.advance(left.next()).orThrow();
            assertThat(loop.state().cycle()).isEqualTo(left == Stage.MONITOR ? cycle + 1 : cycle);
        }
        assertThat(loop.stage()).isEqualTo(Stage.PLAN);
        assertThat(loop.state().cycle()).isEqualTo(start + n);
        assertThat(loop.history()).hasSize(8 * n);
    }

    @Property(tries = 500)
    void the_machine_does_what_the_oracle_says(@ForAll("anySteps") List<Commands.Step> steps) {
        Loop loop = engine.start(LOOP);
        LoopOracle oracle = new LoopOracle(Samples.T0);
        long now = 0;
        for (int i = 0; i < steps.size(); i++) {
            Command command = steps.get(i).command("r" + i, loop.stage(), now);
            now = Math.max(0, now + steps.get(i).minutes());
            LoopState before = loop.state();
            List<Entry> entries = journal.read(LOOP, 0);

            Decision decision = loop.apply(command);

            if (decision instanceof Decision.Refused refused) {
                assertThat(refused.reasons().stream().map(Reason::code).collect(Collectors.toSet()))
                        .isEqualTo(oracle.take(command))
                        .isNotEmpty();
                assertThat(refused.from()).isEqualTo(before.stage());
                assertThat(refused.permitted()).isEqualTo(LoopDefinition.ring().permitted(before));
                assertThat(loop.state()).isEqualTo(before);
                assertThat(journal.read(LOOP, 0)).isEqualTo(entries);
            } else {
                assertThat(oracle.take(command)).isEmpty();
                assertThat(journal.read(LOOP, before.revision()).stream().map(Entry::event))
                        .containsExactlyElementsOf(decision.orThrow().events());
            }
            assertSame(loop.state(), oracle);
        }
    }

    @Property(tries = 300)
    void the_handle_the_journal_and_the_engine_agree(@ForAll("anySteps") List<Commands.Step> steps) {
        Loop loop = engine.start(LOOP);
        Commands.walk(loop, steps);
        List<LoopEvent> events = Samples.events(journal, LOOP);
        assertThat(LoopDefinition.ring().replay(events)).isEqualTo(new Replay.Reached(loop.state()));
        assertThat(engine.find(LOOP)).get().extracting(Loop::state).isEqualTo(loop.state());
        assertThat(engine.states()).containsExactly(loop.state());
        assertThat(loop.state().revision()).isEqualTo(events.size());
    }

    @Property(tries = 300)
    void the_history_is_a_chain(@ForAll("anySteps") List<Commands.Step> steps) {
        Loop loop = engine.start(LOOP);
        Commands.walk(loop, steps);
        Stage stage = Stage.PLAN;
        long cycle = 1;
        for (HistoryEntry entry : loop.history()) {
            assertThat(entry.from()).isEqualTo(stage);
            assertThat(entry.cycle()).isEqualTo(cycle);
            if (entry instanceof HistoryEntry.Move move) {
                assertThat(move.transition().isOfRing()).isTrue();
                cycle += move.transition().closesCycle() ? 1 : 0;
            } else {
                assertThat(entry.to().isBefore(entry.from())).isTrue();
            }
            stage = entry.to();
        }
        assertThat(loop.stage()).isEqualTo(stage);
        assertThat(loop.state().cycle()).isEqualTo(cycle);
    }

    @Property(tries = 200)
    void a_redelivered_command_changes_nothing(@ForAll("anySteps") List<Commands.Step> steps) {
        Loop loop = engine.start(LOOP);
        List<Command> granted = Commands.walk(loop, steps);
        LoopState state = loop.state();
        List<Entry> entries = journal.readAll(0, Integer.MAX_VALUE);
        for (Command command : granted) {
            List<LoopEvent> again = loop.apply(command).orThrow().events();
            assertThat(again).last().extracting(LoopEvent::metadata).isEqualTo(command.metadata());
            assertThat(again)
                    .hasSize(
                            command instanceof Command.Advance advance
                                    ? advance.artifacts().size() + 1
                                    : 1);
        }
        assertThat(loop.state()).isEqualTo(state);
        assertThat(journal.readAll(0, Integer.MAX_VALUE)).isEqualTo(entries);
    }

    @Property(tries = 300)
    void decide_and_evolve_are_pure(
            @ForAll("anySteps") List<Commands.Step> steps, @ForAll("oneStep") Commands.Step next) {
        Loop loop = engine.start(LOOP);
        Commands.walk(loop, steps);
        LoopState state = loop.state();
        String text = state.toString();
        Command command = next.command("next", state.stage(), 10_000);

        Decision decision = LoopDefinition.ring().decide(state, command);
        assertThat(LoopDefinition.ring().decide(state, command)).isEqualTo(decision);
        if (decision instanceof Decision.Accepted accepted) {
            LoopEvent event = accepted.events().get(0);
            assertThat(state.evolve(event)).isEqualTo(state.evolve(event)).isNotEqualTo(state);
        }
        assertThat(state).isEqualTo(loop.state()).hasToString(text);
    }

    @Property
    void every_pair_is_accepted_exactly_if_it_is_of_the_loop(@ForAll Stage from, @ForAll Stage to) {
        LoopState state = Samples.loopIn(from).state();
        Command advance = new Command.Advance(Samples.metadata("r", 100), to, List.of());
        assertThat(LoopDefinition.ring().decide(state, advance).isAccepted())
                .isEqualTo(new Transition(from, to).isOfRing());
    }

    @Provide
    Arbitrary<List<Commands.Step>> anySteps() {
        return Commands.anySteps();
    }

    @Provide
    Arbitrary<Commands.Step> oneStep() {
        return Commands.anyStep();
    }

    private static void assertSame(LoopState state, LoopOracle oracle) {
        assertThat(state.stage()).isEqualTo(oracle.stage);
        assertThat(state.cycle()).isEqualTo(oracle.cycle);
        assertThat(state.attempt()).isEqualTo(oracle.attempt);
        assertThat(state.isRetired()).isEqualTo(oracle.retired);
        assertThat(state.lastAt()).isEqualTo(oracle.last);
    }
}

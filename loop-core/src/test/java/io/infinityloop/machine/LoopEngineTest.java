package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static io.infinityloop.machine.Samples.build;
import static io.infinityloop.machine.Samples.metadata;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.infinityloop.Labels;
import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.artifact.OperationRecord;
import io.infinityloop.event.Advanced;
import io.infinityloop.event.LoopEvent;
import io.infinityloop.event.Recorded;
import io.infinityloop.event.Started;
import io.infinityloop.journal.Entry;
import io.infinityloop.journal.InMemoryJournal;
import io.infinityloop.journal.Journal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopEngineTest {
    private final Journal journal = InMemoryJournal.empty();
    private final LoopEngine engine = LoopEngine.builder(Samples.clock())
            .definition(LoopDefinition.ring())
            .journal(journal)
            .build();

    @Test
    void a_loop_is_started_once() {
        engine.start(LOOP);
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.start(LOOP))
                .withMessage("loop checkout is started already: use find");
        assertThat(engine.find(LoopId.of("nobody"))).isEmpty();
        assertThat(engine.find(LOOP))
                .get()
                .extracting(Loop::state)
                .isEqualTo(engine.states().get(0));
    }

    @Test
    void the_longest_loop_id_goes_round() {
        LoopId longest = LoopId.of("x".repeat(400));
        Loop loop = engine.start(longest);
        assertThat(loop.advance(CODE, build("b", Outcome.PASSED)).isAccepted()).isTrue();
    }

    @Test
    void events_carry_source_and_labels_of_the_engine() {
        Labels shop = Labels.of(Labels.SERVICE, "shop");
        LoopEngine portal = LoopEngine.builder(Samples.clock())
                .definition(LoopDefinition.ring())
                .journal(journal)
                .definition(LoopDefinition.ring())
                .source("portal")
                .labels(shop)
                .build();
        portal.start(LOOP).advance(CODE).orThrow();
        assertThat(Samples.all(journal)).hasSize(2).allSatisfy(event -> {
            assertThat(event.source()).isEqualTo("portal");
            assertThat(event.labels()).isEqualTo(shop);
        });
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LoopEngine.builder(Samples.clock())
                        .definition(LoopDefinition.ring())
                        .source(" "))
                .withMessage("event source must not be blank");
    }

    @Test
    void a_stale_handle_is_refused_by_what_is_and_not_by_what_it_knows() {
        Loop fresh = engine.start(LOOP);
        Loop stale = engine.find(LOOP).orElseThrow();
        fresh.advance(CODE).orThrow();

        Decision.Refused refused = (Decision.Refused) stale.advance(CODE);
        assertThat(refused.from()).isEqualTo(CODE);
        assertThat(stale.stage()).isEqualTo(CODE);
        assertThat(stale.advance(BUILD).isAccepted()).isTrue();
    }

    @Test
    void what_a_stale_handle_records_is_neither_lost_nor_taken_for_somebody_elses() {
        Loop fresh = engine.start(LOOP);
        Loop stale = engine.find(LOOP).orElseThrow();
        fresh.record(OperationRecord.of("first", Samples.T0, "")).orThrow();
        Decision.Accepted second =
                stale.record(OperationRecord.of("second", Samples.T0, "")).orThrow();

        assertThat(second.events())
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        Recorded.class,
                        recorded -> assertThat(recorded.artifact().id()).isEqualTo("second"));
        assertThat(journal.read(LOOP, 0)).hasSize(3);
    }

    @Test
    void a_redelivered_command_gets_its_first_answer_and_changes_nothing() {
        Loop loop = engine.start(LOOP);
        Command advance = new Command.Advance(metadata("r1", 10), CODE, List.of(build("b1", Outcome.PASSED)));
        Decision first = loop.apply(advance);
        loop.apply(new Command.Advance(metadata("r2", 20), BUILD, List.of())).orThrow();
        LoopState state = loop.state();
        List<Entry> entries = journal.read(LOOP, 0);

        assertThat(loop.apply(advance)).as("illegal by now").isEqualTo(first);
        assertThat(first.orThrow().events()).extracting(LoopEvent::id).containsExactly("r1/1", "r1");
        assertThat(engine.find(LOOP).orElseThrow().apply(advance)).isEqualTo(first);
        assertThat(loop.state()).isEqualTo(state);
        assertThat(journal.read(LOOP, 0)).isEqualTo(entries);
    }

    @Test
    void a_command_redelivered_after_retirement_gets_its_first_answer() {
        Loop loop = engine.start(LOOP);
        Command retire = new Command.Retire(metadata("r1", 10), "given up");
        Decision first = loop.apply(retire);
        assertThat(loop.apply(retire)).isEqualTo(first);
    }

    @Test
    void an_id_of_another_loop_is_not_taken_for_a_redelivery() {
        Loop one = engine.start(LOOP);
        Loop other = engine.start(LoopId.of("other"));
        Command advance = new Command.Advance(metadata("r1", 10), CODE, List.of());
        one.apply(advance).orThrow();
        assertThatIllegalStateException()
                .isThrownBy(() -> other.apply(advance))
                .withMessageContaining("portal/r1")
                .withMessageContaining("loop other")
                .withMessageContaining("choose another id");
        assertThat(other.stage()).isEqualTo(PLAN);
        assertThat(journal.read(LoopId.of("other"), 0)).hasSize(1);
    }

    @Test
    void a_loop_whose_history_breaks_the_rules_is_not_loaded() {
        Started start = LoopDefinition.ring().start(metadata("1", 0), LOOP);
        journal.append(LOOP, 0, List.of(start, advanced("2", CODE, BUILD)));
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.find(LOOP))
                .withMessage("the history of loop checkout breaks the definition 'ring' at event 2 (index 1): "
                        + "leaves CODE, but the loop is in PLAN");
    }

    @Test
    void a_loop_that_was_never_started_is_named() {
        journal.append(LOOP, 0, List.of(advanced("2", CODE, BUILD)));
        assertThatIllegalStateException()
                .isThrownBy(engine::states)
                .withMessage("loop checkout was never started: its first event is portal/2");
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.find(LOOP))
                .withMessageContaining("a history begins with the event that starts the loop");
    }

    @Test
    void states_are_read_over_many_pages_and_facts_are_no_loops() {
        journal.observe(List.of(Recorded.of("f", "portal", OperationRecord.of("quiet", Samples.T0, ""))));
        for (int i = 0; i < 1_100; i++) {
            engine.start(LoopId.of("loop " + i));
        }
        assertThat(engine.states())
                .hasSize(1_100)
                .isSortedAccordingTo((one, other) -> one.loop().compareTo(other.loop()));
    }

    @Test
    void a_loop_shows_name_and_stage() {
        assertThat(Samples.loopIn(TEST)).hasToString("loop checkout in TEST");
    }

    private static Advanced advanced(String id, Stage from, Stage to) {
        return new Advanced(metadata(id, 1), LOOP, new Transition(from, to), Samples.tick(0), List.of());
    }
}

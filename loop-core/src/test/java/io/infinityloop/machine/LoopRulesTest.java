package io.infinityloop.machine;

import static io.infinityloop.Stage.BUILD;
import static io.infinityloop.Stage.CODE;
import static io.infinityloop.Stage.MONITOR;
import static io.infinityloop.Stage.OPERATE;
import static io.infinityloop.Stage.PLAN;
import static io.infinityloop.Stage.RELEASE;
import static io.infinityloop.Stage.TEST;
import static io.infinityloop.machine.Samples.LOOP;
import static io.infinityloop.machine.Samples.build;
import static io.infinityloop.machine.Samples.loopIn;
import static io.infinityloop.machine.Samples.tests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.infinityloop.LoopId;
import io.infinityloop.Outcome;
import io.infinityloop.Stage;
import io.infinityloop.Transition;
import io.infinityloop.Trigger;
import io.infinityloop.artifact.ArtifactRef;
import io.infinityloop.artifact.PlanItem;
import io.infinityloop.event.EventMetadata;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The rules of the loop as a user meets them: engine and handle. */
class LoopRulesTest {
    @Test
    @Tag("LOOP-05")
    void of_the_64_pairs_8_are_accepted_and_56_refused_without_a_trace() {
        List<Transition> accepted = new ArrayList<>();
        int refusals = 0;
        for (Stage from : Stage.all()) {
            for (Stage to : Stage.all()) {
                Loop loop = loopIn(from);
                LoopState before = loop.state();
                List<HistoryEntry> history = loop.history();
                Decision decision = loop.advance(to);
                if (decision instanceof Decision.Refused refused) {
                    refusals++;
                    assertThat(refused.reasons())
                            .containsExactly(new Reason.NoTransition(from, to, List.of(from.next())));
                    assertThat(refused.from()).isEqualTo(from);
                    assertThat(refused.permitted()).containsExactly(from.next());
                    assertThat(loop.state()).isEqualTo(before);
                    assertThat(loop.history()).isEqualTo(history);
                } else {
                    accepted.add(new Transition(from, to));
                    assertThat(loop.stage()).isEqualTo(to);
                }
            }
        }
        assertThat(accepted).containsExactlyElementsOf(Transition.ring());
        assertThat(refusals).isEqualTo(56);
    }

    @Test
    @Tag("LOOP-06")
    void a_failed_build_holds_the_loop_until_a_passed_one() {
        Loop loop = loopIn(BUILD);
        loop.record(build("b1", Outcome.FAILED)).orThrow();

        Decision refused = loop.advance(TEST);
        assertThat(refused)
                .isEqualTo(new Decision.Refused(
                        BUILD,
                        List.of(new Reason.OutcomeFailed(BUILD, "build", new ArtifactRef("build", "b1"))),
                        List.of()));
        assertThat(loop.stage()).isEqualTo(BUILD);

        loop.record(build("b2", Outcome.CANCELLED)).orThrow();
        assertThat(loop.advance(TEST).isAccepted())
                .as("a cancelled build heals nothing")
                .isFalse();

        loop.record(build("b3", Outcome.PASSED)).orThrow();
        assertThat(loop.advance(TEST).isAccepted()).isTrue();
        assertThat(loop.stage()).isEqualTo(TEST);
    }

    @Test
    @Tag("LOOP-07")
    void each_loop_has_a_state_of_its_own() {
        LoopEngine engine = Samples.engine();
        LoopId one = LoopId.of("one");
        LoopId other = LoopId.of("other");
        Loop still = engine.start(other);
        loopIn(engine, one, TEST);

        assertThat(still.stage()).isEqualTo(PLAN);
        assertThat(engine.find(other)).get().extracting(Loop::stage).isEqualTo(PLAN);
        assertThat(engine.states())
                .extracting(LoopState::loop, LoopState::stage)
                .containsExactly(tuple(one, TEST), tuple(other, PLAN));
    }

    @Test
    @Tag("LOOP-08")
    void after_k_advances_the_history_has_k_linked_entries() {
        Loop loop = Samples.engine().start(LOOP);
        PlanItem item = PlanItem.of("p1", Samples.T0, "checkout");
        loop.advance(CODE, item).orThrow();
        loop.advance(BUILD).orThrow();
        loop.advance(TEST, build("b1", Outcome.PASSED)).orThrow();
        for (int k = 4; k <= 11; k++) {
            loop.advance(loop.stage().next()).orThrow();
            assertThat(loop.history()).hasSize(k);
        }

        List<HistoryEntry> history = loop.history();
        for (int i = 1; i < history.size(); i++) {
            assertThat(history.get(i).from()).isEqualTo(history.get(i - 1).to());
            assertThat(history.get(i).at()).isAfter(history.get(i - 1).at());
        }
        assertThat(history.get(0))
                .isEqualTo(new HistoryEntry.Move(
                        3,
                        "checkout#3",
                        Samples.tick(1),
                        Transition.from(PLAN),
                        1,
                        1,
                        List.of(item.ref()),
                        Outcome.UNKNOWN,
                        Trigger.UNKNOWN));
        assertThat(history.get(2)).isInstanceOfSatisfying(HistoryEntry.Move.class, move -> {
            assertThat(move.verb()).isEqualTo("tests");
            assertThat(move.outcome()).isEqualTo(Outcome.PASSED);
            assertThat(move.artifacts()).containsExactly(new ArtifactRef("build", "b1"));
        });
        assertThat(history).extracting(HistoryEntry::cycle).containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 2L, 2L, 2L);
        assertThatThrownBy(() -> history.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        HistoryEntry.Move first = (HistoryEntry.Move) history.get(0);
        assertThatThrownBy(() -> first.artifacts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @Tag("LOOP-09")
    void an_earlier_instant_than_the_last_one_is_refused() {
        Loop loop = loopIn(BUILD);
        LoopState before = loop.state();
        Instant early = before.lastAt().minusNanos(1);
        for (Command command : List.of(
                new Command.Advance(at(early), TEST, List.of()),
                new Command.Attach(at(early), build("b", Outcome.PASSED)),
                new Command.ReturnTo(at(early), PLAN, "cause"),
                new Command.Retire(at(early), "reason"))) {
            assertThat(loop.apply(command))
                    .isEqualTo(new Decision.Refused(
                            BUILD, List.of(new Reason.OutOfOrder(early, before.lastAt())), List.of(TEST)));
            assertThat(loop.state()).isEqualTo(before);
        }
        assertThat(loop.apply(new Command.Advance(at(before.lastAt()), TEST, List.of()))
                        .isAccepted())
                .as("the same instant is no step back")
                .isTrue();
    }

    @Test
    @Tag("LOOP-09")
    void the_instants_are_those_of_the_clock() {
        Instant noon = Instant.parse("2026-03-04T12:00:00.123456789Z");
        Loop loop = loopIn(
                LoopEngine.builder(Clock.fixed(noon, ZoneOffset.UTC))
                        .definition(LoopDefinition.ring())
                        .build(),
                LOOP,
                BUILD);
        assertThat(loop.history()).hasSize(2).extracting(HistoryEntry::at).containsOnly(noon);
        assertThat(loop.state().entered()).isEqualTo(noon);
        Loop ticking = loopIn(BUILD);
        assertThat(ticking.history()).extracting(HistoryEntry::at).containsExactly(Samples.tick(1), Samples.tick(2));
    }

    @Test
    @Tag("LOOP-11")
    void rework_is_an_entry_of_its_own_and_raises_the_attempt() {
        Loop loop = loopIn(TEST);
        loop.record(tests("t1", Outcome.FAILED)).orThrow();
        loop.returnTo(CODE, "basket test is red").orThrow();

        assertThat(loop.stage()).isEqualTo(CODE);
        assertThat(loop.state().attempt()).isEqualTo(2);
        assertThat(loop.state().cycle()).isEqualTo(1);
        assertThat(loop.history())
                .last()
                .isEqualTo(new HistoryEntry.Rework(
                        6, "checkout#6", Samples.tick(5), TEST, CODE, "basket test is red", 1, 1, Trigger.UNKNOWN));
        assertThat(Transition.ring()).hasSize(8);

        loop.advance(BUILD).orThrow();
        loop.advance(TEST).orThrow();
        assertThat(loop.advance(RELEASE).isAccepted())
                .as("the old failure is of the old attempt")
                .isTrue();
        assertThat(loop.history())
                .filteredOn(HistoryEntry.Move.class::isInstance)
                .hasSize(6);
        assertThat(loop.history()).last().extracting(HistoryEntry::attempt).isEqualTo(2);
    }

    @Test
    @Tag("LOOP-12")
    void a_test_run_can_be_attached_in_any_stage_without_a_move() {
        for (Stage stage : Stage.all()) {
            Loop loop = loopIn(stage);
            assertThat(loop.record(tests("t1", Outcome.PASSED)).isAccepted()).isTrue();
            assertThat(loop.stage()).isEqualTo(stage);
        }
        Loop operated = loopIn(OPERATE);
        operated.record(tests("t2", Outcome.FAILED)).orThrow();
        assertThat(operated.advance(MONITOR).isAccepted())
                .as("a red test in OPERATE holds nobody up in OPERATE")
                .isTrue();
    }

    @Test
    @Tag("LOOP-14")
    void after_retirement_everything_is_refused_and_the_history_is_intact() {
        Loop loop = loopIn(TEST);
        List<HistoryEntry> history = loop.history();
        loop.retire("product given up").orThrow();
        LoopState retired = loop.state();

        assertThat(retired.isRetired()).isTrue();
        for (Decision decision : List.of(
                loop.advance(RELEASE),
                loop.returnTo(CODE, "cause"),
                loop.record(tests("t1", Outcome.PASSED)),
                loop.retire("once more"))) {
            assertThat(decision)
                    .isEqualTo(new Decision.Refused(TEST, List.of(new Reason.Retired("product given up")), List.of()));
            assertThatThrownBy(decision::orThrow).hasMessageContaining("retired");
        }
        assertThat(loop.state()).isEqualTo(retired);
        assertThat(loop.history()).isEqualTo(history).hasSize(3);
    }

    @Test
    @Tag("LOOP-18")
    void each_entry_shows_its_trigger() {
        Loop loop = Samples.engine().start(LOOP);
        Loop pipeline = loop.triggeredBy(Trigger.AUTOMATED);
        loop.triggeredBy(Trigger.MANUAL).advance(CODE).orThrow();
        pipeline.advance(BUILD).orThrow();
        loop.triggeredBy(Trigger.MANUAL).returnTo(PLAN, "wrong idea").orThrow();
        loop.advance(CODE).orThrow();
        assertThat(loop.history())
                .extracting(HistoryEntry::trigger)
                .containsExactly(Trigger.MANUAL, Trigger.AUTOMATED, Trigger.MANUAL, Trigger.UNKNOWN);
        assertThat(pipeline.stage())
                .as("handles of one loop share what they know")
                .isEqualTo(CODE);
    }

    private static EventMetadata at(Instant instant) {
        return EventMetadata.of("request at " + instant, "portal", instant);
    }

    @Test
    void a_check_speaks_for_its_cycle_and_attempt_only() {
        Loop loop = Samples.engine().start(LOOP);
        loop.advance(CODE);
        loop.advance(BUILD);
        loop.advance(TEST, build("b1", Outcome.PASSED));
        loop.returnTo(CODE, "a bug");
        loop.advance(BUILD);
        loop.advance(TEST);
        for (int i = 0; i < 7; i++) {
            loop.advance(loop.stage().next());
        }
        loop.advance(TEST);
        assertThat(loop.history())
                .filteredOn(step -> step.from() == BUILD)
                .extracting(step -> ((HistoryEntry.Move) step).outcome())
                .containsExactly(Outcome.PASSED, Outcome.UNKNOWN, Outcome.UNKNOWN);
    }

    @Test
    void a_success_of_the_cycle_before_says_nothing_of_the_next() {
        Loop loop = Samples.engine().start(LOOP);
        for (int i = 0; i < 11; i++) {
            if (i == 2) {
                loop.record(build("b1", Outcome.PASSED));
            }
            loop.advance(loop.stage().next());
        }
        assertThat(loop.history())
                .filteredOn(step -> step.from() == BUILD)
                .extracting(step -> ((HistoryEntry.Move) step).outcome())
                .containsExactly(Outcome.PASSED, Outcome.UNKNOWN);
    }
}
